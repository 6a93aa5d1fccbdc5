import NameModel
import SectionedFile
import Testing
import Transliteration

@testable import NameIndex

@Suite("Near forms")
struct NearSearchTests {
  /// Names in which words come often and seldom, alike and unlike.
  private static func names(_ count: Int, seed: UInt64) -> [String] {
    var random = SplitMix(seed: seed)
    let syllables = ["ka", "kha", "mo", "ri", "ry", "schu", "shu", "ten", "val", "zo", "jo", "b", "an", "ell", "li"]
    /// Now and then an initial, or a word longer than the spellings that an index keeps.
    func word() -> String {
      (0..<Int.random(in: 1...6, using: &random)).map { _ in syllables.randomElement(using: &random) ?? "" }.joined()
    }
    let common = (0..<6).map { _ in word() }
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Bool.random(using: &random) ? common.randomElement(using: &random) ?? "" : word()
      }.joined(separator: " ")
    }
  }

  private static func index(_ names: [String]) throws -> NameIndex {
    try NameIndex(
      bytes: SmallIndex.bytes(
        names.enumerated().map { number, name in
          Entity(id: String(number), type: .person, names: [SmallIndex.form(name, "und", .pref)])
        }, [], []))
  }

  /// Leaving off early loses nothing: of the forms that the search promises to find — near as a whole, or with two words that
  /// are near (one, where the name has one) — those that it gives are the nearest, by brute force over all forms.
  @Test(arguments: [1, 3, 10]) func earlyTerminationLosesNothing(limit: Int) throws {
    let tables = try SmallIndex.tables()
    let names = Self.names(600, seed: 5)
    let index = try Self.index(names)
    let search = try NearSearch(index, tables: tables)
    for name in Self.names(150, seed: 9) {
      let folded = try FoldedName(name, han: tables.han)
      let query = try #require(NearQuery(folded))
      let found = try search.nearest(to: folded, limit: limit)
      var all: [NearSearch.Near] = []
      for number in 0..<UInt32(index.formCount) {
        var form = NearForm()
        try index.read(number, into: &form)
        let near = NearSearch.Near(form: number, departure: query.departure(of: form))
        if near.departure <= NearSearch.departureLimit, Self.isPromised(query, form) { all.append(near) }
      }
      all.sort { ($0.departure, $0.form) < ($1.departure, $1.form) }
      let worst = found.last?.departure ?? .max
      #expect(found.count >= min(limit, all.count), "\(name)")
      // What is found beyond the promise is nearer than what it takes the place of.
      for near in all.prefix(limit) where !found.contains(near) {
        #expect(found.count == limit && (worst, found.last?.form ?? 0) < (near.departure, near.form), "\(name)")
      }
    }
  }

  private static func isPromised(_ query: NearQuery, _ form: NearForm) -> Bool {
    if let whole = query.whole, form.withWhole({ whole.reducedPattern.distance(to: $1) }) <= SegmentTable.distanceLimit,
      form.withWhole({ SegmentTable.lengths.contains($1.count) }), SegmentTable.lengths.contains(whole.reduced.count)
    {
      return true
    }
    let spelled = query.words.filter { !$0.isInitial }
    let near = spelled.filter { word in
      (0..<form.wordCount).contains { other in
        form.withWord(other) { letters, reduced in
          let limit = word.spelling.count < 3 ? 0 : word.spelling.count < 8 ? 1 : 2
          return letters.elementsEqual(word.letters)
            || word.spelling.count >= 3 && reduced.count >= 3
              && (word.spellingPattern?.distance(to: ReducedSpelling(letters)) ?? .max) <= limit
        }
      }
    }
    return near.count >= min(2, spelled.count) && !near.isEmpty
  }

  @Test(arguments: [
    "Sergei Shoigu", "Sergey Shoygu", "Shoigu Sergei", "Sergei Shoigo", "Sregei Shoigu", "SergeiShoigu", "S. Shoigu",
    "Serguei Choigou",
  ])
  func spellingsAreNear(spelling: String) throws {
    let tables = try SmallIndex.tables()
    let index = try NameIndex(bytes: SmallIndex.bytes())
    let near = try NearSearch(index, tables: tables).nearest(
      to: FoldedName(spelling, han: tables.han), limit: 1)
    #expect(try near.first.map { try index.form($0.form).form.text } == "Sergei Shoigu")
  }

  @Test(arguments: ["Boeing 747", "Duran Duran", "Li Lo"]) func exactNamesAreNearest(name: String) throws {
    let tables = try SmallIndex.tables()
    let index = try Self.index(["Boeing 74", name, "Boeing", "Duran", "Li La"])
    let near = try NearSearch(index, tables: tables).nearest(to: FoldedName(name, han: tables.han), limit: 1)
    #expect(near == [NearSearch.Near(form: 1, departure: 0)])
  }

  @Test(arguments: ["Шойгу", "조춘룡", "x", "1", "", "Completely Different"]) func strangersAreNot(name: String) throws {
    let tables = try SmallIndex.tables()
    let index = try NameIndex(bytes: SmallIndex.bytes())
    guard let folded = try? FoldedName(name, han: tables.han) else { return }
    #expect(try NearSearch(index, tables: tables).nearest(to: folded, limit: 10) == [])
  }

  /// What lies in damaged tables is an error or could be right.
  @Test(arguments: ["NFRM", "NWRD"], [0xFFFF_FFFF, 0x7FFF_FFFF, 31, 0] as [UInt32])
  func everyNumberReplaced(tag: String, value: UInt32) throws {
    let tables = try SmallIndex.tables()
    let sound = Sections(bytes: try SmallIndex.bytes())
    let range = try #require(sound.ranges.first { $0.tag == tag }).range
    let folded = try FoldedName("Sergei Shoigo", han: tables.han)
    for offset in stride(from: range.lowerBound, through: range.upperBound - 4, by: 4) {
      var sections = sound
      sections.set(value, at: offset)
      sections.reseal()
      do throws(SectionedFileError) {
        let index = try NameIndex(bytes: sections.bytes, verification: .complete)
        for near in try NearSearch(index, tables: tables).nearest(to: folded, limit: 10) {
          #expect(near.form < index.formCount)
        }
      } catch {
        guard case .damaged = error else {
          Issue.record("\(tag), offset \(offset): \(error)")
          continue
        }
      }
    }
  }
}
