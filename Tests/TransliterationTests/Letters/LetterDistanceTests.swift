import Testing

@testable import Transliteration

/// How near two words are by what was learned of their letters.
struct LetterDistanceTests {
  private func word(_ letters: String, _ script: String = "Latn") throws -> ComparableWord {
    ComparableWord(letters, script: script, tables: try compiledTables())
  }

  private static let words: [(String, String)] = [
    ("shoigu", "Latn"), ("shoygu", "Latn"), ("szojgu", "Latn"), ("putin", "Latn"), ("hassan", "Latn"), ("x", "Latn"),
    ("шойгу", "Cyrl"), ("путин", "Cyrl"), ("حسن", "Arab"), ("შევარდნაძე", "Geor"), ("정은", "Hang"), ("鸿忠", "Hani"),
    ("σιμιτησ", "Grek"), ("たろう", "Hira"), ("ชินวัตร", "Thai"),
  ]

  @Test func aWordIsItself() throws {
    for (letters, script) in Self.words {
      let distance = try #require(word(letters, script).distance(to: word(letters, script)))
      #expect(distance.surprise == 0)
      #expect(distance.contrast == 0)
    }
  }

  @Test func theOtherWayAboutIsTheSame() throws {
    for (a, aScript) in Self.words {
      for (b, bScript) in Self.words {
        let first = try word(a, aScript)
        let second = try word(b, bScript)
        #expect(first.distance(to: second) == second.distance(to: first)?.reversed, "\(a) / \(b)")
      }
    }
  }

  /// Being asked with, or being among many that are asked, changes nothing.
  @Test func queriesAreNoOtherWords() throws {
    for (a, aScript) in Self.words {
      // Two words that are neither Latin are compared by way of the spellings of the one that is asked with.
      for (b, bScript) in Self.words where aScript == "Latn" || bScript == "Latn" {
        let query = ComparableWord(a, script: aScript, tables: try compiledTables(), isQuery: true)
        #expect(try query.distance(to: word(b, bScript)) == word(a, aScript).distance(to: word(b, bScript)))
      }
    }
  }

  @Test(arguments: [
    ("шойгу", "Cyrl", "shoigu", "shamil"), ("шойгу", "Cyrl", "choigou", "chirac"), ("حسن", "Arab", "hassan", "salman"),
    ("σιμιτησ", "Grek", "simitis", "samaras"), ("たろう", "Kana", "taro", "jiro"),
    ("тютчев", "Cyrl", "tyutchev", "tkachev"),
    ("שרון", "Hebr", "sharon", "peres"), ("ชินวัตร", "Thai", "shinawatra", "leekpai"),
    ("шевченко", "Cyrl", "shevchenko", "sokolenko"),
    ("სააკაშვილი", "Geor", "saakashvili", "margvelashvili"),
  ])
  func spellingsAreNearerThanStrangers(native: String, script: String, spelling: String, stranger: String) throws {
    let native = try word(native, script)
    let near = try #require(native.distance(to: word(spelling)))
    let far = try #require(native.distance(to: word(stranger)))
    #expect(near.shared > far.shared)
    #expect(near.surprise < far.surprise)
    #expect(near.shared > 0)
    #expect(far.shared < near.shared / 2)
  }

  @Test func aHabitIsNearerThanASlip() throws {
    let name = try word("shevchenko")
    let habit = try #require(name.distance(to: word("schewtschenko")))
    let slip = try #require(name.distance(to: word("shevchenpo")))
    #expect(habit.contrast > slip.contrast)
  }

  @Test func longWordsAreNotRead() throws {
    let long = try word(String(repeating: "ab", count: 500))
    #expect(long.latin == nil)
    #expect(try long.distance(to: word("shoigu")) == nil)
    #expect(long.distance(to: long)?.surprise == 0)
    #expect(try word(String(repeating: "и", count: 100_000), "Cyrl").distance(to: word("shoigu")) == nil)
    #expect(try word("", "Cyrl").distance(to: word("shoigu")) == nil)
  }

  @Test func joinedWordsAreTheirLetters() throws {
    let joined = try #require(word("kim").joined(with: word("jong")))
    #expect(joined.letters == "kimjong")
    #expect(joined.latin?.text == "kimjong")
    #expect(try word("kim").joined(with: word("정은", "Hang")) == nil)
  }

  @Test func spellingsAreInOrderOfCost() throws {
    let spelled = try #require(word("шойгу", "Cyrl").spelled)
    let spellings = spelled.spellings(limit: 40)
    #expect(spellings.count > 10)
    #expect(zip(spellings, spellings.dropFirst()).allSatisfy { $0.cost <= $1.cost })
    #expect(Set(spellings.map(\.word)).count == spellings.count)
    // The best walk through a spelling and the word costs what the spelling was found for.
    for (letters, cost) in spellings { #expect(LetterDistance.joint(spelled, LatinWord(letters: letters)) <= cost) }
  }

  @Test func skeletonsOfSpellingsMeet() throws {
    for (native, script, spellings) in [
      ("шойгу", "Cyrl", ["shoigu", "shoygu", "choigou"]), ("چمران", "Arab", ["chamran"]),
      ("τσιπρασ", "Grek", ["tsipras"]),
    ] {
      let keys = Set(WordSkeleton.skeletons(of: try word(native, script), .asking).map(\.rawValue))
      for spelling in spellings {
        let other = Set(WordSkeleton.skeletons(of: try word(spelling), .building).map(\.rawValue))
        #expect(!keys.isDisjoint(with: other), "\(native) / \(spelling)")
      }
    }
  }

  @Test func logarithmsAreLogarithms() {
    for probability in [1.0, 0.5, 0.1, 1e-3, 1e-9] {
      let cost = NaturalLogarithm.cost(probability, of: 1)
      #expect(abs(NaturalLogarithm.probability(cost: cost) / probability - 1) < 0.006)
    }
    #expect(abs(NaturalLogarithm.log(10) - 2.302_585_092_994_046) < 1e-9)
    #expect(abs(NaturalLogarithm.log(1e-300) + 690.775_527_898_213_7) < 1e-6)
  }
}
