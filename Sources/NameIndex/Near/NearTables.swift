/// The nearest forms so far.
struct NearestForms {
  private let limit: Int
  private var forms: [NearSearch.Near] = []

  init(limit: Int) { self.limit = limit }

  /// Forms that depart further than this change nothing.
  var departureLimit: Int {
    guard let first = forms.first, let last = forms.last else { return NearSearch.departureLimit }
    let reached = NearSearch.departureLimit(besides: first.departure)
    return forms.count == limit ? min(reached, last.departure) : reached
  }

  /// Whether neither a form that departs by `bound` or more and has this number, nor one with a higher number, changes anything.
  func isSettled(by bound: Int, _ form: UInt32) -> Bool {
    if bound > departureLimit { return true }
    return forms.count == limit && !precedes(NearSearch.Near(form: form, departure: bound), forms[limit - 1])
  }

  /// How far the nearest departs.
  var least: Int { forms.first?.departure ?? NearSearch.departureLimit + 1 }

  mutating func add(_ near: NearSearch.Near) {
    guard near.departure <= departureLimit else { return }
    if forms.count == limit, !precedes(near, forms[limit - 1]) { return }
    let place = forms.firstIndex { precedes(near, $0) } ?? forms.count
    forms.insert(near, at: place)
    if forms.count > limit { forms.removeLast() }
  }

  func sorted() -> [NearSearch.Near] {
    let departureLimit = departureLimit
    return forms.filter { $0.departure <= departureLimit }
  }

  private func precedes(_ a: NearSearch.Near, _ b: NearSearch.Near) -> Bool {
    (a.departure, a.form) < (b.departure, b.form)
  }
}

/// A set of numbers below the greatest of 32 bits: an open table that is at most half full.
struct NumberSet {
  private var places = [UInt32](repeating: free, count: 64)
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

  func contains(_ number: UInt32) -> Bool { places[place(of: number)] == number }

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
