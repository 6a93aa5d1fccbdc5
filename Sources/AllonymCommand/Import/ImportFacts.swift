/// Facts beside names, as lists write them.
enum ImportFacts {
  /// A country code of two letters in upper case; `nil` for what is none.
  static func country(_ text: String?) -> String? {
    guard let text, text.utf8.count == 2, text.utf8.allSatisfy({ isLetter($0) }) else { return nil }
    return text.uppercased()
  }

  /// An item of Wikidata, `Q` and digits; `nil` for what is none.
  static func wikidata(_ text: String?) -> String? {
    guard let text, text.first == "Q", text.count > 1, text.dropFirst().utf8.allSatisfy(isDigit) else { return nil }
    return text
  }

  /// A year, month or day of ISO 8601 from a date as lists write it: `1984-01-08`, `1984`, `08/01/1984`, `8 Jan 1984`,
  /// `Jan 1984`, `dd/mm/1984`; what stands behind an ISO date is left out. `nil` for what is none of these.
  static func date(_ text: String?) -> String? {
    guard let text = text?.trimmingSpace.nonEmpty else { return nil }
    if text.utf8.contains(UInt8(ascii: "/")) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      return date(year: number(parts[2]), month: number(parts[1]), day: number(parts[0]))
    }
    let words = text.split(separator: " ")
    if words.count > 1, let month = month(words[words.count - 2]), words.count <= 3 {
      return date(year: number(words[words.count - 1]), month: month, day: words.count == 3 ? number(words[0]) : 0)
    }
    guard words.count == 1 else { return nil }
    let isBefore = text.hasPrefix("-")
    let day = text.prefix { $0 != "T" }.drop { $0 == "+" || $0 == "-" }
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
    let iso = date(
      year: number(parts[0]), month: parts.count > 1 ? number(parts[1]) : 0, day: parts.count > 2 ? number(parts[2]) : 0
    )
    return iso.map { isBefore ? "-\($0)" : $0 }
  }

  /// As far as the parts are known: 0 and `nil` are not.
  static func date(year: Int?, month: Int?, day: Int?) -> String? {
    guard let year, (1...9999).contains(year) else { return nil }
    var date = padded(year, 4)
    guard let month, (1...12).contains(month) else { return date }
    date += "-" + padded(month, 2)
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    guard let day, (1...days).contains(day) else { return date }
    return date + "-" + padded(day, 2)
  }

  /// `Family, Given` as `Given Family`, with what follows a second comma behind it; other names as they stand.
  static func uninverted(_ name: String) -> String {
    let parts = name.split(separator: ",").map { String($0).trimmingSpace }.filter { !$0.isEmpty }
    guard parts.count > 1 else { return parts.first ?? name }
    return ([parts[1], parts[0]] + parts[2...]).joined(separator: " ")
  }

  /// The parts of a name that there are, with spaces between them.
  static func joined(_ parts: [String?]) -> String {
    parts.compactMap { $0?.trimmingSpace.nonEmpty }.joined(separator: " ")
  }

  private static func month(_ word: Substring) -> Int? {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return months.firstIndex(of: word.prefix(3).lowercased()).map { $0 + 1 }
  }

  private static func number(_ text: Substring) -> Int? { text.utf8.allSatisfy(isDigit) ? Int(text) : nil }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
