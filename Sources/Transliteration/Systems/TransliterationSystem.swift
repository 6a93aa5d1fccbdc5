import SectionedFile
import UnicodeText

/// A published way to write one script in another, ready to use from any number of threads.
public struct TransliterationSystem: Sendable {
  public var description: SystemDescription { core.description }
  private let core: Core

  /// Shared by all copies: a description has many texts, which are not to be counted for each name that is written.
  private final class Core: Sendable {
    let description: SystemDescription
    let engine: Engine

    init(_ description: SystemDescription, _ engine: Engine) {
      self.description = description
      self.engine = engine
    }
  }

  private enum Engine: Sendable {
    case letters(LetterSystem)
    case han(HanSystem)
    case pinyin(PinyinSystem)
    case transform(Transform)
  }

  init(_ description: SystemDescription, tables: TransliterationTables) throws(TransliterationError) {
    let engine: Engine
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
            spellings: spellings, segmentation: PinyinSegmentation(syllables: Set(spellings.keys)), style: style,
            pinyinStyle: tables.styles["sac-zho-Hans-Latn-1979"] ?? .plain))
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
    core = Core(description, engine)
  }

  /// `text` written by the system, in NFC.
  ///
  /// Text outside the system's source script is copied. Scripts without letter case come out with a capital at the head
  /// of each word, as names are written, in copied words too. In `style` person, unspaced Hangul and Han names are split by the surname lists.
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
        source: text, text: written, trace: trace, sourceScripts: [description.sourceScript],
        targetScript: description.targetScript)
    } catch {
      throw .text(error)
    }
  }

  /// Texts that the system may have made `text` from, the likeliest first; what they are written as is `text`, but for
  /// marks that somebody dropped.
  ///
  /// Rules of several passes that copy letters which they do not tell apart (the Indic ones do) are undone in part only.
  ///
  /// Time is bounded for any text: words are undone one by one, and words of more than 80 letters are not. Systems that
  /// start from Han characters have no inverse (many characters share a syllable), nor have those that ICU backs; Korean
  /// and other names of unknown origin are for `NameRestorer`.
  public func sources(of text: String, limit: Int = 10) throws(TransliterationError) -> [SourceReading] {
    guard limit > 0 else { return [] }
    switch core.engine {
    case .letters(let system): do { return try system.sources(of: text, limit: limit) } catch { throw .text(error) }
    case .pinyin(let system): return system.sources(of: text, limit: limit)
    case .han, .transform: return []
    }
  }

  private func write(_ text: String, _ style: NameStyle, trace: inout OffsetTrace?) throws(UnicodeTextError) -> String {
    switch core.engine {
    case .letters(let system): try system.write(text, style, trace: &trace)
    case .han(let system): try system.write(text, style, trace: &trace)
    case .pinyin(let system): try system.write(text, trace: &trace)
    case .transform(let transform): try transform.apply(text).normalized(.nfc)
    }
  }
}
