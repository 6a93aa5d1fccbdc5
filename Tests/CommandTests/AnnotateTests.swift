import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads a page as strict XML and keeps what it is made of.
private final class Page: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private(set) var text = ""
  /// The text of the document without its cards.
  private(set) var documentText = ""
  private var depthOfCard: Int?
  private var depthOfDocument: Int?
  private var depth = 0

  static func read(_ html: String) throws -> Page {
    let page = Page()
    // The document type of HTML is no XML.
    let xml = html.replacing("<!DOCTYPE html>", with: "")
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = page
    let isSound = parser.parse()
    #expect(isSound, "\(parser.parserError.map { "\($0)" } ?? "") line \(parser.lineNumber)")
    return page
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    depth += 1
    elements.append((name, attributes))
    if attributes["class"] == "card" { depthOfCard = depth }
    if attributes["class"] == "doc" { depthOfDocument = depth }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if depthOfCard == depth { depthOfCard = nil }
    if depthOfDocument == depth { depthOfDocument = nil }
    depth -= 1
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    text += string
    if depthOfDocument != nil, depthOfCard == nil { documentText += string }
  }
}

@Suite("allonym annotate")
struct AnnotateTests {
  private static let text = """
    Kim Jong-un came to Russia. Cho Chun Ren, and <Kim> & "Peskov", were there: 𝕏 김정은의.
    Владимир
    Путин и в на Москве.

    """

  @Test func linesOfJSONHoldTheDocumentedFields() throws {
    let run = try Command.run("annotate", "--format", "jsonl", input: Self.text)
    #expect(run.status == 0)
    let objects = try run.objects()
    #expect(objects.count >= 6)
    let scalars = Array(Self.text.unicodeScalars)
    for object in objects {
      let start = try #require(object["start"] as? Int)
      let end = try #require(object["end"] as? Int)
      let text = try #require(object["text"] as? String)
      #expect(String(String.UnicodeScalarView(scalars[start..<end])) == text)
      #expect(object["unit"] as? String == "codepoint")
      for field in ["doc", "id", "type", "name", "native", "score", "basis", "explanation"] {
        #expect(object[field] is String || object[field] is NSNumber, "\(field)")
      }
    }
    #expect(objects.map { $0["basis"] as? String }.contains("derived"))
  }

  @Test(arguments: ["codepoint", "utf8", "utf16"])
  func placesCountInTheUnitThatIsAskedFor(unit: String) throws {
    let run = try Command.run("annotate", "--format", "jsonl", "--offsets", unit, input: Self.text)
    for object in try run.objects() {
      let range = try #require(object["start"] as? Int)..<#require(object["end"] as? Int)
      let text = try #require(object["text"] as? String)
      switch unit {
      case "utf8": #expect(String(decoding: Array(Self.text.utf8)[range], as: UTF8.self) == text)
      case "utf16": #expect(String(decoding: Array(Self.text.utf16)[range], as: UTF16.self) == text)
      default: #expect(String(String.UnicodeScalarView(Array(Self.text.unicodeScalars)[range])) == text)
      }
    }
  }

  @Test func thePageIsStrictAndAsksForNothing() throws {
    let run = try Command.run("annotate", "--format", "html", input: Self.text)
    let page = try Page.read(run.output)
    #expect(page.documentText == Self.text)
    let marks = page.elements.filter { $0.name == "mark" }
    #expect(marks.count >= 6)
    #expect(marks.allSatisfy { $0.attributes["tabindex"] == "0" })
    #expect(page.elements.contains { $0.name == "svg" })
    let policy = page.elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    #expect(policy?.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'")
    let forbidden: Set = ["script", "link", "img", "iframe", "object", "embed", "base", "form", "use", "image", "a"]
    for (name, attributes) in page.elements {
      #expect(!forbidden.contains(name.lowercased()), "\(name)")
      for (attribute, value) in attributes {
        #expect(!attribute.lowercased().hasPrefix("on") && !["src", "href", "xlink:href", "style"].contains(attribute))
        #expect(!value.contains("://"), "\(attribute)")
      }
    }
    #expect(!run.output.contains("url(") && !run.output.contains("@import"))
  }

  @Test func hostileTextIsTextInThePage() throws {
    let text = "</div><script>alert(1)</script> & ]]> \u{202E}Kim Jong Un\u{1} \u{FFFE} \"Moscow\" <!-- '"
    let page = try Page.read(try Command.run("annotate", "--format", "html", input: text).output)
    #expect(!page.elements.contains { $0.name == "script" })
    #expect(page.documentText.contains("</div><script>alert(1)</script> & ]]>"))
  }

