#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Memory that holds the bytes of one file: a private read-only mapping, or memory that lives as long as the process.
///
/// `@unchecked Sendable`: the bytes are never written after `init` (the mapping is `PROT_READ`, the static memory is
/// constant by the caller's promise), so reading them from any number of threads is no race; the mapping is undone in
/// `deinit`, when no reader can hold this object any more.
public final class ByteStorage: @unchecked Sendable {
  let base: UnsafeRawPointer
  let count: Int
  /// Shown in errors: the path of the file, or a name for memory.
  public let name: String
  private let isMapped: Bool

  /// Maps a file. The mapping is shared between processes by the operating system's page cache.
  public init(mapping path: String) throws(SectionedFileError) {
    // Without O_NONBLOCK, opening a named pipe would wait for somebody to write to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .cannotRead(path: path, reason: Self.lastErrorText()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .cannotRead(path: path, reason: Self.lastErrorText()) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .cannotRead(path: path, reason: "not a regular file") }
    guard status.st_size > 0 else { throw .notASectionedFile(path: path) }
    count = Int(status.st_size)
    guard let pointer = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), pointer != MAP_FAILED else {
      throw .cannotRead(path: path, reason: Self.lastErrorText())
    }
    base = UnsafeRawPointer(pointer)
    name = path
    isMapped = true
  }

  /// Bytes that exist, unchanged, until the process ends (data linked into the binary).
  public init(staticBytes base: UnsafeRawPointer, count: Int, name: String) {
    self.base = base
    self.count = count
    self.name = name
    isMapped = false
  }

  /// A copy of `bytes`, kept until the storage is released.
  public init(copying bytes: [UInt8], name: String) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 8)
    copy.copyBytes(from: bytes)
    base = UnsafeRawPointer(copy.baseAddress!)
    count = bytes.count
    self.name = name
    isMapped = false
    ownsCopy = true
  }

  private var ownsCopy = false

  deinit {
    if isMapped { munmap(UnsafeMutableRawPointer(mutating: base), count) }
    if ownsCopy { UnsafeMutableRawPointer(mutating: base).deallocate() }
  }

  static func lastErrorText() -> String { String(cString: strerror(errno)) }
}
