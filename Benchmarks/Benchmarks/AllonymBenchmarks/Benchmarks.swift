import Benchmark

let benchmarks: @Sendable () -> Void = {
  resolveBenchmarks()
  matchBenchmarks()
  transliterationBenchmarks()
  openingBenchmarks()
  annotateBenchmarks()
}
