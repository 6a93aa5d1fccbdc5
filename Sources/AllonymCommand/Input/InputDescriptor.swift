#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file, or standard input, that is read from front to back; closed when it is let go.
struct InputDescriptor: ~Copyable {
  /// What messages call the input: its path, or `standard input`.
  let name: String
  private let descriptor: Int32
  private let isOwned: Bool

  /// - Parameter path: `-` is standard input.
  init(path: String) throws {
    if path == "-" {
      name = "standard input"
      descriptor = STDIN_FILENO
      isOwned = false
      return
    }
    name = path
    isOwned = true
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw Self.failure(path, errno) }
  }

  deinit { if isOwned { close(descriptor) } }

  /// Fills `buffer` as far as there is something to read. Returns how many bytes there were; 0 at the end.
  func read(into buffer: inout [UInt8]) throws -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes { Self.read(descriptor, $0) }
      if count >= 0 { return count }
      if errno != EINTR { throw Self.failure(name, errno) }
    }
  }

  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func failure(_ name: String, _ code: Int32) -> CommandFailure {
    CommandFailure("\(name): cannot be read: \(String(cString: strerror(code))); check the path and its permissions")
  }
}
