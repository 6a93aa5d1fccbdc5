// swift-tools-version: 6.3;(experimentalCGen)
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// The floors of the house, lowest first: each target depends only on targets above it in this list.
let package = Package(
  name: "Allonym",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Allonym", targets: ["Allonym"]),
    .executable(name: "allonym", targets: ["AllonymCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Floor 0: the system's ICU behind plain C functions.
    .systemLibrary(name: "LibICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(
      name: "CICU", dependencies: ["LibICU"],
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    // What importers read XML and gzip with.
    .systemLibrary(name: "LibExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(name: "LibZ", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

    // Floor 1: text, and the file that tables are compiled into.
    .target(name: "UnicodeText", dependencies: ["CICU"], swiftSettings: swiftSettings),
    .target(name: "SectionedFile", swiftSettings: swiftSettings),

    // Floor 2: systems, relays, readings.
    .target(name: "Transliteration", dependencies: ["UnicodeText", "SectionedFile"], swiftSettings: swiftSettings),

    // Floor 3: entities and their name forms.
    .target(name: "NameModel", dependencies: ["Transliteration"], swiftSettings: swiftSettings),

    // Floor 4: keys, the compiled index, candidates.
    .target(name: "NameIndex", dependencies: ["NameModel", "SectionedFile"], swiftSettings: swiftSettings),

    // Floor 5: two readings compared.
    .target(name: "NameMatching", dependencies: ["NameIndex"], swiftSettings: swiftSettings),

    // The curated tables, compiled from Tables/ during the build and laid into the binary.
    .executableTarget(name: "TableCompiler", dependencies: ["NameIndex"], swiftSettings: swiftSettings),
    .plugin(name: "EmbedTables", capability: .buildTool(), dependencies: ["TableCompiler"]),
    .target(name: "EmbeddedTables", plugins: ["EmbedTables"]),

    // Floor 6: what users import.
    .target(name: "Allonym", dependencies: ["NameMatching", "EmbeddedTables"], swiftSettings: swiftSettings),

    // Floor 7: the command.
    .executableTarget(
      name: "AllonymCommand",
      dependencies: [
        "Allonym", "LibExpat", "LibZ", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings),

    .testTarget(name: "UnicodeTextTests", dependencies: ["UnicodeText"], swiftSettings: swiftSettings),
    .testTarget(name: "SectionedFileTests", dependencies: ["SectionedFile"], swiftSettings: swiftSettings),
    .testTarget(
      name: "TransliterationTests", dependencies: ["Allonym"], exclude: ["KnownFailures.tsv"],
      swiftSettings: swiftSettings),
    .testTarget(name: "NameModelTests", dependencies: ["NameModel"], swiftSettings: swiftSettings),
    .testTarget(name: "NameIndexTests", dependencies: ["Allonym"], swiftSettings: swiftSettings),
    .testTarget(name: "NameMatchingTests", dependencies: ["Allonym"], swiftSettings: swiftSettings),
    .testTarget(name: "AllonymTests", dependencies: ["Allonym"], swiftSettings: swiftSettings),
    .testTarget(name: "CommandTests", dependencies: ["AllonymCommand"], swiftSettings: swiftSettings),
  ],
  cLanguageStandard: .c2x
)
