/// Surnames of syllables that custom spells as wholes: Park, Lee and Choi, where systems write Pak, Yi and Ch'oe.
///
/// Read from `Tables/names/surname-spellings-kor.tsv`.
struct SurnameSpellings: Sendable {
  /// One unit of a surname with the letters that are counted as its own.
  struct Step: Hashable, Sendable {
    var unit: Int
    /// Where its letters begin, and how many there are.
    var place: Int
    var length: Int
    var cost: Int
  }

  /// By spelling: the surnames that it may stand for.
  private let chains: [String: [[Step]]]

  static let empty = SurnameSpellings(chains: [:])
  static let habit = "customary spelling of the surname"

  private init(chains: [String: [[Step]]]) { self.chains = chains }

  /// - Parameter korean: by surname in Hangul, its spellings in small letters.
  init(korean: NameReadings) {
    var chains: [String: [[Step]]] = [:]
    for (surname, spellings) in korean.all {
      for spelling in spellings {
        guard let chain = Self.chain(surname, Array(spelling.text), cost: min(spelling.cost, Self.costLimit)) else {
          continue
        }
        chains[spelling.text, default: []].append(chain)
      }
    }
    // One order, whatever the order of the dictionary was.
    self.chains = chains.mapValues { $0.sorted { $0.map(\.unit).lexicographicallyPrecedes($1.map(\.unit)) } }
  }

  /// However few write a surname so, it is written so.
  private static let costLimit = 200

  /// All steps, those of one chain after each other.
  var steps: [Step] { chains.sorted { $0.key < $1.key }.flatMap { $0.value.flatMap { $0 } } }

  func chains(of spelling: String) -> [[Step]] { chains[spelling] ?? [] }

  /// Deals the letters out to initials, vowels and finals; `nil` where they do not have the form of the surname.
  private static func chain(_ surname: String, _ letters: [Character], cost: Int) -> [Step]? {
    var steps: [Step] = []
    var place = 0
    let syllables = surname.unicodeScalars.compactMap { HangulJamo.decompose($0.value) }
    guard !syllables.isEmpty, syllables.count == surname.unicodeScalars.count else { return nil }
    func run(of wanted: Bool) -> Int { letters[place...].prefix { isVowel($0) == wanted }.count }
    func add(_ unit: Int, _ length: Int) {
      steps.append(Step(unit: unit, place: place, length: length, cost: 0))
      place += length
    }
    for (index, syllable) in syllables.enumerated() {
      let isLast = index == syllables.count - 1
      let initial = run(of: false)
      if initial > 0 {
        add(syllable.initial, initial)
      } else if syllable.initial != HangulJamo.initialSilent {
        return nil
      }
      let vowel = run(of: true)
      guard vowel > 0 else { return nil }
      let consonants = letters[(place + vowel)...].prefix { !isVowel($0) }.count
      let hasFinal = syllable.final != 0
      // The last consonant between two syllables begins the second, unless that begins with its vowel.
      let next = isLast ? 0 : !hasFinal ? consonants : syllables[index + 1].initial == HangulJamo.initialSilent ? 0 : 1
      let final = consonants - next
      guard final >= 0, !hasFinal || final > 0 else { return nil }
      add(UnitInventory.firstKoreanVowel + syllable.vowel, hasFinal ? vowel : vowel + final)
      if hasFinal { add(UnitInventory.koreanWithoutFinal + syllable.final, final) }
    }
    guard place == letters.count, !steps.isEmpty else { return nil }
    steps[0].cost = cost
    return steps
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiouwy".contains(letter) }
}
