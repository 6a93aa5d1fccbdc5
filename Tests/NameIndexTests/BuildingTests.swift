import NameModel
import SectionedFile
import Testing

@testable import NameIndex

@Suite("Building an index")
struct BuildingTests {
  /// An entity as the index keeps it: forms in canonical order.
  private func canonical(_ entity: Entity) -> Entity {
    var entity = entity
    entity.names.sort(by: NameForm.precedes)
    return entity
  }

  @Test func everythingIsReadBack() throws {
    let index = try NameIndex(bytes: SmallIndex.bytes(), verification: .complete)
    let expected = SmallIndex.entities.sorted { $0.id < $1.id }.map(canonical)
    #expect(try index.allEntities() == expected)
    #expect(index.entityCount == SmallIndex.entities.count)
    #expect(index.formCount == SmallIndex.entities.reduce(0) { $0 + $1.names.count })
    #expect(index.decisionCount == 3)
    #expect(index.sourceCount == 2)
    for decision in SmallIndex.decisions {
      #expect(try index.decision(decision.a, decision.b) == decision)
      #expect(try index.decision(decision.b, decision.a) == decision)
    }
    for source in SmallIndex.sources { #expect(try index.source(source.id) == source) }
    #expect(try index.source("s3") == nil)
    #expect(try index.source("") == nil)
    #expect(try index.decision("li-hongzhong", "pyongyang") == nil)
    #expect(try index.decision("li-hongzhong", "li-hongzhong") == nil)
    #expect(try index.decision("nobody", "") == nil)
  }

  @Test func formsKnowTheirEntityAndEntitiesTheirForms() throws {
    let index = try NameIndex(bytes: SmallIndex.bytes())
    for (number, entity) in try index.allEntities().enumerated() {
      let number = UInt32(number)
      #expect(try index.entityID(number) == entity.id)
      #expect(try index.entityType(number) == entity.type)
      let forms = try index.formNumbers(ofEntity: number)
      for (form, expected) in zip(forms, entity.names) {
        #expect(try index.form(form) == IndexedForm(number: form, entity: number, form: expected))
        #expect(try index.entityNumber(ofForm: form) == number)
      }
      let native = try index.nativeForm(ofEntity: number)
      #expect(forms.contains(native))
      #expect(try index.form(native).form == entity.nativeName)
    }
  }

  /// é in one normalization form and é in the other are equal strings and different bytes.
  @Test func textsKeepTheirBytes() throws {
    let index = try NameIndex(bytes: SmallIndex.bytes())
    let plaque = try #require(try index.allEntities().first { $0.id == "un-plaque" })
    #expect(plaque.names.map { Array($0.text.utf8) } == [Array("e\u{301}t\u{E9}".utf8), Array("\u{E9}".utf8)])
    let twice = Entity(
      id: "twice", type: .work,
      names: [SmallIndex.form("e\u{301}", "fr", .pref), SmallIndex.form("\u{E9}", "fr", .alt)])
    let forms = try NameIndex(bytes: SmallIndex.bytes([twice], [])).entity(0).names
    #expect(forms.map { $0.text.unicodeScalars.count } == [2, 1])
  }

  @Test func theSameEntitiesInAnyOrderGiveTheSameBytes() throws {
    let expected = try SmallIndex.bytes()
    var random = SplitMix(seed: 3)
    for _ in 0..<20 {
      var entities = SmallIndex.entities.shuffled(using: &random)
      for index in entities.indices { entities[index].names.shuffle(using: &random) }
      let found = try SmallIndex.bytes(
        entities, SmallIndex.decisions.shuffled(using: &random), SmallIndex.sources.shuffled(using: &random))
      #expect(found == expected)
    }
  }

  /// Rows that differ only in columns by which nothing is sorted.
  @Test func rowsThatNearlyRepeatGiveTheSameBytesInAnyOrder() throws {
    let forms = ["s1", "s2", "s3"].flatMap { source in
      [NamePart.full, .family].map { part in
        NameForm(text: "Kim", language: .undetermined, kind: .alt, part: part, source: source)
      }
    }
    let decisions = Judgement.allCases.flatMap { judgement in
      ["s1", "s2"].map { Decision("a", "b", judgement, source: $0) }
    }
    let sources = ["One", "Two", "Three"].map { Source(id: "s1", title: $0, licence: "facts") }
    func bytes(_ forms: [NameForm], _ decisions: [Decision], _ sources: [Source]) throws -> [UInt8] {
      try SmallIndex.bytes(
        [Entity(id: "a", type: .person, names: forms), Entity(id: "b", type: .person, names: forms.reversed())],
        decisions, sources)
    }
    let expected = try bytes(forms, decisions, sources)
    var random = SplitMix(seed: 5)
    for _ in 0..<20 {
      let found = try bytes(
        forms.shuffled(using: &random), decisions.shuffled(using: &random), sources.shuffled(using: &random))
      #expect(found == expected)
    }
  }

  @Test func rejectedAndLetterlessFormsAreLeftOut() throws {
    let entity = Entity(
      id: "x", type: .person,
      names: [
        SmallIndex.form("Kim", "en", .pref), SmallIndex.form("Kym", "en", .alt, status: .rejected),
        SmallIndex.form("...", "en", .alt), SmallIndex.form("", "en", .alt),
        SmallIndex.form(String(repeating: "a", count: 5_000), "en", .alt),
      ])
    #expect(try NameIndex(bytes: SmallIndex.bytes([entity], [])).entity(0).names.map(\.text) == ["Kim"])
  }

  @Test func anIndexOfNothing() throws {
    let index = try NameIndex(bytes: SmallIndex.bytes([], [], []), verification: .complete)
    #expect((index.entityCount, index.formCount, index.keyCount) == (0, 0, 0))
    #expect(try index.forms(for: NameKey(rawValue: 0)).isEmpty)
    #expect(throws: SectionedFileError.self) { try index.entity(0) }
    #expect(throws: SectionedFileError.self) { try index.form(0) }
  }

  @Test func summaryCountsWhatIsThere() throws {
    var builder = NameIndexBuilder(tables: try SmallIndex.tables())
    for entity in SmallIndex.entities { try builder.add(entity) }
    var file = SectionedFileWriter()
    let summary = try builder.add(to: &file)
    let index = try NameIndex(bytes: file.bytes())
    #expect(summary.entities == index.entityCount)
    #expect(summary.forms == index.formCount)
    #expect(summary.keys == index.keyCount)
    #expect(summary.postings >= summary.keys)
  }

  // MARK: Rejections

  @Test func anEntityThatComesTwice() throws {
    var builder = NameIndexBuilder(tables: try SmallIndex.tables())
    try builder.add(SmallIndex.entities[0])
    #expect(throws: NameIndexBuilder.Rejection.duplicateEntity(id: "jo-chun-ryong")) {
      try builder.add(SmallIndex.entities[0])
    }
  }

