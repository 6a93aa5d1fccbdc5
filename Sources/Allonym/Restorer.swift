import Transliteration

/// Writes names that no table knows by the usual standard of their script.
struct Restorer {
  let tables: TransliterationTables

  /// `nil` for Latin letters, which are no standard's input, and for scripts without a system in the register.
  func restore(_ name: FoldedName) -> Resolution.Restoration? {
    guard let script = name.script, script != "Latn" else { return nil }
    let scripts = Set(name.tokens.map(\.script))
    let source = scripts.isSubset(of: ["Hira", "Kana"]) ? "Hrkt" : script
    guard
      let description = tables.systems.first(where: {
        $0.isDefault && $0.sourceScript == source && $0.targetScript == "Latn"
      }),
      let text = try? tables.system(description.code).apply(name.text), text != name.text
    else { return nil }
    return Resolution.Restoration(text: text, system: description.code, label: description.label)
  }
}
