/// Some elements, each once at its least cost, the cheapest first; of equally cheap ones the least first.
struct CheapestFew<Element: Comparable> {
  private let limit: Int
  private(set) var elements: [(element: Element, cost: Int)] = []

  /// - Parameter limit: how many are kept.
  init(limit: Int) { self.limit = limit }

  /// Takes an element, unless there are enough that are cheaper or it is here at no greater cost.
  mutating func insert(_ element: Element, _ cost: Int) {
    if elements.count == limit {
      guard let last = elements.last, (cost, element) < (last.cost, last.element) else { return }
    }
    if let same = elements.firstIndex(where: { $0.element == element }) {
      guard cost < elements[same].cost else { return }
      elements.remove(at: same)
    } else if elements.count == limit {
      elements.removeLast()
    }
    var place = elements.count
    while place > 0, (cost, element) < (elements[place - 1].cost, elements[place - 1].element) { place -= 1 }
    elements.insert((element, cost), at: place)
  }
}
