/// One word of a name, ready to be compared.
public struct ComparableWord: Sendable {
  /// Folded letters.
  public let letters: String
  /// ISO 15924.
  public let script: String
  /// The word packed, where it is Latin.
  public let latin: LatinWord?
  /// The letter model of the script; `nil` where there is none, or it does not know the letters.
  let model: LetterModel?
  /// The word as the model reads it; for Latin words, which are mostly compared with words of other scripts, only where it
  /// was asked for.
  private let read: LetterWord?
  /// The same by the model of names that look alike.
  private let readAlike: LetterWord?
  private let alikeModel: LetterModel?
  /// The likeliest Latin spellings of a word in another script that will be compared with many others.
  private let pivots: [Pivot]
  /// What the word may mean.
  public var meanings: [NameLexicon.Meaning] = []
  /// −100 · ln of the share of names that have the word, for Latin ones.
  public let rarity: Int
  /// How many letters, jamo or characters it has.
  public let length: Int

  /// - Parameter isQuery: whether the word will be compared with many others.
  public init(_ letters: String, script: String, tables: TransliterationTables, isQuery: Bool = false) {
    self.letters = letters
    self.script = script == "Hira" ? "Kana" : script
    latin = script == "Latn" ? LatinWord(letters) : nil
    let model = tables.letters(of: self.script)
    rarity = latin == nil ? WordRarity.unlisted : tables.rarity.cost(of: letters)
    if let latin {
      self.model = model
      read = isQuery ? model.flatMap { LetterWord(letters, model: $0) } : nil
      alikeModel = tables.letters(of: LetterModel.alike)
      readAlike = isQuery ? alikeModel.flatMap { LetterWord(letters, model: $0) } : nil
      pivots = []
      length = latin.letters.count
    } else {
      let word = model.flatMap { LetterWord(letters, model: $0) }
      let isReadable = word?.isReadable == true
      self.model = isReadable ? model : nil
      read = isReadable ? word : nil
      readAlike = nil
      alikeModel = nil
      pivots = isQuery ? read.map(Self.pivots) ?? [] : []
      length = word?.length ?? letters.unicodeScalars.count
    }
  }

  /// A word of an index, which keeps its folded letters.
  public init(indexed letters: String, tables: TransliterationTables) {
    self.init(letters, script: FoldedName.script(of: letters), tables: tables)
    meanings = tables.lexicon.meanings(of: letters)
  }

  private init(joining first: ComparableWord, _ second: ComparableWord, model: LetterModel) {
    letters = first.letters + second.letters
    script = first.script
    latin = first.script == "Latn" ? LatinWord(first.letters + second.letters) : nil
    self.model = model
    read = latin == nil ? LetterWord(letters, model: model) : nil
    readAlike = nil
    alikeModel = first.alikeModel
    pivots = first.pivots.isEmpty && second.pivots.isEmpty ? [] : read.map(Self.pivots) ?? []
    length = first.length + second.length
    rarity = WordRarity.unlisted
  }

  /// Both words as one; `nil` where they are of two scripts.
  public func joined(with next: ComparableWord) -> ComparableWord? {
    guard script == next.script, let model, next.model != nil else { return nil }
    return ComparableWord(joining: self, next, model: model)
  }

  /// The word as the letter model of its script reads it.
  public var spelled: LetterWord? { read ?? model.flatMap { LetterWord(letters, model: $0) } }

  private var alike: LetterWord? { readAlike ?? alikeModel.flatMap { LetterWord(letters, model: $0) } }

  /// The likeliest Latin spellings of the word, the likeliest first; itself alone where it is Latin, none where no model
  /// reads it.
  public func latinSpellings(limit: Int) -> [LatinWord] {
    if let latin { return [latin] }
    if !pivots.isEmpty, limit <= Self.pivotCount { return pivots.prefix(limit).map(\.latin) }
    return read.map { $0.spellings(limit: limit, width: 8).map { LatinWord(letters: $0.word) } } ?? []
  }

  /// What the word tells by itself: −100 · ln of its probability.
  public var information: Int {
    if let latin, let model, read == nil { return model.singleCost(of: latin) }
    return read?.cost ?? Self.unreadLetter * length
  }

