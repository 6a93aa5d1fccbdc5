import Allonym
import NameIndex
import NameModel
import SectionedFile
import Synchronization
import Transliteration

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Words made of syllables, the same in every run.
struct WordMaker {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private static let latin = (
    ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "sh", "ch", "th", "st", "br"],
    ["a", "e", "i", "o", "u", "ai", "ou"], ["", "n", "r", "s", "l", "k", ""]
  )
  private static let cyrillic = (
    ["б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "х", "ч", "ш"],
    ["а", "е", "и", "о", "у", "ы", "я"], ["", "н", "в", "р", "й", "к", ""]
  )

  mutating func word(cyrillic: Bool, syllables: Int) -> String {
    let (onsets, vowels, codas) = cyrillic ? Self.cyrillic : Self.latin
    var word = ""
    for _ in 0..<syllables { word += onsets[next(onsets.count)] + vowels[next(vowels.count)] }
    return word + codas[next(codas.count)]
  }

  mutating func han(from first: UInt32, count: Int) -> String {
    String(Character(Unicode.Scalar(first + UInt32(next(count))) ?? "一"))
  }
}

/// Running text of made-up words as frequent as words are, with a capital in twenty.
enum GeneratedText {
  enum Language: String, CaseIterable {
    case english = "English"
    case russian = "Russian"
    case chinese = "Chinese"
  }

  private static let common: [Language: [String]] = [
    .english: ["the", "of", "and", "in", "to", "that", "was", "with", "for", "his", "a", "is", "on", "by"],
    .russian: ["и", "в", "на", "не", "что", "с", "по", "из", "к", "от", "это", "как", "он", "для"],
    .chinese: ["的", "在", "和", "了", "是"],
  ]

  static func text(_ language: Language, megabytes: Int) -> [UInt8] {
    var maker = WordMaker(seed: 42)
    let frequent = common[language] ?? []
    let words = (0..<20_000).map { _ in
      language == .chinese
        ? maker.han(from: 0x4E00, count: 4_000)
        : maker.word(cyrillic: language == .russian, syllables: 1 + maker.next(3))
    }
    var text: [UInt8] = []
    text.reserveCapacity(megabytes << 20 + 64)
    var isStart = true
    while text.count < megabytes << 20 {
      // The nth word is about 1/n as frequent as the first.
      let rank = maker.next(maker.next(words.count) + 1)
      var word = maker.next(5) < 2 ? frequent[maker.next(frequent.count)] : words[rank]
      if language != .chinese, isStart || maker.next(20) == 0 { word = word.prefix(1).uppercased() + word.dropFirst() }
      text += Array(word.utf8)
      isStart = maker.next(15) == 0
      let mark = language == .chinese ? (isStart ? "，" : "") : isStart ? ". " : " "
      text += Array(mark.utf8)
    }
    return text
  }
}

/// An index of made-up persons, built once in a run.
enum GeneratedIndex {
  private static let paths = Mutex<[Int: String]>([:])

  /// - Returns: a file that is left to the folder of temporary files.
  static func path(forms count: Int) throws -> String {
    if let path = paths.withLock({ $0[count] }) { return path }
    var builder = NameIndexBuilder(tables: try CuratedTables.shared.get().transliteration)
    var maker = WordMaker(seed: 7)
    for number in 0..<count {
      let (text, language): (String, String)
      switch maker.next(10) {
      case 0..<6: (text, language) = (Self.name(&maker, cyrillic: false), "en")
      case 6..<8: (text, language) = (Self.name(&maker, cyrillic: true), "uk")
      default:
        let family = maker.han(from: 0x4E00, count: 300)
        (text, language) = (
          family + maker.han(from: 0x4E00, count: 3_000) + maker.han(from: 0x4E00, count: 3_000), "zh-Hant"
        )
      }
      guard let tag = LanguageTag(language) else { continue }
      try builder.add(
        Entity(id: "g\(number)", type: .person, names: [NameForm(text: text, language: tag, kind: .pref, source: "")]))
    }
    var file = SectionedFileWriter()
    try builder.add(to: &file)
    let directory = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let path = "\(directory)/allonym-benchmark-\(count).allonym"
    try file.write(to: path)
    paths.withLock { $0[count] = path }
    return path
  }

  private static func name(_ maker: inout WordMaker, cyrillic: Bool) -> String {
    let words = [maker.word(cyrillic: cyrillic, syllables: 2), maker.word(cyrillic: cyrillic, syllables: 3)]
    return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
