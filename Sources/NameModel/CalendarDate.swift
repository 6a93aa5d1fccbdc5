/// A year, month or day of ISO 8601 in the proleptic Gregorian calendar: `1984`, `1984-01`, `1984-01-08`, `-0044`.
struct CalendarDate {
  /// Year, month and day, as many as were given.
  let fields: [Int]

  init?(_ text: String) {
    var rest = text.utf8[...]
    var sign = 1
    if rest.first == UInt8(ascii: "-") {
      sign = -1
      rest = rest.dropFirst()
    }
    let parts = rest.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.allSatisfy(isASCIIDigit) })
    else { return nil }
    var fields = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard fields.count == parts.count else { return nil }
    fields[0] *= sign
    if fields.count > 1 {
      guard (1...12).contains(fields[1]) else { return nil }
      if fields.count > 2, !(1...Self.days(inMonth: fields[1], ofYear: fields[0])).contains(fields[2]) { return nil }
    }
    self.fields = fields
  }

  /// Whether this date lies before the other, as far as both say.
  func isBefore(_ other: CalendarDate) -> Bool {
    for (a, b) in zip(fields, other.fields) where a != b { return a < b }
    return false
  }

  private static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
