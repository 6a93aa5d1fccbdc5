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

  /// Leaving off early loses nothing: of the forms that the search promises to find those that it gives are the nearest, by
  /// brute force over all forms.
  @Test(arguments: [1, 3, 10]) func earlyTerminationLosesNothing(limit: Int) throws {
    let tables = try SmallIndex.tables()
    let names = Self.names(600, seed: 5)
    let index = try Self.index(names)
    let search = try NearSearch(index, tables: tables)
    for name in Self.queries(for: names, seed: 9) {
      let folded = try FoldedName(name, han: tables.han)
      let query = try #require(NearQuery(folded))
      let found = try search.nearest(to: folded, limit: limit)
      var all: [NearSearch.Near] = []
      let nearestFound = found.first?.departure ?? NearSearch.departureLimit
      // What is further does not matter.
      let furthest = found.count == limit ? found.last?.departure ?? 0 : NearSearch.departureLimit
      let least = try WordPairs(
        query, NearWords(index), index,
        FormBeginnings(index.file.section(IndexFormat.formBeginnings), count: index.formCount)
      ).leastDepartureByNearWords
      for number in 0..<UInt32(index.formCount) {
        var form = NearForm()
        try index.read(number, into: &form)
        let near = NearSearch.Near(form: number, departure: query.departure(of: form))
        if near.departure <= NearSearch.departureLimit,
          Self.isPromised(query, form, besides: nearestFound, furthest, least)
        {
          all.append(near)
        }
      }
      all.sort { ($0.departure, $0.form) < ($1.departure, $1.form) }
      let nearest = min(nearestFound, all.first?.departure ?? NearSearch.departureLimit)
      let departureLimit = NearSearch.departureLimit(besides: nearest)
      let within = all.prefix { $0.departure <= departureLimit }
      #expect(found.count >= min(limit, within.count), "\(name)")
      #expect(found.allSatisfy { $0.departure <= departureLimit }, "\(name)")
      let last = found.last.map { ($0.departure, $0.form) } ?? (.max, 0)
      // What is found beyond the promise is nearer than what it takes the place of.
      for near in within.prefix(limit) where !found.contains(near) {
        #expect(found.count == limit && last < (near.departure, near.form), "\(name)")
      }
    }
  }

  /// Other names, and names with a slip, a word turned, left out or put in.
  private static func queries(for names: [String], seed: UInt64) -> [String] {
    var random = SplitMix(seed: seed)
    return Self.names(150, seed: seed)
      + names.shuffled(using: &random).prefix(150).map { name in
        var words = name.split(separator: " ").map(String.init)
        for _ in 0..<Int.random(in: 1...2, using: &random) {
          let place = words.indices.randomElement(using: &random) ?? 0
          switch Int.random(in: 0..<5, using: &random) {
          case 0: words.swapAt(0, place)
          case 1 where words.count > 1: words.remove(at: place)
          case 2: words.insert(names.randomElement(using: &random) ?? "", at: place)
          case 3: words[place] = String(words[place].prefix(1))
          default: words[place] += "u"
          }
        }
        return words.joined(separator: " ")
      }
  }

  /// What is near as a whole, as it stands or turned, or has words near to two of the name, or to the one that is no initial.
  private static func isPromised(
    _ query: NearQuery, _ form: NearForm, besides nearest: Int, _ furthest: Int, _ leastDepartureByNearWords: Int
  ) -> Bool {
    let lengths = SegmentTable.Kind.wholeForms.lengths
    for whole in query.wholes where lengths.contains(whole.written.reduced.count) {
      let isNear = form.withWhole { _, reduced in
        lengths.contains(reduced.count)
          && whole.written.reducedPattern.distance(to: reduced) <= SegmentTable.distanceLimit
      }
      if isNear { return true }
    }
    let hasInitial = (0..<form.wordCount).contains { form.withWord($0) { letters, _ in letters.count == 1 } }
    let spelled = query.words.filter { !$0.isInitial }
    // Forms with initials are not looked for by near words beside one that departs by less than others do that are found so.
    let isByEqualWords =
      hasInitial
      && (form.wordCount > query.words.count
        || min(furthest, NearSearch.departureLimit(besides: nearest)) < leastDepartureByNearWords)
    let near = spelled.map { word in
      (0..<form.wordCount).filter { other in
        form.withWord(other) { letters, _ in
          if word.hasDigit { return letters.elementsEqual(word.written.letters) }
          let spelling = ReducedSpelling(letters)
          let limit = isByEqualWords ? 0 : NearWords.distanceLimit(ofLength: min(word.spelling.count, spelling.count))
          return spelling.count > 0 && word.spellingPattern.distance(to: spelling) <= limit
        }
      }
    }
    if near.count < 2 { return near.contains { !$0.isEmpty } }
    let isNearAsWritten = query.wholes.contains { whole in
      form.withWhole { letters, _ in whole.written.pattern.distance(to: letters) <= SegmentTable.distanceLimit }
    }
    if isNearAsWritten, form.wordCount == query.words.count, near.contains(where: { !$0.isEmpty }),
      nearest >= WordPairs.leastDepartureByOneWord
    {
      return true
    }
    return near.indices.contains { one in
      near.indices.contains { other in
        one < other && near[one].contains { word in near[other].contains { $0 != word } }
      }
    }
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
  @Test(arguments: ["NFRM", "NWRD", "FBEG"], [0xFFFF_FFFF, 0x7FFF_FFFF, 31, 0] as [UInt32])
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
