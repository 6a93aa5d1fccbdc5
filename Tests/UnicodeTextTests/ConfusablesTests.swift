import Testing
import UnicodeText

@Suite struct ConfusablesTests {
  /// confusables.txt of Unicode Technical Standard #39 and the examples of its section 4.
  @Test(arguments: [
    ("paypal", "раураl"), ("scope", "ѕсоре"), ("ǉeto", "ljeto"), ("rn", "m"), ("Kim", "Κіm"), ("O", "0"),
    ("e\u{301}", "é"), ("", ""),
  ])
  func lookAlikes(_ left: String, _ right: String) throws {
    #expect(points(try left.confusableSkeleton()) == points(try confusableSkeleton(of: right)))
  }

  @Test(arguments: [("Kim", "Lim"), ("김", "금"), ("李", "季"), ("a", "á")])
  func othersDiffer(_ left: String, _ right: String) throws {
    #expect(points(try left.confusableSkeleton()) != points(try right.confusableSkeleton()))
  }

  @Test func skeletonsAreDecomposedAndIgnoreNormalization() throws {
    var numbers = SeededNumbers(seed: 39)
    for _ in 0..<2000 {
      let source = numbers.text(upTo: 24)
      let skeleton = try source.confusableSkeleton()
      #expect(try skeleton.isNormalized(.nfd))
      #expect(points(try source.normalized(.nfc).confusableSkeleton()) == points(skeleton))
    }
  }

  /// Text is given to ICU in pieces of 512 units: the skeletons of parts joined are the skeleton of the whole.
  @Test func longText() throws {
    let part = "раураl 𠮷 Кім "
    let skeleton = try part.confusableSkeleton()
    #expect(try String(repeating: part, count: 1000).confusableSkeleton() == String(repeating: skeleton, count: 1000))
  }
}