  @Test(
    arguments: [
      [], ["", " ", "...", "🙂", "\u{200B}"], [String(repeating: "名", count: 2_000)],
    ] as [[String]])
  func anEntityWithoutAUsableName(names: [String]) throws {
    var builder = NameIndexBuilder(tables: try SmallIndex.tables())
    let entity = Entity(id: "nameless", type: .person, names: names.map { SmallIndex.form($0, "en", .pref) })
    let rejection = #expect(throws: NameIndexBuilder.Rejection.self) { try builder.add(entity) }
    #expect(rejection == .noUsableName(id: "nameless"))
    #expect(rejection?.description.contains("nameless") == true)
  }

  @Test func anEntityOfRejectedNames() throws {
    var builder = NameIndexBuilder(tables: try SmallIndex.tables())
    #expect(throws: NameIndexBuilder.Rejection.noUsableName(id: "x")) {
      try builder.add(
        Entity(id: "x", type: .person, names: [SmallIndex.form("Kim", "en", .pref, status: .rejected)]))
    }
  }

  @Test func aDecisionAboutSomebodyUnknown() throws {
    for (a, b) in [("jo-chun-ryong", "nobody"), ("nobody", "jo-chun-ryong"), ("nobody", "zzz")] {
      #expect(throws: NameIndexBuilder.Rejection.unknownEntityInDecision(id: "nobody")) {
        try SmallIndex.bytes(SmallIndex.entities, [Decision(a, b, .different, source: "s1")])
      }
    }
  }
}
