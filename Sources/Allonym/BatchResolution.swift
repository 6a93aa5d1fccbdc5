public import NameModel

extension Resolver {
  /// Resolves many names side by side; the answers stand in the order of the names.
  ///
  /// ```swift
  /// let answers = try await resolver.resolve(["Cho Chun Ren", "Сергей Шойгу"])
  /// ```
  ///
  /// A spelling that comes more than once is resolved once. Memory is needed for all answers; for lists that are longer
  /// than memory, resolve them piece by piece, or use `allonym reconcile`.
  ///
  /// - Parameters:
  ///   - limit: at most so many candidates a name.
  ///   - type: candidates of this type only.
  ///   - jobs: at most so many names at the same time; Swift's own threads are as many as there are processors.
  /// - Throws: the error of the first name, in the order in which they were answered, that the index could not be read for.
  ///   Where the task is cancelled, `CancellationError`.
  public func resolve(
    _ names: some Sequence<String>, limit: Int = 10, type: EntityType? = nil, jobs: Int = .max
  ) async throws -> [Resolution] {
    var numbers: [[UInt8]: Int] = [:]
    var distinct: [String] = []
    // By bytes: as strings, é in one normalization form is equal to é in another, and answers repeat the spelling.
    let order = names.map { name in
      let bytes = Array(name.utf8)
      if let number = numbers[bytes] { return number }
      numbers[bytes] = distinct.count
      distinct.append(name)
      return distinct.count - 1
    }
    let answers = try await answers(to: distinct, limit: limit, type: type, jobs: max(jobs, 1))
    return order.map { answers[$0] }
  }

  /// Names that one task resolves without looking up.
  private static var pieceCount: Int { 16 }

  private func answers(
    to names: [String], limit: Int, type: EntityType?, jobs: Int
  ) async throws -> [Resolution] {
    try await withThrowingTaskGroup(of: (start: Int, answers: [Resolution]).self) { group in
      var answers = [Resolution?](repeating: nil, count: names.count)
      // A few tasks more than any machine has processors keep all of them at work.
      var free = min(jobs, 256)
      func store(_ piece: (start: Int, answers: [Resolution])) {
        for (number, answer) in piece.answers.enumerated() { answers[piece.start + number] = answer }
      }
      for start in stride(from: 0, to: names.count, by: Self.pieceCount) {
        if free == 0, let piece = try await group.next() {
          store(piece)
          free += 1
        }
        free -= 1
        let piece = names[start..<min(start + Self.pieceCount, names.count)]
        group.addTask {
          let answers = try piece.map { name in
            try Task.checkCancellation()
            return try resolve(name, limit: limit, type: type)
          }
          return (start, answers)
        }
      }
      while let piece = try await group.next() { store(piece) }
      return answers.compactMap { $0 }
    }
  }
}
