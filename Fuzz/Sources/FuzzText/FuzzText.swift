import Allonym
import LibFuzzer

/// Any bytes as text: mentions lie inside the text, in order, and a text in pieces has those of the whole.
@main
struct FuzzText {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
      FuzzText.test(Array(UnsafeBufferPointer(start: data, count: size)))
      return 0
    }
  }

  private static let annotators: [Annotator] = {
    var nested = Annotator.Options()
    nested.includesNested = true
    nested.findsDerived = false
    var plain = nested
    plain.includesNested = false
    return [try? Annotator(options: nested), try? Annotator(options: plain)].compactMap { $0 }
  }()

  private static func test(_ bytes: [UInt8]) {
    for (number, annotator) in annotators.enumerated() {
      let whole = annotator.document()
      guard let mentions = try? whole.append(bytes) + whole.finish() else { continue }
      var end = 0
      for mention in mentions {
        precondition(!mention.place.utf8.isEmpty && mention.place.utf8.upperBound <= bytes.count)
        precondition(mention.place.codePoints.count <= mention.place.utf8.count)
        if number == 1 { precondition(mention.place.utf8.lowerBound >= end) }
        end = mention.place.utf8.upperBound
      }
      let pieces = annotator.document()
      let half = bytes.count / 2
      let found =
        (try? pieces.append(Array(bytes[..<half])) + pieces.append(Array(bytes[half...])) + pieces.finish()) ?? []
      precondition(found.map(\.place) == mentions.map(\.place))
    }
  }
}
