#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Rows laid aside on disk in parts, so that files larger than memory can be joined part by part. The files have no names,
/// and are gone when the process ends, however it ends.
final class PartitionedRows {
  private var parts: [Part?]

  private struct Part {
    var descriptor: Int32
    var buffer: [UInt8] = []
    var size = 0
  }

  private static let bufferSize = 1 << 15

  init(count: Int) { parts = Array(repeating: nil, count: count) }

  deinit { for case let part? in parts { close(part.descriptor) } }

  var count: Int { parts.count }

  /// Adds a row without its line end to a part.
  func append(_ row: [UInt8], to number: Int) throws {
    if parts[number] == nil { parts[number] = Part(descriptor: try Self.open()) }
    parts[number]?.buffer.append(contentsOf: row)
    parts[number]?.buffer.append(0x0A)
    if let buffer = parts[number]?.buffer, buffer.count >= Self.bufferSize { try flush(number) }
  }

  /// The rows of a part, in the order in which they came.
  func rows(of number: Int) throws -> [ArraySlice<UInt8>] {
    try flush(number)
    guard let part = parts[number] else { return [] }
    var bytes = [UInt8](repeating: 0, count: part.size)
    var filled = 0
    while filled < part.size {
      let count = bytes.withUnsafeMutableBytes { buffer in
        // `filled` is below the size of the buffer, and the length is what remains.
        pread(part.descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, off_t(filled))
      }
      guard count > 0 else {
        if count < 0, errno == EINTR { continue }
        throw Self.failure()
      }
      filled += count
    }
    return bytes.split(separator: 0x0A)
  }

  private func flush(_ number: Int) throws {
    guard var part = parts[number] else { return }
    parts[number] = nil
    var written = 0
    while written < part.buffer.count {
      let count = part.buffer[written...].withUnsafeBytes { write(part.descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 || errno == EINTR else {
        close(part.descriptor)
        throw Self.failure()
      }
      written += max(count, 0)
    }
    part.size += written
    part.buffer.removeAll(keepingCapacity: true)
    parts[number] = part
  }

  private static func open() throws -> Int32 {
    let folder = Terminal.environment("TMPDIR") ?? "/tmp"
    var template = Array("\(folder)/allonym-XXXXXX".utf8CString)
    // The template ends with a null, and is as long after the call as before.
    let descriptor = template.withUnsafeMutableBufferPointer { buffer in
      guard let path = buffer.baseAddress else { return Int32(-1) }
      let descriptor = mkstemp(path)
      if descriptor >= 0 { unlink(path) }
      return descriptor
    }
    guard descriptor >= 0 else { throw failure() }
    return descriptor
  }

  private static func failure() -> CommandFailure {
    CommandFailure(
      "temporary files: \(String(cString: strerror(errno))); make room, or name another folder in TMPDIR")
  }
}
