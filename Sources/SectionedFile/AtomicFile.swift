import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that are written whole or not at all.
public enum AtomicFile {
  /// Replaces the file at `path` by `bytes` in one step: temporary file in the same folder, sync, rename.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(SectionedFileError) {
    let (descriptor, temporary) = try openTemporary(beside: path)
    func failure() -> SectionedFileError {
      let reason = ByteStorage.lastErrorText()
      unlink(temporary)
      return .cannotWrite(path: path, reason: reason)
    }
    var written = 0
    while written < bytes.count {
      let step = bytes.withUnsafeBytes { buffer in
        // Within bounds: written < count, and the length is what remains.
        write(descriptor, buffer.baseAddress! + written, buffer.count - written)
      }
      if step < 0 {
        if errno == EINTR { continue }
        let error = failure()
        close(descriptor)
        throw error
      }
      written += step
    }
    guard fsync(descriptor) == 0 else {
      let error = failure()
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw failure() }
    guard rename(temporary, path) == 0 else { throw failure() }
  }

  private static let serial = Atomic<Int>(0)

  /// A new file that nobody else writes to: no other process, no other thread.
  private static func openTemporary(
    beside path: String
  ) throws(SectionedFileError) -> (descriptor: Int32, name: String) {
    while true {
      let number = serial.wrappingAdd(1, ordering: .relaxed).newValue
      let name = "\(path).\(getpid()).\(number).partial"
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if descriptor >= 0 { return (descriptor, name) }
      // A file of this name was left behind by a process that was stopped: the next number is free.
      guard errno == EEXIST || errno == EINTR else {
        throw .cannotWrite(path: path, reason: ByteStorage.lastErrorText())
      }
    }
  }
}