  /// Whether the word says nothing about whose name it is: a title, a particle, a legal form.
  public var isAddition: Bool {
    meanings.contains { $0.role == .title || $0.role == .particle || $0.role == .legalForm }
  }

  /// Whether the word is the Arabic article by itself.
  public var isArabicArticle: Bool { script == "Arab" && ArabicArticle.isOne(letters) }

  /// What it tells that one name has the word and another has not.
  public var leftoverInformation: Int {
    if isAddition { return 0 }
    return meanings.contains { $0.role == .generic } ? min(information, Self.genericLimit) : information
  }

  /// The meaning that both words have, the surest one; never of titles and particles, which say nothing.
  public func commonMeaning(with other: ComparableWord) -> NameLexicon.Meaning? {
    var best: NameLexicon.Meaning?
    for meaning in meanings where meaning.isShared {
      for match in other.meanings where match.role == meaning.role && match.number == meaning.number {
        let weight = min(meaning.weight, match.weight)
        if weight > best?.weight ?? 0 {
          best = NameLexicon.Meaning(role: meaning.role, number: meaning.number, weight: weight)
        }
      }
    }
    return best
  }

  /// A generic word tells less than its letters would.
  private static let genericLimit = 500
  private static let unreadLetter = 250
  /// How many Latin spellings of each word are tried where neither is Latin.
  private static let pivotCount = 4

  /// How near the words are; `nil` where no model leads from one to the other.
  public func distance(to other: ComparableWord) -> WordDistance? {
    if script == other.script, letters == other.letters { return .equal(information) }
    switch (latin, other.latin) {
    case (let a?, let b?):
      // The model is the same in both directions, but of equally likely walks only one is found: the order decides.
      let isInOrder = !a.letters.lexicographicallyPrecedes(b.letters)
      return isInOrder ? latinDistance(to: other, b) : other.latinDistance(to: self, a)?.reversed
    case (nil, let b?):
      guard let spelled else { return nil }
      return WordDistance(
        joint: LetterDistance.joint(spelled, b), first: spelled.cost, second: spelled.model.cost(of: b))
    case (let a?, nil):
      guard let spelled = other.spelled else { return nil }
      return WordDistance(
        joint: LetterDistance.joint(spelled, a), first: spelled.model.cost(of: a), second: spelled.cost)
    case (nil, nil):
      return pivotDistance(to: other)
    }
  }

  private func latinDistance(to other: ComparableWord, _ latin: LatinWord) -> WordDistance? {
    guard let first = spelled, let model else { return nil }
    let joint = LetterDistance.joint(first, latin)
    var distance = WordDistance(joint: joint, first: first.cost, second: model.singleCost(of: latin))
    if distance.shared > 0, let alike { distance.contrast = LetterDistance.joint(alike, latin) - joint }
    return distance
  }

  /// A Latin spelling by way of which two words of other scripts are compared.
  private struct Pivot: Sendable {
    var latin: LatinWord
    /// Of the spelling and the word.
    var joint: Int
    /// Of the spelling by itself.
    var cost: Int
  }

  private static func pivots(of word: LetterWord) -> [Pivot] {
    word.spellings(limit: pivotCount, width: 8).map { letters, _ in
      let latin = LatinWord(letters: letters)
      return Pivot(latin: latin, joint: LetterDistance.joint(word, latin), cost: word.model.cost(of: latin))
    }
  }

  /// By way of the Latin spelling that suits both best: one of the word that is compared with many, or one of either.
  private func pivotDistance(to other: ComparableWord) -> WordDistance? {
    guard let spelled, let otherSpelled = other.spelled else { return nil }
    var best: Int?
    func tryAll(_ pivots: [Pivot], _ word: LetterWord) {
      for pivot in pivots {
        let spelling = (pivot.cost + word.model.cost(of: pivot.latin)) / 2
        let joint = pivot.joint + LetterDistance.joint(word, pivot.latin) - spelling
        best = min(best ?? joint, joint)
      }
    }
    if pivots.isEmpty, other.pivots.isEmpty {
      tryAll(Self.pivots(of: spelled), otherSpelled)
      tryAll(Self.pivots(of: otherSpelled), spelled)
    } else {
      tryAll(pivots, otherSpelled)
      tryAll(other.pivots, spelled)
    }
    return best.map { WordDistance(joint: $0, first: spelled.cost, second: otherSpelled.cost) }
  }
}
