import NameModel
import Transliteration

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The rule files in a folder of tables, `systems/rules/*.txt`.
enum RuleFiles {
  /// A finding for each file that does not compile.
  static func findings(in directory: String) throws -> [TableFinding] {
    let root = directory.count > 1 && directory.hasSuffix("/") ? String(directory.dropLast()) : directory
    var findings: [TableFinding] = []
    for path in paths(in: "\(root)/systems/rules") {
      do {
        let bytes = try TableFile.read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
          let offset = UTF8Check.firstInvalidOffset(in: bytes) ?? 0
          let line = 1 + bytes[..<offset].count { $0 == 0x0A }
          findings.append(
            finding(path, line, 1, "not valid UTF-8 at offset \(offset) of the file", "write the file as UTF-8"))
          continue
        }
        _ = try RuleParser.parse(text, file: path)
      } catch let error as RuleSyntaxError {
        findings.append(finding(path, error.line, error.column, error.message, error.advice))
      } catch {
        findings.append(finding(path, 1, 1, "\(error)", "mend its permissions"))
      }
    }
    return findings
  }

  private static func finding(
    _ path: String, _ line: Int, _ column: Int, _ message: String, _ advice: String
  ) -> TableFinding {
    TableFinding(
      file: path, line: line, column: column, severity: .error, rule: "malformed-rules", message: message,
      advice: advice)
  }

  /// Sorted by their bytes; none where there is no such folder.
  private static func paths(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".txt"), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "\(folder)/\($0)" }
  }
}
