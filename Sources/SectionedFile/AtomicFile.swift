#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that are written whole or not at all.
public enum AtomicFile {
  /// Replaces the file at `path` by `bytes` in one step: temporary file in the same folder, sync, rename.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(SectionedFileError) {
    let temporary = "\(path).\(getpid()).partial"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    func failure() -> SectionedFileError {
      let reason = ByteStorage.lastErrorText()
      unlink(temporary)
      return .cannotWrite(path: path, reason: reason)
    }
    guard descriptor >= 0 else { throw failure() }
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
}
