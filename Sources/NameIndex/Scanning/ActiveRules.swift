import NameModel
import Transliteration

/// The rules of some languages, ready to be tried on a word.
final class ActiveRules: Sendable {
  /// What a rule makes of a word: another word, which may be that of a form.
  struct Reduction: BitwiseCopyable {
    /// The hash of the word of the form.
    var hash: UInt64
    /// Number of the language in `InflectionTables`.
    var language: Int
    var cases: CaseSet
    /// How many characters of the word belong to the name; the rest was written on to it.
    var length: Int
  }

  /// A rule whose letters stand in `letters`.
  private struct Rule: BitwiseCopyable {
    var kind: UInt8
    var stem: UInt8
    var formLength: UInt8
    var baseLength: UInt8
    var language: UInt16
    /// Number of the rule in its language.
    var number: UInt16
    var cases: CaseSet
    var letters: UInt32
  }

  private static let suffix: UInt8 = 0
  private static let joined: UInt8 = 1
  /// Last characters below this find their rules without a search.
  private static let direct = 0x600

  private let tables: InflectionTables
  private let letters: [UInt32]
  /// Suffixes and joined words, sorted by their last character.
  private let endings: [Rule]
  /// By last character below `direct`: where its rules begin; one more at the end.
  private let starts: [UInt32]
  private let farStarts: [UInt32: Range<Int>]
  private let afterApostrophe: [[UInt32]: [Rule]]
  private let prefixes: [UInt32: [Rule]]
  private let elisions: [[UInt32]: [Rule]]
  /// Written on to words of scripts without spaces between name and particle.
  private let particles: [[UInt32]: Rule]
  private let longestParticle: Int

  /// From how many bytes on a word that begins with no small letter is tried by the rules: Latin words, and others.
  let triedLatin: Int
  let triedOther: Int

  init(_ tables: InflectionTables, languages: [Int]) {
    self.tables = tables
    var letters: [UInt32] = []
    var endings: [(last: UInt32, rule: Rule)] = []
    var afterApostrophe: [[UInt32]: [Rule]] = [:]
    var prefixes: [UInt32: [Rule]] = [:]
    var elisions: [[UInt32]: [Rule]] = [:]
    var particles: [[UInt32]: Rule] = [:]
    var groups: Set<LanguageGuess.ScriptGroup> = []
    var hasJoined = false
    for language in languages {
      for (number, source) in tables.languages[language].rules.enumerated() {
        let rule = Rule(
          kind: source.kind == .joined ? Self.joined : Self.suffix, stem: UInt8(clamping: source.stem),
          formLength: UInt8(clamping: source.form.count), baseLength: UInt8(clamping: source.base.count),
          language: UInt16(language), number: UInt16(clamping: number), cases: source.cases,
          letters: UInt32(letters.count))
        letters += source.form + source.base
        switch source.kind {
        case .suffix, .joined:
          guard let last = source.form.last else { continue }
          endings.append((last, rule))
          if source.kind == .joined { hasJoined = true } else { groups.insert(LanguageGuess.group(of: last)) }
        case .apostrophe: afterApostrophe[source.form, default: []].append(rule)
        case .prefix:
          guard let first = source.form.first else { continue }
          prefixes[first, default: []].append(rule)
          groups.insert(LanguageGuess.group(of: first))
        case .elision: elisions[source.form, default: []].append(rule)
        case .particle: particles[source.form] = particles[source.form] ?? rule
        }
      }
    }
    endings.sort { ($0.last, $0.rule.letters) < ($1.last, $1.rule.letters) }
    let near = UInt32(endings.count { $0.last < Self.direct })
    var starts = [UInt32](repeating: near, count: Self.direct + 1)
    var farStarts: [UInt32: Range<Int>] = [:]
    for (place, ending) in endings.enumerated().reversed() {
      if ending.last < Self.direct { starts[Int(ending.last)] = UInt32(place) }
      farStarts[ending.last] = place..<(farStarts[ending.last]?.upperBound ?? place + 1)
    }
    for last in stride(from: Self.direct - 1, through: 0, by: -1) where starts[last] == near {
      starts[last] = starts[last + 1]
    }
    self.letters = letters
    self.endings = endings.map(\.rule)
    self.starts = starts
    self.farStarts = farStarts
    self.afterApostrophe = afterApostrophe
    self.prefixes = prefixes
    self.elisions = elisions
    self.particles = particles
    longestParticle = particles.keys.map(\.count).max() ?? 0
    triedLatin = groups.contains(.latin) ? 0 : hasJoined ? 9 : .max
    triedOther = groups.subtracting([.latin]).isEmpty ? .max : 0
  }

