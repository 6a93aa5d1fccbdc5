import Testing

@testable import Transliteration

/// Systems in a row.
struct RelayTests {
  @Test func theStrictRelay() throws {
    let relay = try Relay(
      codes: ["var-kor-Hang-Cyrl-kontsevich", "bgnpcgn-rus-Cyrl-Latn-1947"], tables: compiledTables())
    let legs = try relay.legs(of: "조춘룡")
    #expect(legs.map(\.text) == ["Чо Чхуллён", "Cho Chkhullën"])
    #expect(legs.map(\.system.label) == ["Kontsevich", "BGN/PCGN 1947"])
    #expect(try relay.apply("조춘룡") == "Cho Chkhullën")
  }

  @Test(arguments: [
    ("조춘룡", ["var-kor-Hang-Cyrl-press", "bgnpcgn-rus-Cyrl-Latn-1947"], "Cho Chkhun Rën"),
    ("李鸿忠", ["sac-zho-Hans-Latn-1979", "var-zho-Latn-Cyrl-palladius"], "Ли Хунчжун"),
    (
      "李鸿忠", ["sac-zho-Hans-Latn-1979", "var-zho-Latn-Cyrl-palladius", "bgnpcgn-rus-Cyrl-Latn-1947"],
      "Li Khunchzhun"
    ),
    ("しんじゅく", ["var-jpn-Hrkt-Cyrl-polivanov", "icao-rus-Cyrl-Latn-9303"], "Sindziuku"),
    ("Щука", ["bgnpcgn-rus-Cyrl-Latn-1947"], "Shchuka"),
  ])
  func relays(text: String, codes: [String], expected: String) throws {
    #expect(try Relay(codes: codes, tables: compiledTables()).apply(text) == expected)
  }

  /// Palladius from characters is Palladius from their pinyin.
  @Test(arguments: ["李鸿忠", "习近平", "欧阳修", "毛泽东", "北京", "东安", "西安"])
  func palladiusTwoWays(name: String) throws {
    let tables = try compiledTables()
    let direct = try tables.system("var-zho-Hani-Cyrl-palladius").apply(name)
    let relay = try Relay(codes: ["sac-zho-Hans-Latn-1979", "var-zho-Latn-Cyrl-palladius"], tables: tables)
    #expect(try relay.apply(name) == direct)
  }

  private func refusal(of codes: [String]) throws -> TransliterationError? {
    do {
      _ = try Relay(codes: codes, tables: compiledTables())
      return nil
    } catch let error as TransliterationError {
      return error
    }
  }

  @Test func brokenRelaysSayWhere() throws {
    let error = try #require(
      try refusal(of: ["bgnpcgn-rus-Cyrl-Latn-1947", "var-kor-Hang-Cyrl-kontsevich"]))
    guard case .brokenRelay(let first, let writes, let second, let reads) = error else {
      Issue.record("\(error)")
      return
    }
    #expect([first, writes] == ["bgnpcgn-rus-Cyrl-Latn-1947", "Latn"])
    #expect([second, reads] == ["var-kor-Hang-Cyrl-kontsevich", "Hang"])
    #expect(
      error.description
        == "`bgnpcgn-rus-Cyrl-Latn-1947` writes Latn, but `var-kor-Hang-Cyrl-kontsevich` reads Hang; "
        + "put a system between them that leads from Latn to Hang")
  }

  @Test func emptyAndUnknownRelays() throws {
    guard case .emptyRelay? = try refusal(of: []) else {
      Issue.record("an empty relay is accepted")
      return
    }
    guard case .unknownSystem(let code, _)? = try refusal(of: ["bgnpcgn-rus-Cyrl-Latn-1947", "nonsense"]) else {
      Issue.record("an unknown system is accepted")
      return
    }
    #expect(code == "nonsense")
  }
}
