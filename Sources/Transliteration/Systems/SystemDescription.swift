import SectionedFile

/// What stands behind a system.
public enum SystemBacking: String, CaseIterable, Hashable, Sendable {
  /// Our rule file, written from the published standard.
  case rules
  /// Our table of syllables.
  case syllables
  /// Han characters read in Mandarin and written in pinyin.
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
  /// ICU's id for the system, where it has one.
  public var icuID: String
  /// The BCP 47 `-t-` tag, where one exists.
  public var bcp47: String
  public var backing: SystemBacking
  /// Whether names of the source script are written by this system where none is asked for.
  public var isDefault: Bool
  /// Whether the code is in the list of registered codes; otherwise we formed it by the same scheme.
  public var isRegistered: Bool
  /// Id of the source in `Tables/sources.tsv`.
  public var source: String
  public var note: String

  public init(
    code: String, label: String, language: String, sourceScript: String, targetScript: String, authority: String,
    year: String, icuID: String, bcp47: String, backing: SystemBacking, isDefault: Bool, isRegistered: Bool,
    source: String, note: String
  ) {
    self.code = code
    self.label = label
    self.language = language
    self.sourceScript = sourceScript
    self.targetScript = targetScript
    self.authority = authority
    self.year = year
    self.icuID = icuID
    self.bcp47 = bcp47
    self.backing = backing
    self.isDefault = isDefault
    self.isRegistered = isRegistered
    self.source = source
    self.note = note
  }

  func encode(to writer: inout ByteWriter) {
    for text in [
      code, label, language, sourceScript, targetScript, authority, year, icuID, bcp47, backing.rawValue,
      isDefault ? "yes" : "", isRegistered ? "yes" : "formed", source, note,
    ] {
      writer.append(text)
    }
  }

  init(decoding reader: inout ByteReader, in region: ByteRegion) throws(SectionedFileError) {
    code = try reader.string()
    label = try reader.string()
    language = try reader.string()
    sourceScript = try reader.string()
    targetScript = try reader.string()
    authority = try reader.string()
    year = try reader.string()
    icuID = try reader.string()
    bcp47 = try reader.string()
    let backing = try reader.string()
    guard let known = SystemBacking(rawValue: backing) else {
      throw region.damaged(at: 0, "`\(backing)` is no backing of a system")
    }
    self.backing = known
    isDefault = try reader.string() == "yes"
    isRegistered = try reader.string() == "yes"
    source = try reader.string()
    note = try reader.string()
  }
}
