public import SectionedFile

/// Collects the system tables and lays them down as sections for `TransliterationTables`.
public struct TransliterationTablesBuilder {
  public var systems: [SystemDescription] = []
  public var rules: [String: TransformRules] = [:]
  /// By system code: pinyin syllable → spelling.
  public var syllables: [String: [String: String]] = [:]
  public var styles: [String: SyllableStyle] = [:]
  public var surnames = SurnameTable(korean: [], chinese: [:])
  public var han: [HanReadings.Character] = []
  public var models: [SpellingModel] = []
  /// Practices that are no published systems, by name: what a person reads.
  public var practices: [String: String] = [:]

  public init() {}

  public func add(to file: inout SectionedFileWriter) {
    var register = ByteWriter()
    register.append(UInt32(systems.count))
    for system in systems.sorted(by: { $0.code.utf8Bytes < $1.code.utf8Bytes }) { system.encode(to: &register) }
    file.add(TransliterationTables.Tag.register, register.bytes)

    file.add(TransliterationTables.Tag.rules, parts(rules) { $0.encode(to: &$1) })
    file.add(
      TransliterationTables.Tag.syllables,
      parts(syllables) { table, writer in
        writer.append(UInt32(table.count))
        for (syllable, spelling) in table.sorted(by: { $0.key.utf8Bytes < $1.key.utf8Bytes }) {
          writer.append(syllable)
          writer.append(spelling)
        }
      })

    var styleWriter = ByteWriter()
    styleWriter.append(UInt32(styles.count))
    for (code, style) in styles.sorted(by: { $0.key.utf8Bytes < $1.key.utf8Bytes }) {
      styleWriter.append(code)
      style.encode(to: &styleWriter)
    }
    file.add(TransliterationTables.Tag.styles, styleWriter.bytes)

    var practiceWriter = ByteWriter()
    practiceWriter.append(UInt32(practices.count))
    for (name, label) in practices.sorted(by: { $0.key.utf8Bytes < $1.key.utf8Bytes }) {
      practiceWriter.append(name)
      practiceWriter.append(label)
    }
    file.add(TransliterationTables.Tag.practices, practiceWriter.bytes)

    var surnameWriter = ByteWriter()
    surnames.encode(to: &surnameWriter)
    file.add(TransliterationTables.Tag.surnames, surnameWriter.bytes)

    var hanWriter = ByteWriter()
    HanReadings.encode(han, to: &hanWriter)
    file.add(TransliterationTables.Tag.han, hanWriter.bytes)

    let named = Dictionary(uniqueKeysWithValues: models.map { ("\($0.language.rawValue)-\($0.script)", $0) })
    file.add(TransliterationTables.Tag.models, parts(named) { $0.encode(to: &$1) })
  }

  private func parts<Value>(_ values: [String: Value], _ encode: (Value, inout ByteWriter) -> Void) -> [UInt8] {
    TransliterationTables.encodeParts(
      values.sorted { $0.key.utf8Bytes < $1.key.utf8Bytes }.map { name, value in
        var writer = ByteWriter()
        encode(value, &writer)
        return (name, writer.bytes)
      })
  }
}
