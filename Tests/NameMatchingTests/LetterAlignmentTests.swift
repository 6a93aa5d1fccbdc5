import Testing

@testable import NameMatching

/// Two words of one alphabet, letter by letter.
struct LetterAlignmentTests {
  private static let words = [
    "", "a", "k", "shoigu", "shoygu", "choigou", "szojgu", "putin", "poutine", "potanin", "lindqvist", "lindkvist",
    "lindqvast",
    "anna", "ana", "hassan", "khasan", "hasan", "rudenko", "roman", "андреи", "андрей", "королев", "королёв", "шойгу",
    "шоигу",
    "юрий", "юрии", "giannis", "yannis", "σιμιτης", "abcdefgh", "hgfedcba",
  ]

  @Test func aWordIsItself() {
    for word in Self.words { #expect(LetterAlignment.cost(word, word) == 0) }
  }

  @Test func symmetricAndNeverNegative() {
    for a in Self.words {
      for b in Self.words {
        let cost = LetterAlignment.cost(a, b)
        #expect(cost == LetterAlignment.cost(b, a), "\(a) / \(b)")
        #expect(cost > 0 || a == b, "\(a) / \(b)")
      }
    }
  }

  /// A detour over a third word is not cheaper by more than what a habit saves.
  @Test func detoursDoNotPay() {
    for a in Self.words {
      for b in Self.words {
        for c in Self.words {
          let direct = LetterAlignment.cost(a, b)
          let detour = LetterAlignment.cost(a, c) + LetterAlignment.cost(c, b)
          #expect(direct <= detour + LetterAlignment.slip, "\(a) / \(c) / \(b): \(direct) and \(detour)")
        }
      }
    }
  }

  @Test(arguments: [
    ("shoigu", "shoygu", 70), ("ana", "anna", 80), ("hasan", "hassan", 80), ("lindqvist", "lindkvist", 70),
    ("krug", "krugh", 80),
    ("king", "kong", 160), ("bat", "cat", 250), ("bat", "ba", 250), ("abt", "atb", 250), ("королев", "королёв", 70),
    ("", "a", 160), ("", "k", 250), ("", "", 0),
  ])
  func costs(first: String, second: String, cost: Int) {
    #expect(LetterAlignment.cost(first, second) == cost)
  }

  @Test func habitsAreCheaperThanSlips() {
    #expect(LetterAlignment.cost("vilson", "wilson") < LetterAlignment.cost("vilson", "pilson"))
    #expect(LetterAlignment.cost("koba", "kuba") < LetterAlignment.cost("koba", "kpba"))
    #expect(LetterAlignment.cost("hana", "hannah") < LetterAlignment.cost("hana", "hanatb"))
  }

  @Test func longWordsAreNotAligned() {
    let word = String(repeating: "ab", count: 32)
    #expect(LetterAlignment.cost(word, word) == 0)
    #expect(LetterAlignment.cost(word, String(word.dropLast())) > 0)
    let longer = word + "c"
    #expect(LetterAlignment.cost(longer, longer) == 0)
    #expect(LetterAlignment.cost(longer, word) > 1_000_000)
    #expect(LetterAlignment.cost(word, longer) == LetterAlignment.cost(longer, word))
    // The cost of a few such words can be added up.
    #expect(LetterAlignment.cost(longer, word) &* 3 > 0)
    #expect(LetterAlignment.cost(String(repeating: "x", count: 1_000_000), "y") > 1_000_000)
  }
}
