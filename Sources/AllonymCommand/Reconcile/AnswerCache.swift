import Synchronization

/// Answers that were given lately, so that a name that comes again costs nothing.
///
/// There are two halves: when the young one is full it becomes the old one, and what the old one held is forgotten, but
/// for what was asked again meanwhile.
final class AnswerCache: Sendable {
  struct Entry: Sendable {
    var outcome: RowOutcome
    var bytes: [UInt8]
  }

  private struct Halves {
    var young: [[UInt8]: Entry] = [:]
    var old: [[UInt8]: Entry] = [:]
    var youngSize = 0
  }

  private let halves = Mutex(Halves())
  /// Bytes of names and answers that a half may hold, and about how many more an entry takes.
  private static let halfLimit = 16 << 20
  private static let entrySize = 128

  /// Names are compared by their bytes: an answer may repeat the spelling.
  subscript(_ name: [UInt8]) -> Entry? {
    halves.withLock { halves in
      if let entry = halves.young[name] { return entry }
      guard let entry = halves.old[name] else { return nil }
      Self.insert(entry, for: name, in: &halves)
      return entry
    }
  }

  func insert(_ entry: Entry, for name: [UInt8]) {
    halves.withLock { Self.insert(entry, for: name, in: &$0) }
  }

  private static func insert(_ entry: Entry, for name: [UInt8], in halves: inout Halves) {
    let size = name.count + entry.bytes.count + entrySize
    guard size <= halfLimit else { return }
    if halves.youngSize + size > halfLimit {
      halves.old = halves.young
      halves.young = [:]
      halves.youngSize = 0
    }
    if halves.young.updateValue(entry, forKey: name) == nil { halves.youngSize += size }
  }
}
