import NameModel

/// What becomes of a record.
enum RecordOutcome {
  /// An entity that is complete.
  case entity(EntityDraft)
  /// The first of the records of an entity, which is written later, by ``ImportSink/write(_:)``; `done` is one that is
  /// complete now.
  case held(done: EntityDraft?)
  /// A record that belongs to an entity held before.
  case joined
  /// A record of which ``ImportSink/settle(_:_:)`` says later what became of it.
  case deferred
  /// A record of a kind that has no place here.
  case leftOut
}

/// Takes what importers find, cleans and counts it, and writes it.
final class ImportSink {
  let options: ImportOptions
  private(set) var counts = ImportCounts()
  private let filter: ImportFilter
  private let output: EntityOutput
  private let progress: Progress
  private var encoder = EntityEncoder()
  private var languages = NameLanguages()
  private var reported = 0

  /// Messages about more bad records than this help nobody.
  private static let reportLimit = 100

  init(_ options: ImportOptions, _ filter: ImportFilter, output: EntityOutput) {
    self.options = options
    self.filter = filter
    self.output = output
    progress = Progress("records", isHidden: output.isTerminal)
  }

  /// Whether names of this language are wanted.
  func wants(_ language: LanguageTag) -> Bool { filter.wants(language) }

  /// Whether entities of this type are wanted; one that is not known takes the default.
  func wants(_ type: EntityType?) -> Bool { (type ?? options.defaultType).map(filter.wants) ?? false }

  /// Reads one record.
  func record(_ place: @autoclosure () -> RecordPlace, _ body: () throws(RecordError) -> RecordOutcome) throws {
    counts.records += 1
    progress.advance()
    try settle(place(), body)
  }

  /// Says what became of a record that was read before.
  func settle(_ place: @autoclosure () -> RecordPlace, _ body: () throws(RecordError) -> RecordOutcome) throws {
    let outcome: RecordOutcome
    do throws(RecordError) {
      outcome = try body()
    } catch {
      return try reject(error, at: place())
    }
    switch outcome {
    case .entity(let draft): try write(draft)
    case .held(let done): if let done { try write(done) }
    case .joined: counts.joined += 1
    case .deferred: break
    case .leftOut: counts.leftOut += 1
    }
  }

  /// Counts a record that could not even be read.
  func unreadable(_ error: RecordError, at place: RecordPlace) throws {
    counts.records += 1
    try reject(error, at: place)
  }

  /// Writes an entity whose first record was counted already.
  func write(_ draft: EntityDraft) throws {
    guard let type = draft.type ?? options.defaultType, filter.wants(type) else {
      counts.leftOut += 1
      return
    }
    counts.names += draft.names.count
    let (names, hasOther) = cleaned(draft.names)
    counts.namesWritten += names.count
    counts.namesLeftOut += draft.names.count - names.count
    guard !names.isEmpty else {
      if hasOther { counts.leftOut += 1 } else { counts.nameless += 1 }
      return
    }
    let entity = Entity(
      id: draft.id, type: type, country: draft.country, born: draft.born, died: draft.died,
      wikidata: draft.wikidata, note: draft.note.map(NameCleaner.line), names: names)
    encoder.encode(entity)
    try output.write(&encoder.bytes)
    counts.entities += 1
  }

  /// Completes the output, and says what became of everything.
  func finish() throws -> ExitStatus {
    progress.finish()
    try output.flush(&encoder.bytes)
    try output.commit()
    StandardError.report(counts.summary)
    if counts.bad > 0 { return .someRowsFailed }
    return counts.entities == 0 ? .nothingFound : .success
  }

  private func reject(_ error: RecordError, at place: RecordPlace) throws {
    let message = "\(place): \(error.message)"
    guard options.onError == .skip else {
      progress.finish()
      throw CommandFailure("\(message); nothing was written, go on without such records with --on-error skip")
    }
    counts.bad += 1
    reported += 1
    guard reported <= Self.reportLimit else { return }
    progress.finish()
    StandardError.report(message)
    if reported == Self.reportLimit { StandardError.report("more bad records are counted, but not shown") }
  }

  /// Name forms without duplicates and with one preferred form a language; and whether names were left out for their
  /// language.
  private func cleaned(_ names: [EntityDraft.Name]) -> (forms: [NameForm], hasOther: Bool) {
    var forms: [NameForm] = []
    var places: [FormKey: Int] = [:]
    var preferred: Set<LanguageTag> = []
    var hasOther = false
    for name in names {
      guard let text = NameCleaner.name(name.text) else { continue }
      let language = languages.tag(of: text, given: name.language)
      guard filter.wants(language) else {
        hasOther = true
        continue
      }
      var kind = name.kind
      if let known = places[FormKey(text: text, language: language)] {
        // Of a name that is both strong and weak the stronger kind stays.
        if kind == .pref, !preferred.insert(language).inserted { kind = .alt }
        if kind < forms[known].kind { forms[known].kind = kind }
        continue
      }
      if kind == .pref, !preferred.insert(language).inserted { kind = .alt }
      places[FormKey(text: text, language: language)] = forms.count
      forms.append(
        NameForm(
          text: text, language: language, kind: kind, source: options.source,
          note: name.note.map(NameCleaner.line)))
    }
    return (forms, hasOther)
  }
}

/// A form by its bytes: text that was cleaned is in normalization form C, and need not be normalized to be compared.
private struct FormKey: Hashable {
  var text: String
  var language: LanguageTag

  static func == (one: FormKey, other: FormKey) -> Bool {
    one.language == other.language && one.text.utf8.elementsEqual(other.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(language)
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
