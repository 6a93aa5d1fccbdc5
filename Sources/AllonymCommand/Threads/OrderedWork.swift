/// Pieces of work that several threads share: taken one after another, worked on side by side, handed on in the order in
/// which they were taken. No more than a fixed number of pieces is on the way at any time.
///
/// `@unchecked Sendable`: `take` is called with `intake` held, `hand` by one thread at a time; all else that changes is
/// touched with `state` held.
final class OrderedWork<Piece: Sendable, Product: Sendable>: @unchecked Sendable {
  private let take: () throws -> Piece?
  private let work: @Sendable (Piece) throws -> Product
  private let hand: (Product) throws -> Void
  private let intake = Monitor()
  private let state = Monitor()
  private var ahead = 1
  /// How many pieces were taken.
  private var taken = 0
  /// How many were handed on.
  private var handed = 0
  private var done: [Int: Result<Product, any Error>] = [:]
  private var isHanding = false
  private var isEnded = false
  private var failure: (any Error)?

  /// - Parameters:
  ///   - take: the next piece; `nil` behind the last.
  ///   - hand: where products go; an error of it ends the work.
  init(
    take: @escaping () throws -> Piece?, work: @escaping @Sendable (Piece) throws -> Product,
    hand: @escaping (Product) throws -> Void
  ) {
    self.take = take
    self.work = work
    self.hand = hand
  }

  /// Works until there is no piece left. At the first error, in the order of the pieces, it ends and throws it; all that
  /// comes before was handed on.
  func run(jobs: Int) throws {
    // A slow piece does not at once hold up those behind it.
    ahead = jobs == 1 ? 1 : jobs * 4
    WorkerThreads.run(jobs) { self.drain() }
    if let failure { throw failure }
  }

  private func drain() {
    while let (number, piece) = next() {
      finish(number, piece.flatMap { piece in Result { try self.work(piece) } })
    }
  }

  /// The next piece with its number; where taking it fails, the failure stands in its place.
  private func next() -> (Int, Result<Piece, any Error>)? {
    intake.locked {
      let number = state.locked {
        state.wait { isEnded || taken - handed < ahead }
        return isEnded ? nil : taken
      }
      guard let number else { return nil }
      let piece = Result { try take() }
      return state.locked {
        switch piece {
        case .success(let piece?):
          taken += 1
          return (number, .success(piece))
        case .success(nil):
          isEnded = true
          return nil
        case .failure(let error):
          taken += 1
          isEnded = true
          return (number, .failure(error))
        }
      }
    }
  }

  private func finish(_ number: Int, _ result: Result<Product, any Error>) {
    let isMine = state.locked {
      done[number] = result
      if isHanding { return false }
      isHanding = true
      return true
    }
    guard isMine else { return }
    while let result = nextDone() {
      let outcome = Result { try hand(result.get()) }
      state.locked {
        handed += 1
        if case .failure(let error) = outcome {
          failure = error
          isEnded = true
        }
        state.changed()
      }
    }
  }

  private func nextDone() -> Result<Product, any Error>? {
    state.locked {
      guard failure == nil, let result = done.removeValue(forKey: handed) else {
        isHanding = false
        return nil
      }
      return result
    }
  }
}
