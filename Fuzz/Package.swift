// swift-tools-version: 6.3
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

func fuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: ["LibFuzzer", .product(name: "Allonym", package: "Allonym")],
    swiftSettings: swiftSettings, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
}

// A package of its own: it is built with sanitizers, by `Fuzz/run`.
let package = Package(
  name: "AllonymFuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Allonym", path: "..")],
  targets: [.systemLibrary(name: "LibFuzzer"), fuzzer("FuzzIndex"), fuzzer("FuzzRules"), fuzzer("FuzzText")]
)
