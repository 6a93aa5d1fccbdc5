import CICU

/// The names that CLDR has for regions, languages and scripts in one language. May be used from any number of threads
/// at once.
public struct DisplayNames: Sendable {
  /// The locale the names are in, as given.
  public let locale: String
  private let handle: SharedHandle

  /// - Parameter locale: A BCP 47 language tag, such as "ko" or "zh-Hant".
  /// - Throws: `UnicodeTextError.unknownLocale` if it isn't one or ICU has no names in it. (Names never come from the
  ///   environment's language instead.)
  public init(locale: String) throws(UnicodeTextError) {
    var error = cicu_error()
    let names = try locale.withTextPointer { cicu_names_open($0, $1, &error) }
    guard let names else {
      if error.code == cicu_error_illegal_argument || error.code == cicu_error_missing_resource {
        throw .unknownLocale(locale)
      }
      let failure = ICUFailure(error)
      throw .icuFailure(operation: "open display names", name: failure?.name ?? "no object", code: error.code)
    }
    self.locale = locale
    handle = SharedHandle(names) { cicu_names_close($0) }
  }

  /// The name of an ISO 3166-1 or UN M49 region, in any case: "KP" is 북한 in Korean. Nil if CLDR has none.
  public func region(_ code: String) -> String? {
    find(Int32(CICU_NAME_REGION), code.utf8.count <= 3 ? code.uppercased() : code)
  }

  /// The name of an ISO 639 language, in any case, or of a tag that CLDR names as a whole, such as "zh-Hant". Nil if
  /// CLDR has none.
  public func language(_ code: String) -> String? {
    find(Int32(CICU_NAME_LANGUAGE), code.utf8.count <= 3 ? code.lowercased() : code)
  }

  /// The name of a script, as it is written standing alone. Nil if CLDR has none.
  public func script(_ script: Script) -> String? {
    find(Int32(CICU_NAME_SCRIPT), script.code)
  }

  /// The name of a whole BCP 47 tag: "sr-Latn-RS" is "Serbian (Latin, Serbia)" in English. Nil if CLDR has none.
  public func locale(_ tag: String) -> String? {
    find(Int32(CICU_NAME_LOCALE), tag)
  }

  private func find(_ kind: Int32, _ code: String) -> String? {
    handle.withPointer { names in
      let name = try? code.withTextPointer { pointer, length in
        // Not having a name is no failure; running out of memory is, and leaves no name to give either.
        try? String(room: 64) { out, capacity, error in
          cicu_names_find(names, kind, pointer, length, out, capacity, &error)
        }
      }
      guard let name, !name.isEmpty else { return nil }
      return name
    }
  }
}
