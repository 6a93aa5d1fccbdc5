internal import LibExpat

/// Reads the records of an XML file one by one: elements of certain names, each with all that is in it. Memory is that of
/// the records in one piece of the file. The one file that calls Expat.
///
/// Entities of the document's own are refused, so that no text can grow beyond what was read; what lies outside the
/// document is never fetched.
final class XMLRecords {
  private let stream: ByteStream
  private let parser: XML_Parser
  private let builder: XMLRecordBuilder
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var taken = 0
  private var isAtEnd = false

  /// - Parameter records: the names of the elements that are records; one inside another is part of it.
  init(path: String, records: Set<String>) throws {
    stream = try ByteStream(path: path)
    guard let parser = XML_ParserCreate(nil) else { throw CommandFailure("\(stream.name): no memory for reading XML") }
    self.parser = parser
    builder = XMLRecordBuilder(file: stream.name, records: records)
    install()
  }

  deinit { XML_ParserFree(parser) }

  /// The next record; `nil` after the last one. What is not well-formed XML cannot be read on from, and is thrown.
  func next() throws -> XMLNode? {
    while taken == builder.finished.count {
      if isAtEnd { return nil }
      builder.finished.removeAll(keepingCapacity: true)
      taken = 0
      try parseMore()
    }
    taken += 1
    return builder.finished[taken - 1]
  }

  /// Whether a file is XML, by its first character. Standard input is, if it is not said otherwise.
  static func isXML(_ path: String) throws -> Bool {
    if path == "-" { return true }
    let stream = try ByteStream(path: path)
    var head = [UInt8](repeating: 0, count: 64)
    let count = try stream.read(into: &head)
    let first = head[..<count].first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0x00].contains($0) }
    return first == UInt8(ascii: "<")
  }

  /// Calls `body` with every record of a file.
  ///
  /// - Parameter kind: what messages call a file that has such records.
  static func forEach(
    _ path: String, _ records: Set<String>, _ kind: String, into sink: ImportSink,
    _ body: (XMLNode) throws(RecordError) -> RecordOutcome
  ) throws {
    let reader = try XMLRecords(path: path, records: records)
    var isEmpty = true
    while let node = try reader.next() {
      isEmpty = false
      try sink.record(node.place) { () throws(RecordError) in try body(node) }
    }
    guard !isEmpty else {
      let names = records.sorted().map { "<\($0)>" }.joined(separator: " and no ")
      throw CommandFailure("\(reader.stream.name): there is no \(names) in it; is it \(kind)?")
    }
  }

  private func parseMore() throws {
    let count = try stream.read(into: &buffer)
    isAtEnd = count == 0
    let status = buffer.withUnsafeBytes { bytes in
      // Expat reads `count` bytes, which is what was read into the buffer, and keeps a copy of what it needs later.
      XML_Parse(parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(count), isAtEnd ? 1 : 0)
    }
    guard status != XML_STATUS_OK else { return }
    let reason = builder.failure ?? XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "not XML"
    let advice = builder.failure == nil ? "; mend it, or fetch the file again" : ""
    throw CommandFailure("\(place): \(reason)\(advice)")
  }

  private var place: RecordPlace {
    RecordPlace(
      file: stream.name, line: Int(XML_GetCurrentLineNumber(parser)),
      column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
  }

  private func install() {
    // The parser calls back only from `XML_Parse`, while this object lives, and this object owns the builder.
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        XMLRecords.from(data) { $0.start(name, attributes) }
      },
      { data, _ in XMLRecords.from(data) { $0.builder.end() } })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      XMLRecords.from(data) { $0.characters(text, count) }
    }
    XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
      XMLRecords.from(data) {
        $0.builder.fail("the document defines entities, which these lists never do; it is refused")
      }
    }
    XML_SetSkippedEntityHandler(parser) { data, _, _ in
      XMLRecords.from(data) { $0.builder.fail("an entity that is defined elsewhere; write its text") }
    }
  }

  private static func from(_ data: UnsafeMutableRawPointer?, _ body: (XMLRecords) -> Void) {
    guard let data else { return }
    let records = Unmanaged<XMLRecords>.fromOpaque(data).takeUnretainedValue()
    body(records)
    if records.builder.failure != nil { XML_StopParser(records.parser, 0) }
  }

  private func start(
    _ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard let name, builder.wants(String(cString: name)) else { return }
    var values: [String: String] = [:]
    // Names and values follow each other up to a null pointer.
    if var pair = attributes {
      while let key = pair[0], let value = pair[1] {
        values[String(cString: key)] = String(cString: value)
        pair += 2
      }
    }
    builder.start(String(cString: name), values, place)
  }

  private func characters(_ text: UnsafePointer<XML_Char>?, _ count: Int32) {
    guard let text, count > 0, builder.isInRecord else { return }
    let bytes = UnsafeBufferPointer(start: text, count: Int(count))
    builder.characters(String(decoding: UnsafeRawBufferPointer(bytes), as: UTF8.self))
  }
}

/// Puts records together from what the parser finds.
private final class XMLRecordBuilder {
  var finished: [XMLNode] = []
  /// Why reading has to stop.
  private(set) var failure: String?
  private let file: String
  private let records: Set<String>
  private var open: [XMLNode] = []
  private var elementCount = 0
  private var byteCount = 0

  private static let depthLimit = 64
  private static let elementLimit = 1 << 18
  private static let byteLimit = 16 << 20

  init(file: String, records: Set<String>) {
    self.file = file
    self.records = records
  }

  var isInRecord: Bool { !open.isEmpty }

  func fail(_ reason: String) { failure = failure ?? reason }

  /// Whether an element is, or is in, a record.
  func wants(_ name: String) -> Bool { isInRecord || records.contains(Self.local(name)) }

  func start(_ name: String, _ attributes: [String: String], _ place: RecordPlace) {
    if open.isEmpty { (elementCount, byteCount) = (0, 0) }
    elementCount += 1
    guard open.count < Self.depthLimit, elementCount <= Self.elementLimit else {
      return fail("a record with too many elements in it; this is not one of the list's")
    }
    let node = XMLNode(name: Self.local(name), attributes: attributes, place: place)
    open.last?.append(node)
    open.append(node)
    count(attributes.reduce(0) { $0 + $1.value.utf8.count })
  }

  func end() {
    guard let node = open.popLast(), open.isEmpty else { return }
    finished.append(node)
  }

  func characters(_ text: String) {
    open.last?.append(text)
    count(text.utf8.count)
  }

  private func count(_ bytes: Int) {
    byteCount += bytes
    if byteCount > Self.byteLimit { fail("a record larger than \(Self.byteLimit >> 20) MiB") }
  }

  private static func local(_ name: String) -> String {
    name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
  }
}
