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
  private let keyer: NameKeyer
  private let judge: NameJudge
  private let search: CandidateSearch

  private static let completeCheckLimit = 64 << 20
  /// How many entities are judged for one spelling, those that share the most keys first.
  private static let judgedLimit = 64

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
    keyer = NameKeyer(tables: tables)
    judge = NameJudge(tables: tables)
    search = CandidateSearch(index)
  }

  /// The entities that `name` may name, the likeliest first.
  ///
  /// - Parameters:
  ///   - limit: at most so many candidates.
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
      var candidates: [Resolution.Candidate] = []
      for found in try search.candidates(for: keys(of: query), limit: Self.judgedLimit) {
        let entityType = try index.entityType(found.entity)
        guard type == nil || entityType == type else { continue }
        var shared: [NameForm] = []
        for form in found.forms { shared.append(try index.form(form).form) }
        let native = try index.form(index.nativeForm(ofEntity: found.entity)).form
        guard let evidence = judge.evidence(query, forms: shared, native: native, type: entityType),
          evidence.outcome != .different
        else { continue }
        candidates.append(Resolution.Candidate(entity: try index.entity(found.entity), evidence: evidence))
      }
      candidates.sort {
        ($1.evidence.score, $0.entity.id) < ($0.evidence.score, $1.entity.id)
      }
      let isTied = try settleTies(&candidates)
      try dropDecided(&candidates)
      let outcome = candidates.first?.evidence.outcome ?? .different
      return Resolution(
        query: name, outcome: outcome, candidates: Array(candidates.prefix(max(limit, 0))),
        restoration: candidates.isEmpty ? Restorer(tables: tables).restore(query.name) : nil,
        isTied: isTied)
    } catch {
      throw .index(error)
    }
  }

  private func keys(of query: PreparedName) -> CandidateSearch.Query {
    CandidateSearch.Query(
      whole: keyer.textKeys(query.name) + query.readings.flatMap { keyer.readingKeys($0.lattice) },
      words: query.name.tokens.map(keyer.keys(ofWord:)))
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
