import Benchmark
import EmbeddedTables
import NameIndex
import SectionedFile
import Transliteration

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What has to be done before the first answer.
func openingBenchmarks() {
  measureOnce("Open the curated tables", on: embeddedTables()) { storage in
    let file = try SectionedFile(storage: storage, verification: .structure)
    blackHole(try TransliterationTables(file))
    blackHole(try NameIndex(file))
  }
  let path = temporaryPath()
  func openFile(_ name: String, _ verification: SectionedFile.Verification) {
    measureOnce(
      "Open an index file, \(name)", on: try writeIndex(to: path),
      work: { blackHole(try NameIndex(SectionedFile(path: path, verification: verification))) },
      teardown: { unlink(path) })
  }
  openFile("structure checked", .structure)
  openFile("every byte checked", .complete)
}

private func embeddedTables() -> ByteStorage {
  ByteStorage(staticBytes: embedded_tables_bytes(), count: embedded_tables_count(), name: "the embedded tables")
}

/// The embedded tables as a file.
private func writeIndex(to path: String) throws {
  let bytes = UnsafeRawBufferPointer(start: embedded_tables_bytes(), count: embedded_tables_count())
  try AtomicFile.replace(path, with: Array(bytes))
}

private func temporaryPath() -> String {
  let directory = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  return "\(directory)/allonym-benchmark-\(getpid()).allonym"
}
