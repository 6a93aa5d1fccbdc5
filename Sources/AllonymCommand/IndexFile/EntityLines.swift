import NameIndex
import NameModel

/// Entities, one JSON object a line.
struct EntityLines: ~Copyable {
  private var reader: LineReader
  private let invalid: InvalidText
  private var warned: Set<String> = []

  /// Files with more bad lines than this are of another kind.
  private static let reportedLines = 20

  init(path: String, invalid: InvalidText) throws {
    reader = try LineReader(path: path)
    self.invalid = invalid
  }

  /// Adds all entities; bad lines are reported one by one, then the whole fails, if they are not to be skipped. Empty
  /// lines are no entities.
  mutating func add(to intake: inout EntityIntake, _ progress: Progress) throws {
    let name = reader.name
    intake.begin(name)
    var decoder = EntityDecoder()
    var unknown: [String] = []
    var badLines = 0
    while let line = try reader.next(beforeWaiting: {}) {
      do {
        let text = try line.text(in: name, invalid: invalid)
        if text.utf8.first != UInt8(ascii: "{"), text.allSatisfy(\.isWhitespace) { continue }
        let entity = try decoder.entity(Array(text.utf8))
        for key in decoder.unknownKeys where warned.insert(key).inserted { unknown.append(key) }
        try intake.add(entity, line: line.number)
      } catch {
        badLines += 1
        progress.finish()
        // A line that is no text says itself where it is.
        let message = error is CommandFailure ? "\(error)" : "\(name):\(line.number): \(error)"
        switch intake.onError {
        case .fail: StandardError.report(message)
        case .skip:
          StandardError.report("\(message); skipped")
          intake.skip()
        }
        if intake.onError == .fail, badLines == Self.reportedLines { break }
      }
      progress.advance()
    }
    if !unknown.isEmpty {
      progress.finish()
      StandardError.report(
        "\(name): warning: keys that are not known were left out: \(unknown.sorted().joined(separator: ", "))")
    }
    guard badLines == 0 || intake.onError == .skip else {
      let count = badLines == 1 ? "one line is" : "\(badLines) lines are"
      let more = badLines == Self.reportedLines ? ", and perhaps more" : ""
      throw CommandFailure(
        "\(name): \(count) bad\(more); mend them, or leave them out with --on-error skip; nothing was written")
    }
  }
}
