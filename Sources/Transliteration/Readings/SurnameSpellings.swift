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
  /// However few write a surname so, it is written so.
  private static let costLimit = 200

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
    self.chains = chains.mapValues { chains in
      var kept: [[Step]] = []
      for chain in chains.sorted(by: Self.isCheaper) {
        let all = kept + [chain]
        let others = Self.mixtures(of: all).subtracting(all.map(Self.surname))
        if others.isDisjoint(with: korean.all.keys) { kept = all }
      }
      return kept
    }
  }

  /// One order, whatever the order of the dictionary was.
  private static func isCheaper(_ one: [Step], _ other: [Step]) -> Bool {
    one[0].cost != other[0].cost
      ? one[0].cost < other[0].cost : one.map(\.unit).lexicographicallyPrecedes(other.map(\.unit))
  }

  /// Sounds of several surnames of one spelling may be read together: none of these readings may be a third surname.
  private static func mixtures(of chains: [[Step]]) -> Set<String> {
    func units(_ phase: Range<Int>, or silent: Int) -> Set<Int> {
      Set(chains.map { chain in chain.first { phase.contains($0.unit) }?.unit ?? silent })
    }
    // Longer surnames share no spelling.
    guard chains.allSatisfy({ $0.count <= 3 }) else { return [] }
    var mixtures: Set<String> = []
    for initial in units(initials, or: HangulJamo.initialSilent) {
      for vowel in units(vowels, or: UnitInventory.firstKoreanVowel) {
        for final in units(finals, or: UnitInventory.koreanWithoutFinal) {
          mixtures.insert(syllable(initial, vowel, final))
        }
      }
    }
    return mixtures
  }

  private static let initials = 0..<UnitInventory.firstKoreanVowel
  private static let vowels = UnitInventory.firstKoreanVowel..<UnitInventory.koreanWithoutFinal
  private static let finals =
    UnitInventory.koreanWithoutFinal..<UnitInventory.koreanWithoutFinal + HangulJamo.finalCount

  private static func surname(_ chain: [Step]) -> String {
    func unit(_ phase: Range<Int>, or silent: Int) -> Int { chain.first { phase.contains($0.unit) }?.unit ?? silent }
    return syllable(
      unit(initials, or: HangulJamo.initialSilent), unit(vowels, or: UnitInventory.firstKoreanVowel),
      unit(finals, or: UnitInventory.koreanWithoutFinal))
  }

  private static func syllable(_ initial: Int, _ vowel: Int, _ final: Int) -> String {
    HangulJamo.compose(
      initial: initial, vowel: vowel - UnitInventory.firstKoreanVowel, final: final - UnitInventory.koreanWithoutFinal
    ).map { String(Character($0)) } ?? ""
  }

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
