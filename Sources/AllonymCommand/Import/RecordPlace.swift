/// Where a record stands: `people.csv:12` or `list.xml:12:3`.
struct RecordPlace: CustomStringConvertible {
  var file: String
  /// From 1.
  var line: Int
  /// From 1, where it is known.
  var column: Int?

  var description: String { column.map { "\(file):\(line):\($0)" } ?? "\(file):\(line)" }
}

/// Why a record cannot be understood, and what to do.
struct RecordError: Error {
  var message: String

  init(_ message: String) { self.message = message }
}
