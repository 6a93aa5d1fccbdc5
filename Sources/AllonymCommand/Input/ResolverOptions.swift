import Allonym
public import ArgumentParser
import NameMatching
public import NameModel

extension EntityType: ExpressibleByArgument {}

/// Where entities come from, and which of them count.
struct ResolverOptions: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp("An index made by `allonym index build`, in place of the curated tables.", valueName: "file"))
  var index: String?

  @Option(
    name: [.long, .customLong("min-score")],
    help: ArgumentHelp("Only candidates with at least this score, from 0 to 1.", valueName: "score"))
  var threshold = 0.0

  @Option(help: ArgumentHelp("Only entities of this type.", valueName: "type"))
  var type: EntityType?

  @Option(
    help: ArgumentHelp(
      "Only candidates that the name met in a form of this language.",
      discussion: "A BCP 47 range: zh is zh-Hans too. It is the language of the form, not of the name that is asked.",
      valueName: "language"))
  var lang: String?

  func validate() throws {
    guard (0...1).contains(threshold) else {
      throw ValidationError("the threshold \(threshold) is no score; give a number from 0 to 1.")
    }
    if let lang, LanguageTag(lang) == nil {
      throw ValidationError("`\(lang)` is no language tag; write one such as ko, zh-Hans or ru-Latn.")
    }
  }

  func open() throws -> Resolver {
    do {
      return try Resolver(index.map { .file($0) } ?? .curated)
    } catch {
      throw CommandFailure(error.description)
    }
  }
}

/// What is left of a resolution once the options have had their say.
struct Answer {
  var resolution: Resolution
  /// As in ``Resolution/best``.
  var best: Resolution.Candidate?

  init(_ name: String, _ resolver: Resolver, _ options: ResolverOptions) throws {
    do {
      // The limit is applied when candidates are shown: what is cut off still decides whether the first is clear.
      resolution = try resolver.resolve(name, limit: .max, type: options.type)
    } catch {
      throw CommandFailure(error.description)
    }
    best = resolution.best
    guard !resolution.candidates.isEmpty else { return }
    if let range = options.lang {
      let all = resolution.candidates.count
      resolution.candidates.removeAll { !$0.evidence.form.language.matches(range) }
      if resolution.candidates.count < all { best = resolution.candidates.count == 1 ? resolution.candidates[0] : nil }
    }
    resolution.candidates.removeAll { $0.evidence.score < options.threshold }
    if best.map({ $0.evidence.score < options.threshold }) == true { best = nil }
    resolution.outcome = resolution.candidates.first?.evidence.outcome ?? .different
  }
}
