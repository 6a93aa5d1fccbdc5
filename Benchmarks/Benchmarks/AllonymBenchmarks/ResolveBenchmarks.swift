import Allonym
import Benchmark

/// Spelling to entity.
func resolveBenchmarks() {
  func resolve(_ name: String, _ names: @escaping (Corpus) -> [String]) {
    measureEach("Resolve \(name)", on: try (Resolver(), names(Corpus()))) { resolver, name in
      blackHole(try resolver.resolve(name))
    }
  }
  resolve("exact, Latin", \.latin)
  resolve("exact, native", \.native)
  resolve("by derivation, relayed Latin", \.relayedLatin)
  resolve("by derivation, relayed Cyrillic", \.relayedCyrillic)
}

/// Two spellings to evidence.
func matchBenchmarks() {
  measureEach("Match a pair, tables asked", on: try (Matcher(), Corpus().pairs)) { matcher, pair in
    blackHole(try matcher.match(pair.0, pair.1))
  }
  measureEach("Match a pair, spellings only", on: try (Matcher(resolver: nil), Corpus().pairs)) { matcher, pair in
    blackHole(try matcher.match(pair.0, pair.1))
  }
}
