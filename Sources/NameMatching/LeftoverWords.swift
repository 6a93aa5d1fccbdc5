import Transliteration

/// What the words say that only one of two names has.
struct LeftoverWords {
  /// The words of one name that the other lacks.
  struct Side {
    /// What they tell, in nats.
    fileprivate(set) var information = 0.0
    /// How many there are, but for titles, particles and legal forms.
    fileprivate(set) var words = 0
    /// How many are single letters.
    fileprivate(set) var letters = 0
    fileprivate var numbers = 0
    fileprivate var patronymics = 0

    fileprivate mutating func add(_ word: ComparableWord) {
      if !word.isAddition { words += 1 }
      if word.isSingleLetter { letters += 1 }
      if word.isNumber { numbers += 1 }
      if Patronymic.isOne(word.letters) { patronymics += 1 }
    }
  }

  private(set) var first = Side()
  private(set) var second = Side()
  /// How rare the rarest word is.
  private(set) var greatestRarity = 0.0
  /// Whether both names have such a word, and not the same.
  var hasNumbersApart: Bool { first.numbers > 0 && second.numbers > 0 }
  var hasPatronymicsApart: Bool { first.patronymics > 0 && second.patronymics > 0 }

  private static let wordLimit = 12.0

  /// - Parameter spelled: how many words go together by their letters.
  init(_ alignment: NameAlignment, _ one: [ComparableWord], _ other: [ComparableWord], spelled: Int) {
    for position in alignment.leftFirst { count(one[position], isFirst: true) }
    for position in alignment.leftSecond { count(other[position], isFirst: false) }
    let isContradicted = hasPatronymicsApart
    for position in alignment.leftFirst {
      first.information += Self.information(one[position], spelled: spelled, isContradicted)
    }
    for position in alignment.leftSecond {
      second.information += Self.information(other[position], spelled: spelled, isContradicted)
    }
  }

  private mutating func count(_ word: ComparableWord, isFirst: Bool) {
    if isFirst { first.add(word) } else { second.add(word) }
    if !word.isAddition { greatestRarity = max(greatestRarity, Double(word.rarity) / 100) }
  }

  private static func information(_ word: ComparableWord, spelled: Int, _ isContradicted: Bool) -> Double {
    // Beside two words that agree a patronymic may be left out as well as not, where the other name has no other one.
    if spelled > 1, !isContradicted, Patronymic.isOne(word.letters) { return 0 }
    return min(wordLimit, Double(word.leftoverInformation) / 100)
  }
}

extension ComparableWord {
  /// Digits, or a word that says which of several: II, junior.
  var isNumber: Bool { script == "Zyyy" || meanings.contains { $0.role == .generation } }
  /// A letter of an alphabet by itself.
  var isSingleLetter: Bool { length == 1 && !["Hani", "Hang", "Kana", "Zyyy"].contains(script) }
}
