import Allonym
import NameModel
import Transliteration
import UnicodeText

/// Which spelling of a name is the canonical one: `--to`.
enum CanonicalSpelling {
  /// English where the tables have it, the native form otherwise.
  case standard
  /// The preferred form in a language.
  case language(LanguageTag)
  /// The native form written by a system.
  case system(SystemDescription, Transliterator)

  /// - Parameter text: a language tag, or the code of a system; `nil` is `standard`.
  init(_ text: String?) throws {
    guard let text else {
      self = .standard
      return
    }
    do {
      if let system = try Transliterator.systems().first(where: { $0.code == text }) {
        self = .system(system, try Transliterator(text))
      } else if let tag = LanguageTag(text) {
        self = .language(tag)
      } else {
        // Says which codes are alike.
        _ = try Transliterator(text)
        self = .standard
      }
    } catch {
      throw CommandFailure("--to \(text): no language tag, and \(error)")
    }
  }

  /// The spelling for an entity, or why there is none.
  func spelling(of entity: Entity) throws -> (text: String?, reason: String?) {
    let native = entity.nativeName
    switch self {
    case .standard:
      return ((entity.preferredName(for: "en") ?? native)?.text, nil)
    case .language(let tag):
      let form = entity.preferredName(for: tag)
      return (form?.text, form == nil ? "the tables have no preferred form in \(tag.rawValue)" : nil)
    case .system(let system, let transliterator):
      let forms = [native, entity.preferredName(for: system.language)].compactMap { $0 }
      guard let form = forms.first(where: { system.reads($0.text) }) else {
        return (nil, "the tables have no form that \(system.code) reads")
      }
      let style: NameStyle = entity.type == .person ? .person : .other
      return (try Self.written(form.text, by: transliterator, style), nil)
    }
  }

  /// A name that no table knows, written by rule; `nil` where no rule applies, or its script is not the one asked for.
  func restored(_ name: String, _ usual: Resolution.Restoration?) throws -> RestoredSpelling? {
    switch self {
    case .standard: return usual.map { RestoredSpelling($0) }
    case .language(let tag):
      // The usual systems write Latin letters.
      let script = tag.script ?? (try? Script.likely(forLanguage: tag.rawValue))?.code
      return script == "Latn" ? usual.map { RestoredSpelling($0) } : nil
    case .system(let system, let transliterator):
      guard system.reads(name) else { return nil }
      let text = try Self.written(name, by: transliterator, .automatic)
      return text == name ? nil : RestoredSpelling(text: text, system: system.code, label: system.label)
    }
  }

  private static func written(_ text: String, by system: Transliterator, _ style: NameStyle) throws -> String {
    do { return try system.transliterate(text, style: style) } catch { throw CommandFailure(error.description) }
  }
}

/// A name that no table knows, written by rule.
struct RestoredSpelling {
  var text: String
  /// Code and label of the system that wrote it.
  var system: String
  var label: String
}

extension RestoredSpelling {
  fileprivate init(_ restoration: Resolution.Restoration) {
    self.init(text: restoration.text, system: restoration.system, label: restoration.label)
  }
}

extension SystemDescription {
  /// Whether a text is in the script that the system reads.
  fileprivate func reads(_ text: String) -> Bool {
    guard let script = text.dominantScript?.code else { return false }
    return sourceScript == "Hrkt" ? ["Hira", "Kana"].contains(script) : script == sourceScript
  }
}
