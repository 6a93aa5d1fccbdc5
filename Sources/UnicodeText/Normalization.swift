import CICU

/// The normalization forms of Unicode Standard Annex #15, and the one for matching without case
/// (`toNFKC_Casefold`, The Unicode Standard, section 3.13).
public enum NormalizationForm: Sendable, CaseIterable {
  case nfc, nfd, nfkc, nfkd
  /// NFKC with case folded and default ignorable code points removed.
  case nfkcCaseFold

  fileprivate var number: Int32 {
    switch self {
    case .nfc: Int32(CICU_NFC)
    case .nfd: Int32(CICU_NFD)
    case .nfkc: Int32(CICU_NFKC)
    case .nfkd: Int32(CICU_NFKD)
    case .nfkcCaseFold: Int32(CICU_NFKC_CASEFOLD)
    }
  }

  /// Whether a glance at the bytes shows that the text is in the form: ASCII is in every form, bar capital letters
  /// for case folding, and everything before U+0300 (whose UTF-8 begins with 0xCC) is in NFC.
  fileprivate func isPlainlyNormalized(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .nfc: bytes.isBelow(0xCC)
    case .nfd, .nfkc, .nfkd: bytes.isBelow(0x80)
    case .nfkcCaseFold: bytes.isBelow(0x80) && !bytes.contains { $0 >= 0x41 && $0 <= 0x5A }
    }
  }
}

extension String {
  /// The text in a normalization form. Text that is in the form already is returned as it is; such ASCII is only
  /// looked at. Linear in the length, however combining marks are piled up.
  ///
  /// - Throws: `UnicodeTextError.textTooLong` beyond `TextLimit.utf8Length`, if there is anything to do.
  public func normalized(_ form: NormalizationForm) throws(UnicodeTextError) -> String {
    var copy = self
    if copy.withUTF8({ form.isPlainlyNormalized($0) }) { return self }
    var isUnchanged = false
    let result = try written { text, length, out, capacity, error in
      cicu_normalize(form.number, text, length, out, capacity, &isUnchanged, &error)
    }
    return isUnchanged ? self : result
  }

  /// Whether the text is in a normalization form.
  public func isNormalized(_ form: NormalizationForm) throws(UnicodeTextError) -> Bool {
    var copy = self
    if copy.withUTF8({ form.isPlainlyNormalized($0) }) { return true }
    var error = cicu_error()
    let isNormalized = try withTextPointer { cicu_is_normalized(form.number, $0, $1, &error) }
    if let failure = ICUFailure(error) {
      throw failure.asTextError(operation: "check normalization", utf8Length: utf8.count)
    }
    return isNormalized
  }

  /// The text without its nonspacing marks (general category Mn), in NFC: é → e, й → и, شَمْس → شمس.
  ///
  /// In scripts that write vowels as nonspacing marks (Devanagari, Thai, …) this drops vowels.
  public func withoutMarks() throws(UnicodeTextError) -> String {
    if isBelow(0x80) { return self }
    return try written { text, length, out, capacity, error in
      cicu_without_marks(text, length, out, capacity, &error)
    }
  }

  /// The text with case folded for comparison (full case folding of CaseFolding.txt, without the Turkic mappings):
  /// ß → ss, Σ and ς → σ. Folding may undo normalization.
  public func caseFolded() throws(UnicodeTextError) -> String {
    if isBelow(0x80) {
      return utf8.contains { $0 >= 0x41 && $0 <= 0x5A } ? lowercased() : self
    }
    return try written { text, length, out, capacity, error in
      cicu_fold_case(text, length, out, capacity, &error)
    }
  }

  /// What a C function makes of the text.
  private func written(
    by call: (TextPointer, Int64, UnsafeMutablePointer<UInt8>, Int64, inout cicu_error) -> Int64
  ) throws(UnicodeTextError) -> String {
    let outcome = try withTextPointer { text, length in
      Result { () throws(ICUFailure) in
        try String(room: Int(length) + Int(length) / 2 + 16) { out, capacity, error in
          call(text, length, out, capacity, &error)
        }
      }
    }
    do {
      return try outcome.get()
    } catch {
      throw error.asTextError(operation: "normalize text", utf8Length: utf8.count)
    }
  }
}

extension NormalizationForm {
  /// UTF-8 bytes in this form.
  ///
  /// - Throws: `UnicodeTextError.illFormedUTF8` with the offset of the first byte that is not UTF-8, and
  ///   `UnicodeTextError.textTooLong`.
  public func normalize(utf8 bytes: Span<UInt8>) throws(UnicodeTextError) -> [UInt8] {
    if bytes.withUnsafeBufferPointer({ $0.isBelow(0x80) && isPlainlyNormalized($0) }) {
      return bytes.withUnsafeBufferPointer { [UInt8]($0) }
    }
    var isUnchanged = false
    let outcome = try bytes.withTextPointer { text, length in
      Result { () throws(ICUFailure) in
        try [UInt8](room: Int(length) + Int(length) / 2 + 16) { out, capacity, error in
          cicu_normalize(number, text, length, out, capacity, &isUnchanged, &error)
        }
      }
    }
    do {
      let result = try outcome.get()
      return isUnchanged ? bytes.withUnsafeBufferPointer { [UInt8]($0) } : result
    } catch {
      throw error.asTextError(operation: "normalize text", utf8Length: bytes.count)
    }
  }
}
