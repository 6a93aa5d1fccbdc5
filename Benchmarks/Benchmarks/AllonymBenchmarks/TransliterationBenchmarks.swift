import Allonym
import Benchmark
import UnicodeText

/// Systems and relays, each beside ICU's own transform of the same names where it has one for the script. Their outputs
/// are not the same: ICU's Russian BGN writes a middle dot, its Han and Hangul transforms know no names.
func transliterationBenchmarks() {
  func system(_ label: String, _ codes: [String], _ names: @escaping (Corpus) -> [String]) {
    measureThousand("Transliterate \(label)", on: try (Transliterator(relay: codes), names(Corpus()))) {
      blackHole(try $0.transliterate($1, style: .person))
    }
  }
  func icu(_ label: String, _ id: String, _ names: @escaping (Corpus) -> [String]) {
    measureThousand("Transliterate \(label), ICU \(id)", on: try (Transform(id: id), names(Corpus()))) {
      blackHole(try $0.apply($1))
    }
  }
  system("Russian BGN", ["bgnpcgn-rus-Cyrl-Latn-1947"], \.russian)
  icu("Russian BGN", "Russian-Latin/BGN", \.russian)
  system("Korean Kontsevich", ["var-kor-Hang-Cyrl-kontsevich"], \.korean)
  system("Korean Revised", ["moct-kor-Hang-Latn-2000"], \.korean)
  icu("Korean Revised", "Hangul-Latin", \.korean)
  system("Chinese pinyin", ["sac-zho-Hans-Latn-1979"], \.chinese)
  icu("Chinese pinyin", "Han-Latin/Names", \.chinese)
  system("Korean relay by Russian", Corpus.koreanRelay, \.korean)
}
