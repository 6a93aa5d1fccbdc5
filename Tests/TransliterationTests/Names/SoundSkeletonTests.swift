import Testing

@testable import Transliteration

/// Coarse keys under which spellings of one word by many habits come together.
struct SoundSkeletonTests {
  private func meet(_ a: String, _ b: String) -> Bool {
    !Set(SoundSkeleton.skeletons(of: a)).isDisjoint(with: SoundSkeleton.skeletons(of: b))
  }

  @Test(arguments: [
    ("shoigu", "shoygu"), ("shoigu", "choigou"), ("shoigu", "szojgu"), ("shoigu", "schoigu"), ("shoigu", "sojgu"),
    ("khasan", "hassan"), ("khasan", "hasan"), ("zakharova", "zaharova"), ("mikhail", "mihail"), ("kharkiv", "harkiv"),
    ("putin", "poutine"), ("yeltsin", "jelzin"), ("yeltsin", "eltsine"), ("tchaikovsky", "chaikovski"),
    ("tsvetaeva", "cvetaeva"), ("dzerzhinsky", "djerjinski"), ("zelenskyy", "selenskyj"), ("jirinovski", "zhirinovsky"),
    ("petrov", "petroff"), ("maxim", "maksim"), ("alexander", "aleksandr"),
  ])
  func spellingsMeet(first: String, second: String) {
    #expect(meet(first, second))
    #expect(meet(second, first))
  }

  @Test(arguments: [
    ("putin", "medvedev"), ("shoigu", "lavrov"), ("rudenko", "matsegora"), ("kim", "pak"), ("mikhail", "nikolai"),
  ])
  func strangersDoNot(first: String, second: String) {
    #expect(!meet(first, second))
  }

  /// j is a vowel or a sibilant, and c a k or a sibilant: words have a skeleton for each way to read them, and others one.
  @Test func jIsTwoSounds() {
    #expect(SoundSkeleton.skeletons(of: "jelzin").count == 2)
    #expect(SoundSkeleton.skeletons(of: "putin").count == 1)
    #expect(SoundSkeleton.skeletons(of: "jovanovic").count == 4)
    #expect(meet("sergej", "sergei"))
    #expect(meet("jurij", "yuri"))
  }

  @Test func wordsWithoutConsonantsHaveNone() {
    for word in ["", "a", "aeiou", "yoo", "h", "hah"] { #expect(SoundSkeleton.skeletons(of: word) == [], "\(word)") }
    #expect(SoundSkeleton.skeletons(of: "j").count == 1, "a sibilant, or nothing")
    #expect(SoundSkeleton.skeletons(of: "k").count == 1)
  }

  @Test func doubledConsonantsAreOne() {
    #expect(SoundSkeleton.skeletons(of: "hassan") == SoundSkeleton.skeletons(of: "hasan"))
    #expect(SoundSkeleton.skeletons(of: "anna") == SoundSkeleton.skeletons(of: "ana"))
    #expect(SoundSkeleton.skeletons(of: "nina") != SoundSkeleton.skeletons(of: "na"), "a vowel keeps two sounds apart")
  }

  @Test func longWords() {
    #expect(SoundSkeleton.skeletons(of: String(repeating: "ba", count: 32)).count == 1)
    #expect(SoundSkeleton.skeletons(of: String(repeating: "b", count: 65)) == [])
    #expect(SoundSkeleton.skeletons(of: String(repeating: "ba", count: 10_000)) == [])
    for word in ["bdbdbdbdbdbdbdbdbdbdbdbdbdbdbdbd", "mnmlrmnmlrmnmlrmnmlrmnmlr"] {
      for key in SoundSkeleton.skeletons(of: word) { #expect(key > 0xF) }
    }
  }

  @Test func otherBytesAreNothing() {
    #expect(SoundSkeleton.skeletons(of: "щука") == [])
    #expect(SoundSkeleton.skeletons(of: "p1u2t'i\0n") == SoundSkeleton.skeletons(of: "putin"))
  }
}
