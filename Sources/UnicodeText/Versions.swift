import CICU

/// Versions of the libraries and data that answers depend on.
public enum UnicodeVersions {
  /// The running ICU, such as "72.1".
  public static var icu: String {
    version { cicu_version_icu($0) }
  }

  /// The Unicode Standard whose properties the running ICU has, such as "15.0".
  public static var unicode: String {
    version { cicu_version_unicode($0) }
  }

  /// The CLDR whose names and transforms the running ICU has, such as "42"; nil if its data does not say.
  public static var cldr: String? {
    var error = cicu_error()
    let text = version { cicu_version_cldr($0, &error) }
    return error.code > 0 ? nil : text
  }

  /// Four numbers joined with points, without zeros at the end beyond the first two.
  private static func version(_ read: (UnsafeMutablePointer<UInt8>) -> Void) -> String {
    var numbers: [UInt8] = [0, 0, 0, 0]
    numbers.withUnsafeMutableBufferPointer { buffer in
      if let numbers = buffer.baseAddress { read(numbers) }
    }
    while numbers.count > 2, numbers.last == 0 { numbers.removeLast() }
    return numbers.map { String($0) }.joined(separator: ".")
  }
}
