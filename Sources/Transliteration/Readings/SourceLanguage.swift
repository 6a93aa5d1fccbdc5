/// The languages whose names are read in units of their own writing.
public enum SourceLanguage: String, CaseIterable, Hashable, Sendable {
  case korean = "ko"
  case chinese = "zh"
  case russian = "ru"
  case japanese = "ja"
  /// Names of Western Europe as they come back from Russian.
  case english = "en"
  case german = "de"
  case french = "fr"

  /// The three-letter code (ISO 639-3) that names the language in system codes and file names.
  public var code: String {
    switch self {
    case .korean: "kor"
    case .chinese: "zho"
    case .russian: "rus"
    case .japanese: "jpn"
    case .english: "eng"
    case .german: "deu"
    case .french: "fra"
    }
  }

  /// How many kinds of units follow each other in turn: initial, vowel and final in Korean; one kind elsewhere.
  public var phaseCount: Int { self == .korean ? 3 : 1 }

  /// Names in these languages are runs of syllables of one morpheme each: two well-formed readings that differ in a
  /// syllable are different names, at any edit distance.
  public var isSyllabic: Bool { self == .korean || self == .chinese }

  /// The order of a person's name at home: the surname first.
  public var putsSurnameFirst: Bool { self == .korean || self == .chinese || self == .japanese }
}