  private func endings(_ last: UInt32) -> Range<Int> {
    guard last < Self.direct else { return farStarts[last] ?? 0..<0 }
    let first = Int(starts[Int(last)])
    return first..<max(first, Int(starts[Int(last) + 1]))
  }

  /// How many characters of a word a rule leaves; `nil` where the word does not end so.
  @inline(__always)
  private func stem(of word: ScanWord, without rule: Rule) -> Int? {
    let length = Int(rule.formLength)
    let stem = word.count - length
    guard stem >= Int(rule.stem) else { return nil }
    // No ending reaches over an apostrophe.
    if word.hasApostrophe, let apostrophe = word.apostrophes.last, stem <= apostrophe.before { return nil }
    for offset in 0..<length where word.scalar(stem + offset) != letters[Int(rule.letters) + offset] { return nil }
    return stem
  }

  @inline(__always)
  private func appended(_ hash: UInt64, base rule: Rule) -> UInt64 {
    var hash = hash
    let first = Int(rule.letters) + Int(rule.formLength)
    for place in first..<first + Int(rule.baseLength) { hash = ScanHash.step(hash, letters[place]) }
    return hash
  }

  /// Calls `body` with what the rules make of the end of a word.
  @inline(__always)
  func reductions(of word: ScanWord, _ body: (Reduction) -> Void) {
    guard word.count > 0 else { return }
    for place in endings(word.scalar(word.count - 1)) {
      let rule = endings[place]
      guard let stem = stem(of: word, without: rule) else { continue }
      body(
        Reduction(
          hash: rule.kind == Self.joined ? word.hash(upTo: stem) : appended(word.hash(upTo: stem), base: rule),
          language: Int(rule.language), cases: rule.cases, length: rule.kind == Self.joined ? stem : word.count))
    }
    guard word.hasApostrophe else { return }
    for apostrophe in word.apostrophes {
      for rule in afterApostrophe[word.scalars(from: apostrophe.before)] ?? [] where apostrophe.before >= rule.stem {
        body(
          Reduction(
            hash: word.hash(upTo: apostrophe.before), language: Int(rule.language), cases: rule.cases,
            length: apostrophe.before))
      }
    }
  }

  /// Calls `body` with the suffix rules that apply to a word, and how much of it they leave.
  func bases(of word: ScanWord, _ body: (_ length: Int, _ rule: InflectionRule, _ language: Int) -> Void) {
    guard word.count > 0 else { return }
    func tell(_ length: Int, _ rule: Rule) {
      body(length, tables.languages[Int(rule.language)].rules[Int(rule.number)], Int(rule.language))
    }
    for place in endings(word.scalar(word.count - 1)) where endings[place].kind == Self.suffix {
      if let stem = stem(of: word, without: endings[place]) { tell(stem, endings[place]) }
    }
    for apostrophe in word.apostrophes {
      for rule in afterApostrophe[word.scalars(from: apostrophe.before)] ?? [] { tell(apostrophe.before, rule) }
    }
  }

  /// Calls `body` with the hash of the rest of a word behind a proclitic, where the rest begins, and the rule's language
  /// and case.
  func beginnings(
    of word: ScanWord, _ body: (_ hash: UInt64, _ first: Int, _ language: Int, _ cases: CaseSet) -> Void
  ) {
    guard word.count > 0 else { return }
    if !prefixes.isEmpty {
      for rule in prefixes[word.scalar(0)] ?? [] {
        let length = Int(rule.formLength)
        guard word.count - length >= rule.stem else { continue }
        let isPrefix = (0..<length).allSatisfy { word.scalar($0) == letters[Int(rule.letters) + $0] }
        guard isPrefix else { continue }
        body(
          word.hash(from: length, startingWith: appended(ScanHash.seed, base: rule)), length, Int(rule.language),
          rule.cases)
      }
    }
    guard word.hasApostrophe, let apostrophe = word.apostrophes.first, apostrophe.before < word.count else { return }
    for rule in elisions[word.scalars(upTo: apostrophe.before)] ?? [] {
      body(
        word.hash(from: apostrophe.before, startingWith: ScanHash.seed), apostrophe.before, Int(rule.language),
        rule.cases)
    }
  }

  /// The language and case of what is written on to a name, or `nil` where it is no particle nor two of them.
  func particle(_ rest: [UInt32]) -> (language: Int, cases: CaseSet)? {
    guard rest.count <= 2 * longestParticle else { return nil }
    if let rule = particles[rest] { return (Int(rule.language), rule.cases) }
    for length in 1..<max(rest.count, 1) {
      if let rule = particles[Array(rest[..<length])], particles[Array(rest[length...])] != nil {
        return (Int(rule.language), rule.cases)
      }
    }
    return nil
  }
}