  @Test func bratHasSpansThatHoldNoLineEnd() throws {
    let run = try Command.run("annotate", "--format", "brat", input: Self.text)
    let spans = run.lines.filter { $0.hasPrefix("T") }
    #expect(spans.count >= 6)
    #expect(spans.contains { $0.contains(";") })
    let scalars = Array(Self.text.unicodeScalars)
    for line in spans {
      let cells = line.split(separator: "\t").map(String.init)
      let fragments = cells[1].split(separator: " ", maxSplits: 1)[1].split(separator: ";")
      let texts = fragments.map { fragment in
        let ends = fragment.split(separator: " ").compactMap { Int($0) }
        return String(String.UnicodeScalarView(scalars[ends[0]..<ends[1]]))
      }
      #expect(texts.joined(separator: " ") == cells[2])
    }
    #expect(run.lines.contains { $0.contains("Reference T1 Allonym:") })
  }

  @Test func webAnnotationsQuoteTheText() throws {
    let run = try Command.run("annotate", "--format", "webanno", input: Self.text)
    let page = try JSONValue.object(run.outputBytes)
    #expect(page["@context"] as? String == "http://www.w3.org/ns/anno.jsonld")
    let items = try #require(page["items"] as? [[String: Any]])
    #expect(items.count >= 6)
    for item in items {
      let target = try #require(item["target"] as? [String: Any])
      let selectors = try #require(target["selector"] as? [[String: Any]])
      let quote = try #require(selectors.last)
      let whole = ["prefix", "exact", "suffix"].compactMap { quote[$0] as? String }.joined()
      #expect(Self.text.contains(whole))
    }
  }

  @Test func tokensHaveTags() throws {
    let run = try Command.run("annotate", "--format", "conll", input: "Kim Jong-un came.\n\n金正恩.\n")
    #expect(
      run.lines.map { $0.split(separator: "\t").prefix(2).joined(separator: " ") } == [
        "Kim B-person", "Jong I-person", "- I-person", "un I-person", "came O", ". O", "", "金 B-person", "正 I-person",
        "恩 I-person", ". O", "",
      ])
  }

  @Test func textShowsLinesWithNames() throws {
    let run = try Command.run("annotate", "--format", "text", input: "nobody\nKim Jong-un came\n")
    #expect(run.lines.first == "2:Kim Jong-un came")
    #expect(run.lines.last?.contains("김정은") == true)
    let colored = try Command.run("annotate", "--format", "text", "--color", "always", input: "Kim Jong-un came\n")
    #expect(colored.output.contains("\u{1B}[1;31mKim Jong-un\u{1B}[0m"))
  }

  @Test func documentsKeepTheirOrder() throws {
    try withTemporaryFolder { folder in
      var paths: [String] = []
      for number in 0..<20 {
        let path = folder.appendingPathComponent("\(number).txt").path
        try (String(repeating: "x ", count: number % 3 * 5_000) + "Kim Jong Un").write(
          toFile: path, atomically: true, encoding: .utf8)
        paths.append(path)
      }
      let one = try Command.run(["annotate", "--format", "jsonl"] + paths, input: Data())
      let four = try Command.run(["annotate", "--format", "jsonl", "--jobs", "4"] + paths, input: Data())
      #expect(one.outputBytes == four.outputBytes)
      #expect(try one.objects().map { $0["doc"] as? String } == paths)
    }
  }

  @Test func failuresSayWhere() throws {
    let bad = Data("Kim Jong Un ".utf8 + [0xFF] + " Moscow".utf8)
    let run = try Command.run(["annotate"], input: bad)
    #expect(run.status == 2)
    #expect(run.errors.contains("offset 12"))
    expectMessages(run.errors)
    let replaced = try Command.run(["annotate", "--invalid", "replace"], input: bad)
    #expect(replaced.status == 0)
    #expect(try replaced.objects().count == 2)
    #expect(try Command.run("annotate", "/nowhere/at-all").status == 2)
    #expect(try Command.run("annotate", input: "nobody here\n").status == 1)
    #expect(try Command.run("annotate", "--format", "brat", "--offsets", "utf16", input: "x").status == 2)
  }

  @Test func normalizeWritesCanonicalNamesIntoText() throws {
    let run = try Command.run("normalize", "--in-text", input: "It was Cho Chun Ren. Moscow is near.\n")
    #expect(run.output == "It was Jo Chun Ryong [Cho Chun Ren]. Moscow is near.\n")
  }
}
