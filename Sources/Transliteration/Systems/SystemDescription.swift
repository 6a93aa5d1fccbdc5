import SectionedFile

/// Whether a text can be had back from what a system wrote.
public enum Reversibility: String, CaseIterable, Hashable, Sendable {
  case yes
  /// But for a few letters.
  case near
  case no
}

/// How a system stands today.
public enum SystemStatus: String, CaseIterable, Hashable, Sendable {
  case current
  case superseded
  /// No authority prescribes it; writers follow it.
  case practice
}

/// How many of the authority's own examples (`Tables/systems/examples`) a system writes letter for letter, counted when
/// the tables were compiled.
public struct ExampleCount: Hashable, Sendable {
  public var passed: Int
  public var total: Int

  public init(passed: Int, total: Int) {
    self.passed = passed
    self.total = total
  }
}

/// What stands behind a system.
public enum SystemBacking: String, CaseIterable, Hashable, Sendable {
  /// Our rule file, written from the published standard.
  case rules
  /// Our table of syllables.
  case syllables
  /// Han characters by their readings in the language, as these are written.
  case han
  /// A transform of ICU that passes the authority's own examples.
  case icu
}

/// One row of the register of transliteration systems (`Tables/systems/systems.tsv`).
public struct SystemDescription: Hashable, Sendable {
  /// ISO 24229 code, such as `bgnpcgn-rus-Cyrl-Latn-1947`.
  public var code: String
  /// What a person reads in an explanation, such as `BGN/PCGN 1947`.
  public var label: String
  /// BCP 47 tag of the language that is written; `und` for many.
  public var language: String
  /// ISO 15924 codes.
  public var sourceScript: String
  public var targetScript: String
  public var authority: String
  public var year: String
  public var status: SystemStatus
  public var reversibility: Reversibility
  /// ICU's id for the system, where it has one.
  public var icuID: String
  /// The BCP 47 `-t-` tag, where one exists.
  public var bcp47: String
  public var backing: SystemBacking
  /// The code under which the rules or syllables of the system are kept: its own, or that of a system with the same.
  public var table: String
  /// Whether names of the source script are written by this system where none is asked for.
  public var isDefault: Bool
  /// Whether the code is in the list of registered codes; otherwise we formed it by the same scheme.
  public var isRegistered: Bool
  /// Id of the source in `Tables/sources.tsv`.
  public var source: String
  public var note: String
  public var examples = ExampleCount(passed: 0, total: 0)

  public init(
    code: String, label: String, language: String, sourceScript: String, targetScript: String, authority: String,
    year: String, status: SystemStatus, reversibility: Reversibility, icuID: String, bcp47: String,
    backing: SystemBacking, table: String, isDefault: Bool, isRegistered: Bool,
    source: String, note: String
  ) {
    self.code = code
    self.label = label
    self.language = language
    self.sourceScript = sourceScript
    self.targetScript = targetScript
    self.authority = authority
    self.year = year
    self.status = status
    self.reversibility = reversibility
    self.icuID = icuID
    self.bcp47 = bcp47
    self.backing = backing
    self.table = table.isEmpty ? code : table
    self.isDefault = isDefault
    self.isRegistered = isRegistered
    self.source = source
    self.note = note
  }

  /// Whether the script that is read tells capitals from small letters. What is written from others gets a capital at the
  /// head of each word.
  public var sourceHasCase: Bool { Self.casedScripts.contains(sourceScript) }

  private static let casedScripts: Set<String> = ["Adlm", "Armn", "Cher", "Copt", "Cyrl", "Glag", "Grek", "Latn"]

  func encode(to writer: inout ByteWriter) {
    for text in [
      code, label, language, sourceScript, targetScript, authority, year, status.rawValue, reversibility.rawValue,
      icuID, bcp47, backing.rawValue, table,
      isDefault ? "yes" : "", isRegistered ? "yes" : "formed", source, note,
    ] {
      writer.append(text)
    }
    writer.append(UInt32(examples.passed))
    writer.append(UInt32(examples.total))
  }

  init(decoding reader: inout ByteReader, in region: ByteRegion) throws(SectionedFileError) {
    code = try reader.string()
    label = try reader.string()
    language = try reader.string()
    sourceScript = try reader.string()
    targetScript = try reader.string()
    authority = try reader.string()
    year = try reader.string()
    let status = try reader.string()
    let reversibility = try reader.string()
    guard let status = SystemStatus(rawValue: status), let reversibility = Reversibility(rawValue: reversibility) else {
      throw region.damaged(at: 0, "`\(status)` or `\(reversibility)` is not known of a system")
    }
    self.status = status
    self.reversibility = reversibility
    icuID = try reader.string()
    bcp47 = try reader.string()
    let backing = try reader.string()
    guard let known = SystemBacking(rawValue: backing) else {
      throw region.damaged(at: 0, "`\(backing)` is no backing of a system")
    }
    self.backing = known
    table = try reader.string()
    isDefault = try reader.string() == "yes"
    isRegistered = try reader.string() == "yes"
    source = try reader.string()
    note = try reader.string()
    examples = ExampleCount(passed: try Int(reader.uint32()), total: try Int(reader.uint32()))
  }
}
