import SectionedFile
import UnicodeText

/// A published way to write one script in another, ready to use from any number of threads.
public struct TransliterationSystem: Sendable {
  public let description: SystemDescription
  private let engine: Engine
  private let style: SyllableStyle
  private let surnames: SurnameTable
  private let han: HanReadings

  private enum Engine: Sendable {
    case rules(RuleTransducer)
    /// Pinyin syllable → spelling, from Han characters or from pinyin.
    case syllables([String: String], PinyinSegmentation)
    case transform(Transform)
  }

  init(_ description: SystemDescription, tables: TransliterationTables) throws(TransliterationError) {
    self.description = description
    style = tables.styles[description.code] ?? .plain
    surnames = tables.surnames
    han = tables.han
    do {
      switch description.backing {
      case .rules:
        guard let rules = try tables.rules(of: description.code) else {
          throw SectionedFileError.missingSection(path: "tables", section: "rules of \(description.code)")
        }
        engine = .rules(RuleTransducer(rules))
      case .syllables, .han:
        let pinyin = try tables.pinyinSyllables()
        let spelled =
          try tables.syllables(of: description.code)
          ?? Dictionary(uniqueKeysWithValues: pinyin.map { ($0, $0) })
        engine = .syllables(spelled, PinyinSegmentation(syllables: pinyin))
      case .icu:
        engine = .transform(try Transform(id: description.icuID))
      }
    } catch let error as SectionedFileError {
      throw .tables(error)
    } catch let error as UnicodeTextError {
      throw .text(error)
    } catch {
      throw .unknownSystem(code: description.code, similar: [])
    }
  }

  /// `text` written by the system, in NFC.
  ///
  /// Text outside the system's source script is copied. Scripts without letter case come out with a capital at the head
  /// of each word, as names are written. In `style` person, unspaced Hangul and Han names are split by the surname lists.
  public func apply(_ text: String, style nameStyle: NameStyle = .automatic) throws(TransliterationError) -> String {
    do {
      return try convert(text, nameStyle).normalized(.nfc)
    } catch {
      throw .text(error)
    }
  }

  private func convert(_ text: String, _ nameStyle: NameStyle) throws(UnicodeTextError) -> String {
    switch engine {
    case .rules(let transducer):
      switch description.sourceScript {
      case "Hang": try convertHangul(text, nameStyle, transducer)
      case "Hrkt": capitalized(try transducer.apply(Kana.hiragana(text.normalized(.nfkc))))
      default: try transducer.apply(text)
      }
    case .syllables(let spellings, let pinyin):
      description.sourceScript == "Latn"
        ? try spellPinyin(text, spellings, pinyin) : try spellHan(text, nameStyle, spellings)
    case .transform(let transform):
      try transform.apply(text)
    }
  }

  // MARK: Korean

  private func convertHangul(
    _ text: String, _ nameStyle: NameStyle, _ transducer: RuleTransducer
  ) throws(UnicodeTextError) -> String {
    let composed = try text.normalized(.nfc)
    let words = composed.split(separator: " ").map(String.init)
    guard words.count == 1, let split = koreanSplit(words[0], nameStyle) else {
      return capitalized(try transducer.apply(composed))
    }
    let given = split.given.map { String($0) }
    guard !style.joiner.isEmpty, !style.isJoinerShown else {
      return capitalized(try transducer.apply("\(split.surname) \(style.join(given))"))
    }
    let spelled = try transducer.apply("\(split.surname) \(style.join(given))")
    return capitalized(spelled.split(separator: style.joiner).joined())
  }

  private func koreanSplit(_ word: String, _ nameStyle: NameStyle) -> SurnameTable.Split? {
    guard word.unicodeScalars.allSatisfy({ HangulJamo.syllables.contains($0.value) }) else { return nil }
    let best = surnames.splitKorean(word).first
    switch nameStyle {
    case .other: return nil
    case .person: return best
    case .automatic:
      // Two syllables are a place or a word more often than a person; four are a person only with a double surname.
      guard let best, best.isListed, best.given.count == 2 else { return nil }
      return best
    }
  }

