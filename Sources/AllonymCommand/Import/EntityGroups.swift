/// The entities of a list whose rows do not stand together, kept until all rows are read. For lists of some megabytes.
struct EntityGroups {
  private(set) var drafts: [EntityDraft] = []
  private var places: [String: Int] = [:]

  /// Adds what a row says to the entity that it belongs to.
  ///
  /// - Parameter first: the entity, if this is its first row.
  mutating func add(
    _ id: String, first: @autoclosure () -> EntityDraft, _ body: (inout EntityDraft) -> Void
  ) -> RecordOutcome {
    if let place = places[id] {
      body(&drafts[place])
      return .joined
    }
    places[id] = drafts.count
    var draft = first()
    body(&draft)
    drafts.append(draft)
    return .held(done: nil)
  }

  /// Adds to an entity that is there.
  mutating func extend(_ id: String, _ body: (inout EntityDraft) -> Void) {
    if let place = places[id] { body(&drafts[place]) }
  }

  /// Writes all entities, in the order of their first rows.
  func write(to sink: ImportSink) throws {
    for draft in drafts { try sink.write(draft) }
  }
}

/// The entity whose rows are being read, in a list where they stand together.
struct EntityRun {
  private var held: EntityDraft?

  /// Adds what a row says to the entity that it belongs to.
  ///
  /// - Parameter first: the entity, if this is its first row.
  mutating func add(
    _ id: String, first: @autoclosure () throws(RecordError) -> EntityDraft,
    _ body: (inout EntityDraft) throws(RecordError) -> Void
  ) throws(RecordError) -> RecordOutcome {
    if var draft = held, draft.id == id {
      held = nil
      defer { held = draft }
      try body(&draft)
      return .joined
    }
    var draft = try first()
    try body(&draft)
    let done = held
    held = draft
    return .held(done: done)
  }

  /// Writes the last entity.
  mutating func finish(into sink: ImportSink) throws {
    if let held { try sink.write(held) }
    held = nil
  }
}
