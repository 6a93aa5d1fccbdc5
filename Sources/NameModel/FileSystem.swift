// The only file of this module that asks the operating system anything.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The operating system refused to do something with a file.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Operation: String, Sendable, Hashable {
    case open, read, write, list, replace
  }
  public let operation: Operation
  public let path: String
  /// The value of `errno`.
  public let code: Int32
  /// The system's words for ``code``, such as `No such file or directory`.
  public let reason: String

  init(_ operation: Operation, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
    reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }

  /// Whether there is no such file or folder.
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Such as `names.tsv: cannot open: Permission denied (errno 13)`.
  public var description: String { "\(path): cannot \(operation): \(reason) (errno \(code))" }
}

enum FileSystem {
  enum ItemKind { case file, folder, other }

  /// All bytes of a regular file.
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = retryingInterrupted { open(path, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw FileError(.open, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(.read, path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(.read, path, code: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    // One byte more than the file is said to have, so that its end is seen without growing.
    var bytes = [UInt8](repeating: 0, count: max(Int(status.st_size), 0) + 1)
    var filled = 0
    while true {
      if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
      let count = bytes.withUnsafeMutableBytes { buffer in
        retryingInterrupted {
          readBytes(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
        }
      }
      guard count >= 0 else { throw FileError(.read, path) }
      if count == 0 { break }
      filled += count
    }
    bytes.removeSubrange(filled...)
    return bytes
  }

  /// Replaces a file with these bytes, or makes it: they are written to a temporary file beside it, synced, and renamed
  /// into place, so that a crash leaves either the old file or the new one. Permissions of the old file are kept.
  static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let temporary = path + ".new-\(getpid())"
    var old = stat()
    let mode: mode_t = stat(path, &old) == 0 ? old.st_mode & 0o7777 : 0o644
    let descriptor = retryingInterrupted { open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
    guard descriptor >= 0 else { throw FileError(.open, temporary) }
    do throws(FileError) {
      try write(bytes, to: descriptor, path: temporary)
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0 else {
      let error = FileError(.write, temporary)
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let error = FileError(.replace, path)
      unlink(temporary)
      throw error
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        retryingInterrupted {
          writeBytes(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        }
      }
      guard count >= 0 else { throw FileError(.write, path) }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw FileError(.write, path) }
  }

  /// The names in a folder, without those that begin with a dot, in the order of their bytes. Names that are not UTF-8
  /// are repaired with U+FFFD, and so will not open.
  static func list(_ path: String) throws(FileError) -> [(name: String, kind: ItemKind)] {
    guard let folder = opendir(path) else { throw FileError(.list, path) }
    defer { closedir(folder) }
    var items: [(name: String, kind: ItemKind)] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        guard errno == 0 else { throw FileError(.list, path) }
        break
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { items.append((name, kind(path + "/" + name))) }
    }
    return items.sorted { precedesByCodePoint($0.name, $1.name) }
  }

  /// What stands at a path, links followed; `nil` where nothing does.
  static func kind(of path: String) -> ItemKind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return kind(status)
  }

  private static func kind(_ path: String) -> ItemKind { kind(of: path) ?? .other }

  private static func kind(_ status: stat) -> ItemKind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  private static func retryingInterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result != -1 || errno != EINTR { return result }
    }
  }
}

// `read` and `write` of the C library, under names that do not collide with this file's own.

private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

private func writeBytes(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
