/// The nearest forms so far.
struct NearestForms {
  private let limit: Int
  private var forms: [NearSearch.Near] = []

  init(limit: Int) { self.limit = limit }

  /// Whether forms that depart by `bound` or more change nothing.
  func isSettled(by bound: Int) -> Bool {
    bound > NearSearch.departureLimit || forms.count == limit && forms[limit - 1].departure < bound
  }

  mutating func add(_ near: NearSearch.Near) {
    guard near.departure <= NearSearch.departureLimit else { return }
    if forms.count == limit, !precedes(near, forms[limit - 1]) { return }
    let place = forms.firstIndex { precedes(near, $0) } ?? forms.count
    forms.insert(near, at: place)
    if forms.count > limit { forms.removeLast() }
  }

  func sorted() -> [NearSearch.Near] { forms }

  private func precedes(_ a: NearSearch.Near, _ b: NearSearch.Near) -> Bool {
    (a.departure, a.form) < (b.departure, b.form)
  }
}

/// Forms, by below what they cannot depart.
struct FormsByBound {
  static let step = 50
  static let count = NearSearch.departureLimit / step + 1
  private(set) var forms = [[UInt32]](repeating: [], count: count)

  mutating func add(_ form: UInt32, _ bound: Int) {
    let place = bound / Self.step
    if place < Self.count { forms[place].append(form) }
  }
}

/// A set of numbers below the greatest of 32 bits: an open table that is at most half full.
struct NumberSet {
  private var places = [UInt32](repeating: free, count: 256)
  private var count = 0

  private static let free = UInt32.max

  /// - Returns: whether the number was not there.
  mutating func insert(_ number: UInt32) -> Bool {
    let place = place(of: number)
    if places[place] == number { return false }
    places[place] = number
    count += 1
    if count * 2 > places.count { grow() }
    return true
  }

  private func place(of number: UInt32) -> Int {
    var place = Int(truncatingIfNeeded: (number &* 0x9E37_79B1) >> 7) & (places.count - 1)
    while places[place] != number, places[place] != Self.free { place = (place + 1) & (places.count - 1) }
    return place
  }

  private mutating func grow() {
    let old = places
    places = Array(repeating: Self.free, count: old.count * 2)
    for number in old where number != Self.free { places[place(of: number)] = number }
  }
}

/// From which words of a query the words of an index differ in how many letters.
struct WordDistances {
  /// Eight bits for each word of the query; 255 for strangers.
  private var table: WordTable

  init(capacity: Int) { table = WordTable(capacity: capacity, absent: .max) }

  mutating func mark(_ word: UInt32, _ query: Int, _ distance: Int) {
    let shift = UInt64(query * 8)
    table[word] = table[word] & ~(0xFF << shift) | UInt64(distance) << shift
  }

  /// By word of the query the lesser distance: of what is known, and of a word.
  func least(_ known: UInt64, _ word: UInt32) -> UInt64 {
    let others = table[word]
    if others == .max { return known }
    var least: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      least |= min(known >> shift & 0xFF, others >> shift & 0xFF) << shift
    }
    return least
  }
}
