import Testing

@testable import Transliteration

/// Letters of another alphabet that look alike.
struct LookalikeLettersTests {
  @Test(arguments: [
    ("oblаst", "oblast", "Latn"), ("moсква", "москва", "Cyrl"), ("αthens", "athens", "Latn"),
  ])
  func areOfTheAlphabetOfTheWord(word: String, letters: String, script: String) throws {
    let unified = try #require(LookalikeLetters.unified(word))
    #expect(unified.letters == letters && unified.script == script)
  }

  @Test func lettersWithoutALikeStay() { #expect(LookalikeLetters.unified("жz") == nil) }
}
