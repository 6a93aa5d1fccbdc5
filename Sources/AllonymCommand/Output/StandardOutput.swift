#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Nobody reads standard output any more.
struct ClosedPipe: Error {}

/// Standard output behind a buffer. What is buffered goes out when the buffer is full, when `flush` is called, and
/// before the command waits for more input, so that a program at the other end gets every answer at once.
final class StandardOutput: ByteOutput {
  private var buffer: [UInt8] = []
  private static let capacity = 1 << 16

  func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { try flush() }
  }

  func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= Self.capacity { try flush() }
  }

  func flush() throws {
    // What could not be written is not tried again.
    defer { buffer.removeAll(keepingCapacity: true) }
    try Descriptor.write(buffer, to: STDOUT_FILENO, "standard output", advice: "what was printed is not complete")
  }
}

/// Messages to people: one line each, after the name of the command.
enum StandardError {
  static func report(_ message: String) {
    let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    write("allonym: \(Printable.text(line))\n")
  }

  static func write(_ text: String) {
    // What cannot be written to standard error cannot be reported anywhere.
    try? Descriptor.write(Array(text.utf8), to: STDERR_FILENO, "standard error", advice: "")
  }
}

/// Where bytes go.
protocol ByteOutput: AnyObject {
  func write(_ bytes: [UInt8]) throws
  /// Lets go of everything that was written so far.
  func flush() throws
}

enum Descriptor {
  /// - Parameters:
  ///   - name: what messages call the output.
  ///   - advice: what they say where it cannot be written.
  static func write(_ bytes: [UInt8], to descriptor: Int32, _ name: String, advice: String) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { writeBytes(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        throw ClosedPipe()
      } else if errno == EAGAIN {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
      } else if errno != EINTR {
        throw CommandFailure("\(name): cannot be written: \(String(cString: strerror(errno))); \(advice)")
      }
    }
  }
}

// `write` of the C library, under a name that does not collide with those above.
private func writeBytes(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
