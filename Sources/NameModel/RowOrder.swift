extension TableSchema {
  /// Whether a row comes before another in the canonical order: by the columns of ``order``, then by all columns from
  /// left to right. Text compares by code point, a column of fixed values by the order of these values, numbers by
  /// value; what is neither comes after. `a` and `b` hold cells in the order of the columns. Two rows of which neither
  /// precedes the other are equal.
  func precedes(_ a: [String], _ b: [String]) -> Bool {
    for column in order {
      if let isBefore = compare(a[column], b[column], columns[column].type) { return isBefore }
    }
    for column in columns.indices {
      if let isBefore = compare(a[column], b[column], columns[column].type) { return isBefore }
    }
    return false
  }

  /// Whether cell `a` comes before cell `b`; `nil` where they are equal.
  private func compare(_ a: String, _ b: String, _ type: CellType) -> Bool? {
    if a.utf8.elementsEqual(b.utf8) { return nil }
    switch type {
    case .oneOf(let values):
      let (first, second) = (values.firstIndex(of: a) ?? values.count, values.firstIndex(of: b) ?? values.count)
      if first != second { return first < second }
    case .integer, .number:
      let (first, second) = (number(a), number(b))
      if let first, let second, first != second { return first < second }
      if (first == nil) != (second == nil) { return first != nil }
    default: break
    }
    return precedesByCodePoint(a, b)
  }

  private func number(_ text: String) -> Double? {
    isDecimalNumber(text) ? Double(text) : nil
  }
}
