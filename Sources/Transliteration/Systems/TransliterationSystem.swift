import SectionedFile
import UnicodeText

/// A published way to write one script in another, ready to use from any number of threads.
public struct TransliterationSystem: Sendable {
  public let description: SystemDescription
  private let engine: Engine

  private enum Engine: Sendable {
    case letters(LetterSystem)
    case han(HanSystem)
    case pinyin(PinyinSystem)
    case transform(Transform)
  }

  init(_ description: SystemDescription, tables: TransliterationTables) throws(TransliterationError) {
    self.description = description
    let style = tables.styles[description.code] ?? .plain
    do {
      switch description.backing {
      case .rules:
        let isKorean = ["Hang", "Kore"].contains(description.sourceScript)
        engine = .letters(
          LetterSystem(
            try tables.rules(of: description.code), description, style: style,
            surnames: tables.surnames, hanja: isKorean ? try tables.readings(of: "ko") : nil,
            // The system is kept by the tables, which it must not keep in turn.
            kanji: { [weak tables] in try? tables?.japaneseNames() }))
      case .syllables where description.sourceScript == "Latn":
        let spellings = try tables.syllables(of: description.code) ?? [:]
        engine = .pinyin(
          PinyinSystem(
            spellings: spellings, segmentation: PinyinSegmentation(syllables: Set(spellings.keys)), style: style))
      case .syllables, .han:
        let isMandarin = description.language.hasPrefix("zh")
        engine = .han(
          HanSystem(
            readings: isMandarin ? tables.han : try tables.readings(of: description.language) ?? tables.han,
            spelled: try tables.syllables(of: description.code) ?? [:],
            characters: try tables.syllables(of: description.code, characters: true) ?? [:], style: style,
            surnames: isMandarin
              ? tables.surnames.chineseSurnames : tables.surnames.chineseSurnames.mapValues { _ in [] }))
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
  public func apply(_ text: String, style: NameStyle = .automatic) throws(TransliterationError) -> String {
    var trace: OffsetTrace?
    do { return try write(text, style, trace: &trace) } catch { throw .text(error) }
  }

  /// `text` written by the system, with what each part was made from and what could not be written.
  public func transliterate(
    _ text: String, style: NameStyle = .automatic
  ) throws(TransliterationError) -> Transliteration {
    var trace: OffsetTrace? = OffsetTrace()
    do {
      let written = try write(text, style, trace: &trace)
      return Transliteration(
        source: text, text: written, trace: trace, sourceScript: description.sourceScript,
        targetScript: description.targetScript)
    } catch {
      throw .text(error)
    }
  }

  private func write(_ text: String, _ style: NameStyle, trace: inout OffsetTrace?) throws(UnicodeTextError) -> String {
    switch engine {
    case .letters(let system): try system.write(text, style, trace: &trace)
    case .han(let system): try system.write(text, style, trace: &trace)
    case .pinyin(let system): try system.write(text, trace: &trace)
    case .transform(let transform): try transform.apply(text).normalized(.nfc)
    }
  }
}
