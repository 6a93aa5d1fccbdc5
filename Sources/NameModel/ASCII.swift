// Letters and digits of ASCII as bytes: identifiers, tags and dates are checked without asking Unicode.

func isASCIIDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

func isASCIIUppercase(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
}

func isASCIILowercase(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
}

func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
  isASCIIDigit(byte) || isASCIIUppercase(byte) || isASCIILowercase(byte)
}

func asciiLowercased(_ byte: UInt8) -> UInt8 {
  isASCIIUppercase(byte) ? byte | 0x20 : byte
}

func asciiUppercased(_ text: String) -> String {
  String(decoding: text.utf8.map { isASCIILowercase($0) ? $0 & 0xDF : $0 }, as: UTF8.self)
}

/// The order of code points, which for UTF-8 is the order of bytes.
func precedesByCodePoint(_ a: String, _ b: String) -> Bool {
  a.utf8.lexicographicallyPrecedes(b.utf8)
}

/// `count` with its noun, such as `1 row` and `3 rows`, for messages.
func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  "\(count) " + (count == 1 ? noun : plural ?? noun + "s")
}
