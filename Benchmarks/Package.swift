// swift-tools-version: 6.3
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// A package of its own, so that importers of Allonym never build what only its benchmarks need.
let package = Package(
  name: "AllonymBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "Allonym", path: ".."),
    // Without its traits, which count allocations and would slow them down.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "AllonymBenchmarks",
      dependencies: [
        .product(name: "Allonym", package: "Allonym"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/AllonymBenchmarks",
      swiftSettings: swiftSettings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
