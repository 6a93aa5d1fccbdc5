import Allonym
import LibFuzzer
import NameIndex
import NameModel
import SectionedFile

/// Index files with damage in any place. An input is taken as it is and, so that damage is not all caught by the
/// checksums, once more with checksums that hold. `FuzzIndex --seed FILE` writes an index to start from.
@main
struct FuzzIndex {
  static func main() throws {
    if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--seed" {
      try AtomicFile.replace(CommandLine.arguments[2], with: SmallIndex.bytes())
      return
    }
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
      let input = Array(UnsafeBufferPointer(start: data, count: size))
      FuzzIndex.test(input)
      FuzzIndex.test(Seal.sealed(input))
      return 0
    }
  }

  private static func test(_ bytes: [UInt8]) {
    let storage = ByteStorage(copying: bytes, name: "fuzz")
    _ = try? SectionedFile(storage: storage, verification: .complete)
    guard let file = try? SectionedFile(storage: storage, verification: .structure) else { return }
    for tag in file.tags { _ = try? file.section(tag) }
    guard let index = try? NameIndex(file) else { return }
    read(index)
  }

  /// Calls everything that an index can be asked, and holds the answers against its counts.
  private static func read(_ index: NameIndex) {
    // Each takes part in packed numbers, 32 of which have 8 bytes at least.
    precondition(index.entityCount <= index.file.byteCount * 4 && index.formCount <= index.file.byteCount * 4)
    // Enough numbers to meet every record of the seed, few enough to be quick where there are many.
    let numbers = Array(UInt32(0)..<48) + [.max, .max - 1, .max / 40]
    for key in SmallIndex.keys {
      guard let forms = try? index.forms(for: key) else { continue }
      precondition(forms.allSatisfy { $0 < index.formCount })
    }
    for number in numbers {
      if let form = try? index.form(number) { precondition(form.entity < index.entityCount) }
      if let entity = try? index.entityNumber(ofForm: number) { precondition(entity < index.entityCount) }
      if let native = try? index.nativeForm(ofEntity: number) { precondition(native < index.formCount) }
      if let forms = try? index.formNumbers(ofEntity: number) { precondition(forms.upperBound <= index.formCount) }
      if let entity = try? index.entity(number) { precondition(entity.names.count <= index.formCount) }
      _ = try? index.entityID(number)
      _ = try? index.entityType(number)
    }
    _ = try? index.decision("jo-chun-ryong", "li-hongzhong")
    _ = try? index.decision("li-hongzhong", "nobody")
    _ = try? index.source("s1")
    _ = try? index.source("none")
  }
}
