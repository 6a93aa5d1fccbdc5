import NameModel
import Transliteration

/// The rules of some languages, ready to be tried on a word.
struct ActiveRules: Sendable {
  /// What a rule makes of a word: another word, which may be that of a form.
  struct Reduction {
    /// The hash of the word of the form.
    var hash: UInt64
    /// Number of the language in `InflectionTables`.
    var language: Int
    var cases: CaseSet
    /// How many characters of the word belong to the name; the rest was written on to it.
    var length: Int
  }

  private struct Entry: Sendable {
    var rule: InflectionRule
    var language: Int
  }

  /// By their last character.
  private var suffixes: [UInt32: [Entry]] = [:]
  /// What follows an apostrophe.
  private var afterApostrophe: [[UInt32]: [Entry]] = [:]
  private var joined: [UInt32: [Entry]] = [:]
  private var prefixes: [UInt32: [Entry]] = [:]
  private var elisions: [[UInt32]: [Entry]] = [:]
  /// Written on to words of scripts without spaces between name and particle.
  private var particles: [[UInt32]: [Entry]] = [:]
  private var longestParticle = 0

  /// From how many bytes on a word that begins with no small letter is tried by the rules: Latin words, and others.
  let triedLatin: Int
  let triedOther: Int

  init(_ tables: InflectionTables, languages: Set<Int>) {
    var hasLatin = false
    var hasOther = false
    for number in languages.sorted() {
      for rule in tables.languages[number].rules {
        let entry = Entry(rule: rule, language: number)
        switch rule.kind {
        case .suffix:
          guard let last = rule.form.last else { continue }
          suffixes[last, default: []].append(entry)
          if LanguageGuess.group(of: last) == .latin { hasLatin = true } else { hasOther = true }
        case .apostrophe: afterApostrophe[rule.form, default: []].append(entry)
        case .joined:
          guard let last = rule.form.last else { continue }
          joined[last, default: []].append(entry)
        case .prefix:
          guard let first = rule.form.first else { continue }
          prefixes[first, default: []].append(entry)
          hasOther = true
        case .elision: elisions[rule.form, default: []].append(entry)
        case .particle:
          particles[rule.form, default: []].append(entry)
          longestParticle = max(longestParticle, rule.form.count)
        }
      }
    }
    triedLatin = hasLatin ? 0 : joined.isEmpty ? .max : 8
    triedOther = hasOther ? 0 : .max
  }

  /// Calls `body` with what the rules make of the end of a word, the shortest change first.
  func reductions(of word: ScanWord, _ body: (Reduction) -> Void) {
    guard let last = word.scalars.last else { return }
    for entry in suffixes[last] ?? [] {
      guard let stem = stem(of: word, without: entry.rule) else { continue }
      let hash = entry.rule.base.reduce(word.hashes[stem], ScanHash.step)
      body(Reduction(hash: hash, language: entry.language, cases: entry.rule.cases, length: word.count))
    }
    for apostrophe in word.apostrophes {
      let rest = Array(word.scalars[apostrophe.before...])
      for entry in afterApostrophe[rest] ?? [] where apostrophe.before >= entry.rule.stem {
        body(
          Reduction(
            hash: word.hashes[apostrophe.before], language: entry.language, cases: entry.rule.cases,
            length: apostrophe.before))
      }
    }
    for entry in joined[last] ?? [] {
      guard let stem = stem(of: word, without: entry.rule) else { continue }
      body(
        Reduction(hash: word.hashes[stem], language: entry.language, cases: entry.rule.cases, length: stem))
    }
  }

  /// Calls `body` with the suffix rules that apply to a word, and how much of it they leave.
  func bases(of word: ScanWord, _ body: (_ length: Int, _ rule: InflectionRule, _ language: Int) -> Void) {
    guard let last = word.scalars.last else { return }
    for entry in suffixes[last] ?? [] {
      if let stem = stem(of: word, without: entry.rule) { body(stem, entry.rule, entry.language) }
    }
    for apostrophe in word.apostrophes {
      for entry in afterApostrophe[Array(word.scalars[apostrophe.before...])] ?? [] {
        body(apostrophe.before, entry.rule, entry.language)
      }
    }
  }

  private func stem(of word: ScanWord, without rule: InflectionRule) -> Int? {
    let stem = word.count - rule.form.count
    guard stem >= rule.stem, word.scalars[stem...].elementsEqual(rule.form) else { return nil }
    return stem
  }

  /// Calls `body` with the hash of the rest of a word behind a proclitic, where the rest begins, and the rule's language
  /// and case.
  func beginnings(
    of word: ScanWord, _ body: (_ hash: UInt64, _ first: Int, _ language: Int, _ cases: CaseSet) -> Void
  ) {
    if let first = word.scalars.first {
      for entry in prefixes[first] ?? [] {
        let length = entry.rule.form.count
        guard word.count - length >= entry.rule.stem, word.scalars.starts(with: entry.rule.form) else { continue }
        let start = entry.rule.base.reduce(ScanHash.seed, ScanHash.step)
        body(word.scalars[length...].reduce(start, ScanHash.step), length, entry.language, entry.rule.cases)
      }
    }
    guard let apostrophe = word.apostrophes.first, apostrophe.before < word.count else { return }
    for entry in elisions[Array(word.scalars[..<apostrophe.before])] ?? [] {
      body(word.hash(from: apostrophe.before), apostrophe.before, entry.language, entry.rule.cases)
    }
  }

  /// The language and case of what is written on to a name, or `nil` where it is no particle nor two of them.
  func particle(_ rest: [UInt32]) -> (language: Int, cases: CaseSet)? {
    guard rest.count <= 2 * longestParticle else { return nil }
    if let entry = particles[rest]?.first { return (entry.language, entry.rule.cases) }
    for length in 1..<max(rest.count, 1) {
      if let entry = particles[Array(rest[..<length])]?.first, particles[Array(rest[length...])] != nil {
        return (entry.language, entry.rule.cases)
      }
    }
    return nil
  }
}
