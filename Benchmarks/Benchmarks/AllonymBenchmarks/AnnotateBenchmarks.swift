import Allonym
import Benchmark
import NameIndex
import NameModel
import SectionedFile
import Transliteration

/// Running text against the curated tables, and against a million generated forms.
func annotateBenchmarks() {
  for language in GeneratedText.Language.allCases {
    measureOnce("Annotate 8 MB of \(language.rawValue), curated tables", on: try AnnotateCase(nil, language)) {
      subject in
      blackHole(try subject.annotate())
    }
    measureOnce("Annotate 8 MB of \(language.rawValue), 1 M forms", on: try AnnotateCase(1_000_000, language)) {
      subject in
      blackHole(try subject.annotate())
    }
  }
}

/// A text and what is asked of it: the scan alone, without spellings that would have to be derived.
private struct AnnotateCase {
  private let annotator: Annotator
  private let text: [UInt8]

  init(_ forms: Int?, _ language: GeneratedText.Language) throws {
    var options = Annotator.Options()
    options.findsDerived = false
    let resolver = try forms.map { try Resolver(.file(GeneratedIndex.path(forms: $0))) } ?? Resolver()
    annotator = try Annotator(resolver, options: options)
    text = GeneratedText.text(language, megabytes: 8)
  }

  func annotate() throws -> Int {
    let document = annotator.document()
    var count = 0
    var place = 0
    while place < text.count {
      let end = min(text.count, place + 1 << 18)
      count += try document.append(Array(text[place..<end])).count
      place = end
    }
    return try count + document.finish().count
  }
}
