#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is written bit by bit beside its final place, and moved there when it is complete.
///
/// What a run that was stopped has left stays as `<path>.partial`, and can be gone on with.
final class PartialFile: ByteOutput {
  /// Where the file goes in the end.
  let path: String
  /// Where it is until then.
  let partialPath: String
  private let descriptor: Int32

  /// - Parameter resumes: whether to keep what an earlier run has left; otherwise that is an error.
  init(path: String, resumes: Bool) throws {
    self.path = path
    partialPath = path + ".partial"
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw CommandFailure("\(path): is no plain file; name a file, or leave --output out and redirect")
    }
    descriptor = open(partialPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw Self.failure(partialPath, "check the path and its permissions") }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      throw CommandFailure("\(partialPath): another run is writing it; wait for that, or name another --output")
    }
    guard fstat(descriptor, &status) == 0 else { throw Self.failure(partialPath, "check the path") }
    if status.st_size > 0, !resumes {
      throw CommandFailure("\(partialPath): left by a run that was stopped; go on with --resume, or remove it")
    }
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8]) throws {
    try Descriptor.write(bytes, to: descriptor, partialPath, advice: "see to that, and go on with --resume")
  }

  func flush() {}

  /// Goes on behind the first `count` bytes, and forgets all others.
  func keep(_ count: Int) throws {
    guard ftruncate(descriptor, off_t(count)) == 0, lseek(descriptor, off_t(count), SEEK_SET) >= 0 else {
      throw Self.failure(partialPath, "check its permissions")
    }
  }

  /// Moves the file to its final place in one step.
  func finish() throws {
    guard fsync(descriptor) == 0 else { throw Self.failure(partialPath, "see to that, and go on with --resume") }
    guard rename(partialPath, path) == 0 else { throw Self.failure(path, "the rows are in \(partialPath)") }
  }

  private static func failure(_ path: String, _ advice: String) -> CommandFailure {
    CommandFailure("\(path): cannot be written: \(String(cString: strerror(errno))); \(advice)")
  }
}
