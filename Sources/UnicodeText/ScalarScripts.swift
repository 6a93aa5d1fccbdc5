import CICU

extension Unicode.Scalar {
  /// The Script property (Unicode Standard Annex #24).
  public var script: Script {
    if value < 0x80 { return isASCIILetter ? .latin : .common }
    return Script(number: scriptNumber) ?? .unknown
  }

  /// The Script_Extensions property: the scripts the character is used with. Most characters have one. ー (U+30FC)
  /// has Hiragana and Katakana. Those common to all scripts have `.common`, marks for all scripts `.inherited`.
  public var scriptExtensions: [Script] {
    scriptExtensionNumbers.compactMap(Script.init(number:)).sorted()
  }

  /// Whether Script_Extensions contains the script.
  public func hasScript(_ script: Script) -> Bool {
    cicu_has_script(value, cicu_script_of_code(script.packedCode))
  }

  var isASCIILetter: Bool {
    let lowercase = value | 0x20
    return lowercase >= 0x61 && lowercase <= 0x7A
  }

  /// ICU's number of the script.
  var scriptNumber: Int32 { cicu_script(value) }

  /// ICU's numbers of the script extensions, ascending.
  var scriptExtensionNumbers: [Int32] {
    // No character had more than 21 in Unicode 15; should one have more, the second round has room for them.
    var capacity = 32
    while true {
      var count = 0
      let numbers = [Int32](unsafeUninitializedCapacity: capacity) { buffer, initialized in
        guard let out = buffer.baseAddress else { return }
        // At most `capacity` numbers are written, and the buffer has room for so many at least.
        count = Int(cicu_script_extensions(value, out, Int32(capacity)))
        initialized = max(0, min(count, capacity))
      }
      if count <= capacity { return numbers }
      capacity = count
    }
  }
}