  // MARK: Chinese

  private func spellHan(
    _ text: String, _ nameStyle: NameStyle, _ spellings: [String: String]
  ) throws(UnicodeTextError) -> String {
    var result = ""
    var run = ""
    let composed = try text.normalized(.nfc)
    let length = composed.utf8.count
    func flush() {
      guard !run.isEmpty else { return }
      if let last = result.last, last.isLetter { result += " " }
      result += spellHanRun(run, isAlone: run.utf8.count == length, nameStyle, spellings)
      run = ""
    }
    for character in composed {
      if character.unicodeScalars.count == 1, han.reading(of: character.unicodeScalars.first!) != nil {
        run.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }

  private func spellHanRun(
    _ run: String, isAlone: Bool, _ nameStyle: NameStyle, _ spellings: [String: String]
  ) -> String {
    let split = surnames.splitChinese(run) { simplified($0) }.first
    // Two characters are a place as often as a person.
    let looksLikePerson = isAlone && run.count > 2 && split?.isListed == true
    let isPerson = nameStyle == .person || nameStyle == .automatic && looksLikePerson
    guard isPerson, let split else { return capitalized(style.join(readings(of: run).map { spellings[$0] ?? $0 })) }
    let surname =
      surnames.reading(ofChineseSurname: String(split.surname.map(simplified))) ?? readings(of: split.surname)
    let surnameText = style.join(surname.map { spellings[$0] ?? $0 })
    let given = style.join(readings(of: split.given).map { spellings[$0] ?? $0 })
    return [surnameText, given].filter { !$0.isEmpty }.map(capitalized).joined(separator: " ")
  }

  private func readings(of text: String) -> [String] {
    text.unicodeScalars.map { han.reading(of: $0) ?? String($0) }
  }

  private func simplified(_ character: Character) -> Character {
    let scalars = character.unicodeScalars
    return scalars.count == 1 ? Character(han.simplified(scalars.first!)) : character
  }

  private func spellPinyin(
    _ text: String, _ spellings: [String: String], _ pinyin: PinyinSegmentation
  ) throws(UnicodeTextError) -> String {
    var result = ""
    var word = ""
    func flush() throws(UnicodeTextError) {
      guard !word.isEmpty else { return }
      let letters = try word.lowercased().normalized(.nfd)
      let toneless = String(String.UnicodeScalarView(letters.unicodeScalars.filter { !Self.toneMarks.contains($0) }))
      if let syllables = pinyin.split(try toneless.normalized(.nfc)) {
        let spelled = style.join(syllables.map { spellings[$0] ?? $0 })
        result += word.first?.isUppercase == true ? capitalized(spelled) : spelled
      } else {
        result += word
      }
      word = ""
    }
    for character in text {
      if character.isLetter || character == "'" || character == "’" {
        word.append(character)
      } else {
        try flush()
        result.append(character)
      }
    }
    try flush()
    return result
  }

  private static let toneMarks: Set<Unicode.Scalar> = ["\u{0300}", "\u{0301}", "\u{0304}", "\u{030C}"]

  /// A capital at the head of each word; a hyphen begins no word.
  private func capitalized(_ text: String) -> String {
    var result = ""
    var isHead = true
    for character in text {
      if isHead, character.isLetter {
        result += character.uppercased()
        isHead = false
      } else {
        result.append(character)
        if character.isWhitespace { isHead = true }
      }
    }
    return result
  }
}

/// The two syllabaries of Japanese as one.
enum Kana {
  /// Katakana as hiragana (U+30A1...U+30F6 lie 0x60 above their counterparts); ー stays.
  static func hiragana(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isKatakana = (0x30A1...0x30F6).contains(scalar.value)
      result.unicodeScalars.append(isKatakana ? Unicode.Scalar(scalar.value - 0x60) ?? scalar : scalar)
    }
    return result
  }
}
