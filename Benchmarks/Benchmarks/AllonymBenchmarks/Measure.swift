import Benchmark

/// How long one benchmark runs.
let measuredTime = Duration.seconds(3)

/// Measures `work` on one text after another: the percentiles are over texts.
func measureEach<Subject, Text>(
  _ name: String, on subject: @autoclosure @escaping () throws -> (subject: Subject, texts: [Text]),
  work: @escaping (Subject, Text) throws -> Void
) {
  var next = 0
  Benchmark(
    name,
    configuration: .init(
      metrics: [.wallClock, .throughput], warmupIterations: 100, scalingFactor: .one, maxDuration: measuredTime,
      maxIterations: 20_000),
    closure: { benchmark, state in
      let text = state.texts[next % state.texts.count]
      next += 1
      benchmark.startMeasurement()
      try work(state.subject, text)
      benchmark.stopMeasurement()
    }, setup: { try subject() })
}

/// Measures `work` on a thousand texts at a time, round and round, for work shorter than a clock can time.
func measureThousand<Subject>(
  _ name: String, on subject: @autoclosure @escaping () throws -> (subject: Subject, texts: [String]),
  work: @escaping (Subject, String) throws -> Void
) {
  Benchmark(
    name,
    configuration: .init(
      metrics: [.wallClock, .throughput], warmupIterations: 1, scalingFactor: .kilo, maxDuration: measuredTime,
      maxIterations: 1_000),
    closure: { benchmark, state in
      let count = state.texts.count
      benchmark.startMeasurement()
      for index in benchmark.scaledIterations { try work(state.subject, state.texts[index % count]) }
      benchmark.stopMeasurement()
    }, setup: { try subject() })
}

/// Measures work that has no text.
func measureOnce<Subject>(
  _ name: String, on subject: @autoclosure @escaping () throws -> Subject, work: @escaping (Subject) throws -> Void,
  teardown: @escaping () -> Void = {}
) {
  Benchmark(
    name,
    configuration: .init(
      metrics: [.wallClock, .throughput], warmupIterations: 3, scalingFactor: .one, maxDuration: measuredTime,
      maxIterations: 10_000),
    closure: { benchmark, state in
      benchmark.startMeasurement()
      try work(state)
      benchmark.stopMeasurement()
    }, setup: { try subject() }, teardown: { teardown() })
}
