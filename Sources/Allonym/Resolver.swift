public import NameIndex
import NameMatching
public import NameModel
import SectionedFile
import Transliteration

/// Tells whose name a spelling is.
///
/// A resolver is opened once and used from any number of threads.
///
/// ```swift
/// let resolver = try Resolver()
/// let answer = try resolver.resolve("Cho Chun Ren")
/// answer.best?.entity.preferredName(for: "ko")?.text  // 조춘룡
/// answer.best?.evidence.summary
/// ```
public struct Resolver: Sendable {
  /// Where the entities come from.
  public enum Source: Hashable, Sendable {
    /// The curated tables, embedded in the library.
    case curated
    /// An index file made by `allonym index build`. Files of up to 64 MiB are checked whole when they are opened; of
    /// larger ones the structure is checked, and every number where it is used.
    case file(String)
  }

  public let index: NameIndex
  private let tables: TransliterationTables
  private let entities: EntityCandidates
  private let near: NearSearch

  private static let completeCheckLimit = 64 << 20
  /// How many entities are judged for one spelling, those that are most like it first.
  private static let judgedLimit = 40

  public init(_ source: Source = .curated) throws(AllonymError) {
    let curated = try CuratedTables.open()
    tables = curated.transliteration
    switch source {
    case .curated:
      index = curated.index
    case .file(let path):
      do {
        let file = try SectionedFile(path: path, verification: .structure)
        if file.byteCount <= Self.completeCheckLimit { try file.verify() }
        index = try NameIndex(file)
      } catch {
        throw .index(error)
      }
    }
    do {
      entities = try EntityCandidates(index, tables: tables)
      near = try NearSearch(index, tables: tables)
    } catch {
      throw .index(error)
    }
  }

  /// The entities that `name` may name, the likeliest first.
  ///
  /// - Parameters:
  ///   - limit: at most so many candidates. With 1, a name that is the very text of a row is answered from the rows that
  ///     have it, without looking for others, which could not come before them.
  ///   - type: candidates of this type only.
  public func resolve(
    _ name: String, limit: Int = 10, type: EntityType? = nil
  ) throws(AllonymError) -> Resolution {
    let query: PreparedName
    do {
      query = try PreparedName(name, tables: tables)
    } catch {
      return Resolution(query: name, outcome: .cannotCompare(.noName(error)), candidates: [], restoration: nil)
    }
    do {
      if limit == 1 {
        let exact = try rows(query, type)
        if !exact.isEmpty { return try resolution(name, query, exact, limit: limit) }
      }
      var candidates = try self.candidates(query, type)
      // What no table has may have come by a relay.
      if let script = query.name.script, ["Cyrl", "Latn"].contains(script),
        !candidates.contains(where: { $0.evidence.outcome == .same })
      {
        let names = (try? NameRestorer(tables: tables).restore(name, limit: Self.restoredLimit)) ?? []
        if !names.isEmpty { candidates = try self.candidates(query.restored(names, tables: tables), type) }
      }
      return try resolution(name, query, candidates, limit: limit)
    } catch {
      throw .index(error)
    }
  }

  /// The forms in Latin letters that are spelled most like `name`, the nearest first: by their letters alone, in less than a
  /// millisecond, and never judged. What to look through by hand, not whose name it is.
  ///
  /// - Parameter limit: how many forms.
  /// - Returns: nothing for what is no name in Latin letters, or is longer than names are; see ``NearSearch``.
  public func nearestForms(to name: String, limit: Int = 10) throws(AllonymError) -> [NearSearch.Near] {
    guard let folded = try? FoldedName(name, han: tables.han) else { return [] }
    do {
      return try near.nearest(to: folded, limit: limit)
    } catch {
      throw .index(error)
    }
  }

  private static let restoredLimit = 5

  private func resolution(
    _ name: String, _ query: PreparedName, _ candidates: [Resolution.Candidate], limit: Int
  ) throws(SectionedFileError) -> Resolution {
    var candidates = candidates.sorted {
      ($1.evidence.score, $0.entity.id) < ($0.evidence.score, $1.entity.id)
    }
    let isTied = try settleTies(&candidates)
    try dropDecided(&candidates)
    let outcome = candidates.first?.evidence.outcome ?? .different
    return Resolution(
      query: name, outcome: outcome, candidates: Array(candidates.prefix(max(limit, 0))),
      restoration: candidates.isEmpty ? Restorer(tables: tables).restore(query.name) : nil,
      isTied: isTied)
  }

  /// The entities that a row of the tables gives the name to: where only the likeliest is wanted, nobody can be likelier.
  private func rows(
    _ query: PreparedName, _ type: EntityType?
  ) throws(SectionedFileError) -> [Resolution.Candidate] {
    try judged(entities.rows(query), query, type).filter {
      $0.evidence.outcome == .same && $0.evidence.score > NameJudge.derivationLimit
    }
  }

  /// The entities that a name may name, in no order.
  private func candidates(
    _ query: PreparedName, _ type: EntityType?
  ) throws(SectionedFileError) -> [Resolution.Candidate] {
    try judged(entities.likeliest(query, .wide, limit: Self.judgedLimit, type: type), query, type)
  }

  private func judged(
    _ all: [EntityCandidates.Found], _ query: PreparedName, _ type: EntityType?
  ) throws(SectionedFileError) -> [Resolution.Candidate] {
    var candidates: [Resolution.Candidate] = []
    for found in all {
      if let type, try index.entityType(found.entity) != type { continue }
      guard let evidence = try entities.evidence(query, found) else { continue }
      candidates.append(Resolution.Candidate(entity: try index.entity(found.entity), evidence: evidence))
    }
    return candidates
  }

  /// Where the first candidate is clear, others that the tables hold apart from it are none.
  private func dropDecided(_ candidates: inout [Resolution.Candidate]) throws(SectionedFileError) {
    guard let first = candidates.first, first.evidence.outcome == .same else { return }
    var kept = [first]
    for candidate in candidates.dropFirst() {
      if try index.decision(first.entity.id, candidate.entity.id)?.judgement == .different { continue }
      kept.append(candidate)
    }
    candidates = kept
  }

  /// Where several entities have an equal claim, none of them is the answer. Returns whether it is so.
  private func settleTies(_ candidates: inout [Resolution.Candidate]) throws(SectionedFileError) -> Bool {
    guard let first = candidates.first else { return false }
    let tied = [0] + candidates.indices.dropFirst().filter { candidates[$0].hasEqualClaim(to: first) }
    guard tied.count > 1 else { return false }
    for position in tied {
      if candidates[position].evidence.outcome == .same { candidates[position].evidence.outcome = .compatible }
      let other = candidates[position == tied[0] ? tied[1] : tied[0]].entity.id
      candidates[position].evidence.decision = try index.decision(candidates[position].entity.id, other)
    }
    return true
  }
}
