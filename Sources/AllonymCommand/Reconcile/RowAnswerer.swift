import Allonym

/// Answers rows, on any number of threads.
struct RowAnswerer: Sendable {
  /// Some rows as they are written.
  struct Product: Sendable {
    var bytes: [UInt8] = []
    var counts = RowCounts()
    /// A message for each row that failed.
    var failures: [String] = []
  }

  let layout: RowLayout
  let resolver: Resolver
  let options: ResolverOptions
  let canonical: CanonicalSpelling
  /// At most so many other candidates are named.
  let limit: Int
  let invalid: InvalidText
  private let cache = AnswerCache()

  init(
    _ layout: RowLayout, _ resolver: Resolver, _ options: ResolverOptions, _ canonical: CanonicalSpelling, limit: Int,
    invalid: InvalidText
  ) {
    self.layout = layout
    self.resolver = resolver
    self.options = options
    self.canonical = canonical
    self.limit = limit
    self.invalid = invalid
  }

  func answer(_ rows: [Row]) throws -> Product {
    var product = Product()
    for row in rows {
      layout.append(row, to: &product.bytes)
      if !row.isBlank {
        let entry = try answer(row, &product.failures)
        product.counts[entry.outcome] += 1
        product.bytes += entry.bytes
      }
      product.bytes += row.lineEnd
    }
    return product
  }

  private func answer(_ row: Row, _ failures: inout [String]) throws -> AnswerCache.Entry {
    if let problem = layout.problem(of: row, invalid: invalid) {
      failures.append(problem.place + problem.text)
      return entry(ReconciledName(failed: problem.text))
    }
    let name = row.value(of: layout.column, in: layout.dialect)
    if let known = cache[name] { return known }
    let answer = try Answer(String(decoding: name, as: UTF8.self), resolver, options)
    let entry = try entry(ReconciledName(answer, canonical, limit: limit))
    cache.insert(entry, for: name)
    return entry
  }

  private func entry(_ name: ReconciledName) -> AnswerCache.Entry {
    AnswerCache.Entry(outcome: name.outcome, bytes: name.bytes(layout.dialect))
  }
}
