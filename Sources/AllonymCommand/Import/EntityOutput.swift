#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where an import goes: a file that is whole or not there, or standard output.
///
/// A file is written beside its final name and renamed when it is complete. If the command fails, what was written is
/// removed; if it is killed, a file whose name ends in `.partial` is left.
final class EntityOutput {
  private let path: String
  /// `nil` where the path is written to as it is, because it is no file: standard output, a pipe, a device.
  private let temporary: String?
  private let descriptor: Int32
  private var isOpen = true
  private static let capacity = 1 << 16

  /// - Parameter path: `nil` is standard output.
  init(path: String?) throws {
    guard let path, path != "-" else {
      self.path = "standard output"
      temporary = nil
      descriptor = STDOUT_FILENO
      return
    }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else {
        throw CommandFailure("\(path): is a folder; give the name of a file")
      }
      self.path = path
      temporary = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 { throw Self.failure(path) }
      return
    }
    self.path = Self.withoutLinks(path)
    let name = "\(self.path).\(getpid()).partial"
    temporary = name
    descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw Self.failure(name) }
  }

  deinit { discard() }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes `bytes` once there are enough of them, and empties them then.
  func write(_ bytes: inout [UInt8]) throws {
    if bytes.count >= Self.capacity { try flush(&bytes) }
  }

  /// Writes `bytes`, and empties them.
  func flush(_ bytes: inout [UInt8]) throws {
    defer { bytes.removeAll(keepingCapacity: true) }
    try Descriptor.write(bytes, to: descriptor, path, advice: Self.advice)
  }

  /// Gives the file its name. Everything has to be flushed before.
  func commit() throws {
    guard let temporary else { return }
    guard fsync(descriptor) == 0 else { throw Self.failure(path) }
    isOpen = false
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let failure = Self.failure(path)
      unlink(temporary)
      throw failure
    }
  }

  /// Removes what was written, unless it is complete.
  private func discard() {
    guard let temporary, isOpen else { return }
    isOpen = false
    close(descriptor)
    unlink(temporary)
  }

  /// A link stays a link: the file that it points to is replaced.
  private static func withoutLinks(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure("\(path): cannot be written: \(String(cString: strerror(errno))); \(advice)")
  }

  private static let advice = "check the folder, its permissions and its space"
}
