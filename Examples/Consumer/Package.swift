// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "Consumer",
  platforms: [.macOS(.v15)],
  dependencies: [
    // Outside this repository: .package(url: "…", from: "0.1.0")
    .package(name: "Allonym", path: "../..")
  ],
  targets: [
    .executableTarget(name: "Consumer", dependencies: [.product(name: "Allonym", package: "Allonym")])
  ]
)
