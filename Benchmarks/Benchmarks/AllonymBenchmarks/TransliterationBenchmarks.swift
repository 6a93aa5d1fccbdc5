import Allonym
import Benchmark
import Foundation
import UnicodeText

/// Systems and relays, each beside ICU's own transform of the same names where it has one for the script: its C interface
/// with a transform that was opened once, from a Swift string to a Swift string. Their outputs are not the same: ICU's Russian
/// BGN writes a middle dot, its Han and Hangul transforms know no names.
func transliterationBenchmarks() {
  func system(_ label: String, _ codes: [String], _ names: @escaping (Corpus) throws -> [String]) {
    measureThousand("Transliterate \(label)", on: try (Transliterator(relay: codes), names(Corpus()))) {
      blackHole(try $0.transliterate($1, style: .person))
    }
  }
  func icu(_ label: String, _ id: String, _ names: @escaping (Corpus) throws -> [String]) {
    measureThousand("Transliterate \(label), ICU \(id)", on: try (Transform(id: id), names(Corpus()))) {
      blackHole(try $0.apply($1))
    }
  }
  system("Russian BGN", ["bgnpcgn-rus-Cyrl-Latn-1947"], \.russian)
  icu("Russian BGN", "Russian-Latin/BGN", \.russian)
  system("Russian ISO 9", ["iso-rus-Cyrl-Latn-9-1995"], \.russian)
  icu("Russian ISO 9", "Cyrillic-Latin", \.russian)
  system("Greek ELOT 743", ["elot-ell-Grek-Latn-743-1982-ts"], { _ in try examples("elot-ell-Grek-Latn-743-1982-ts") })
  icu("Greek ELOT 743", "Greek-Latin/UNGEGN", { _ in try examples("elot-ell-Grek-Latn-743-1982-ts") })
  system("Korean Kontsevich", ["var-kor-Hang-Cyrl-kontsevich"], \.korean)
  system("Korean McCune–Reischauer", ["var-kor-Hang-Latn-mr-1939"], \.korean)
  system("Korean Revised", ["moct-kor-Hang-Latn-2000"], \.korean)
  icu("Korean Revised", "Hangul-Latin", \.korean)
  system("Chinese pinyin", ["sac-zho-Hans-Latn-1979"], \.chinese)
  icu("Chinese pinyin", "Han-Latin", \.chinese)
  icu("Chinese pinyin", "Han-Latin/Names", \.chinese)
  system("Korean relay by Russian", Corpus.koreanRelay, \.korean)
  for megabytes in [1, 10] {
    measureOnce(
      "Transliterate Russian BGN, \(megabytes) MB of text",
      on: try (Transliterator("bgnpcgn-rus-Cyrl-Latn-1947"), text(megabytes: megabytes))
    ) {
      blackHole(try $0.0.transliterate($0.1))
    }
  }
}

/// Inputs of the examples of a system, which stand in the tables.
private func examples(_ code: String) throws -> [String] {
  let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
  let table = try String(contentsOfFile: "\(folder)/Tables/systems/examples/\(code).tsv", encoding: .utf8)
  return table.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "\t" }) }
}

/// Russian names over and over.
private func text(megabytes: Int) throws -> String {
  let names = try Corpus().russian.joined(separator: " ") + "\n"
  return String(repeating: names, count: megabytes << 20 / names.utf8.count + 1)
}
