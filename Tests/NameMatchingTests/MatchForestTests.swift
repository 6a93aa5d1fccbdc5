import Allonym
import Testing

@testable import NameMatching
@testable import Transliteration

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the trees of the tables say of names, and of numbers drawn by lot.
struct MatchForestTests {
  @Test func everyFeatureThatIsAskedForIsMeasured() throws {
    let asked = Set(try compiledTables().matchForest.trees.flatMap { $0.features.compactMap(\.self) })
    #expect(asked.count > 20)
    #expect(asked.isSubset(of: Set(MatchFeatures.names)))
    #expect(Set(MatchFeatures.names).count == MatchFeatures.names.count)
  }

  @Test func moreOfAFeatureSpeaksInItsSense() throws {
    let forest = MatchForest(tables: try compiledTables())
    var numbers = SeededNumbers(seed: 4)
    for _ in 0..<400 {
      let values = MatchFeatures.names.map { _ in Double.random(in: -2...20, using: &numbers) }
      for (place, sense) in MatchFeatures.senses.enumerated() where sense != .either {
        var more = values
        more[place] += Double.random(in: 0...10, using: &numbers)
        let change = forest.evidence(more) - forest.evidence(values)
        #expect(sense == .forOne ? change >= -1e-3 : change <= 1e-3, "\(MatchFeatures.names[place])")
      }
    }
  }

  @Test func contributionsAddUpToTheEvidence() throws {
    let forest = MatchForest(tables: try compiledTables())
    var numbers = SeededNumbers(seed: 5)
    for _ in 0..<100 {
      let values = MatchFeatures.names.map { _ in Double.random(in: -2...20, using: &numbers) }
      let (start, sums) = forest.contributions(values)
      #expect(abs(start + sums.reduce(0, +) - forest.evidence(values)) < 1e-6)
    }
  }

  /// What the features weigh together is the logit of the score, where no limit of an outcome cut it.
  @Test(arguments: [("Boris Jonson", "Boris Johnson"), ("Macron", "Макрон")])
  func weightsAreTheLogitOfTheScore(first: String, second: String) throws {
    let matcher = try Matcher(resolver: nil)
    let score = try matcher.match(first, second).score
    try #require(score < 0.93, "cut")
    let sum = matcher.weights(first, second).reduce(0) { $0 + $1.evidence }
    #expect(abs(1 / (1 + exp(-sum)) - score) < 0.001)
  }

  /// Where syllables or equal letters settle what two names are to each other, features weigh nothing.
  @Test(arguments: [("Kim Jong Un", "Kim Jong Il"), ("Boris Johnson", "Johnson, Boris")])
  func settledPairsHaveNoWeights(first: String, second: String) throws {
    #expect(try Matcher(resolver: nil).weights(first, second).isEmpty)
  }

  @Test func weightsOfAPairAreSymmetric() throws {
    let matcher = try Matcher(resolver: nil)
    let forth = matcher.weights("Boris Jonson", "Boris Johnson")
    let back = matcher.weights("Boris Johnson", "Boris Jonson")
    #expect(!forth.isEmpty)
    #expect(forth.map(\.feature) == back.map(\.feature))
    #expect(forth.map(\.evidence) == back.map(\.evidence))
    #expect(matcher.weights("", "Boris").isEmpty)
  }

  @Test func numbersAndPatronymicsContradictEachOther() throws {
    let judge = PairJudge(tables: try compiledTables())
    #expect(judge.compare("Philip III", "Philip I").outcome != .same)
    #expect(judge.compare("Rustam Ibrahimovich Aselderov", "Rustam Magomedovich Aselderov").outcome != .same)
  }

  @Test func lettersOfAnotherAlphabetThatLookAlikeMakeNoDifference() throws {
    let judge = PairJudge(tables: try compiledTables())
    // The first has a Cyrillic а and е.
    #expect(judge.compare("Oblаst Kirоv", "Oblast Kirov").outcome == .same)
  }

  @Test func spellingDifferences() {
    #expect(SpellingDifference("macron", "marcon").edits == 1)
    #expect(SpellingDifference("", "abc").edits == 3)
    #expect(!SpellingDifference("peterson", "pettersen").changesConsonants)
    #expect(SpellingDifference("lee", "dee").changesHead)
    #expect(SpellingDifference("lee", "dee").changesConsonants)
  }
}
