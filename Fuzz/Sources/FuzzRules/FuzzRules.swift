import LibFuzzer
import Transliteration

/// Rule files out of nothing: each is parsed, and one that parses is run.
@main
struct FuzzRules {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
      FuzzRules.test(Array(UnsafeBufferPointer(start: data, count: size)))
      return 0
    }
  }

  private static func test(_ input: [UInt8]) {
    // Bytes that are not UTF-8 are another module's matter; here they only cost time.
    guard let text = String(validating: input, as: UTF8.self) else { return }
    let rules: TransformRules
    do {
      rules = try RuleParser.parse(text, file: "fuzz")
    } catch {
      precondition(error.file == "fuzz" && error.line >= 1 && error.column >= 1)
      precondition(!error.message.isEmpty && !error.advice.isEmpty)
      return
    }
    guard let written = try? rules.written(text) else { return }
    precondition(String(validating: Array(written.utf8), as: UTF8.self) != nil)
  }
}
