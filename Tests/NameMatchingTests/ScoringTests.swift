import NameModel
import Testing
import Transliteration

@testable import NameMatching

/// How evidence becomes a probability.
struct ScoringTests {
  @Test func moreEvidenceIsMoreProbable() {
    var last = 0.0
    for step in -100...200 {
      let probability = Scoring.probability(evidence: Double(step) / 5)
      #expect(probability > last || probability == 1)
      #expect((0...1).contains(probability))
      last = probability
    }
    #expect(abs(Scoring.probability(evidence: 6) - 0.5) < 1e-12)
    #expect(Scoring.probability(evidence: .infinity) == 1)
    #expect(Scoring.probability(evidence: -.infinity) == 0)
    #expect(Scoring.probability(evidence: -1e6) == 0)
  }

  @Test func dearerReadingsAreLessProbable() {
    for syllables in 1...6 {
      for strain in [0, 40, 160] {
        var last = 1.0
        for cost in stride(from: strain, through: 900, by: 10) {
          let score = Scoring.syllabic(syllables: syllables, cost: cost, strain: strain)
          #expect(score <= last)
          #expect((0...Scoring.derivationLimit).contains(score))
          last = score
        }
        if syllables < 4 { #expect(last < Scoring.syllabic(syllables: syllables, cost: strain, strain: strain)) }
      }
    }
  }

  @Test func strainIsWorseThanCost() {
    #expect(
      Scoring.syllabic(syllables: 3, cost: 200, strain: 150) < Scoring.syllabic(syllables: 3, cost: 350, strain: 0))
    for syllables in 2...4 {
      var last = 1.0
      for strain in stride(from: 0, through: 300, by: 10) {
        let score = Scoring.syllabic(syllables: syllables, cost: 300, strain: strain)
        #expect(score <= last)
        last = score
      }
    }
  }

  @Test func longerNamesSayMore() {
    for cost in [0, 100, 400] {
      var last = -1.0
      for syllables in 1...8 {
        let score = Scoring.syllabic(syllables: syllables, cost: cost, strain: 0)
        #expect(score >= last)
        last = score
      }
    }
    #expect(Scoring.syllabic(syllables: 1, cost: 0, strain: 0) < 0.5, "one syllable is no name")
  }

  @Test func rowsAreSurerThanDerivations() {
    #expect(Scoring.row(kind: .pref) == Scoring.rowScore)
    #expect(Scoring.derivationLimit < Scoring.rowScore)
    #expect(Scoring.row(kind: .pref) >= Scoring.row(kind: .abbr))
    #expect(Scoring.row(kind: .abbr) >= Scoring.row(kind: .hidden))
    #expect(Scoring.row(kind: .hidden) > Scoring.row(kind: .weak))
    #expect(Scoring.row(kind: .weak) < 0.8)
  }

  @Test func roundingKeepsThreeDigits() {
    #expect(Scoring.rounded(0.12349) == 0.123)
    #expect(Scoring.rounded(0.9996) == 1)
    #expect(Scoring.rounded(0) == 0)
  }
}
