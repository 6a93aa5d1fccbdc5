import ArgumentParser

/// Which rows are learned from, and which are evaluated on.
struct HoldOutOptions: ParsableArguments {
  enum Part { case training, evaluation }

  @Option(help: ArgumentHelp("Keep one row in so many apart.", valueName: "number"))
  var holdOut: Int?

  @Option(help: ArgumentHelp("The column whose hash decides.", valueName: "column"))
  var by: String?

  func validate() throws {
    if let holdOut, holdOut < 2 { throw ValidationError("--hold-out \(holdOut) leaves nothing to learn from.") }
    if (holdOut == nil) != (by == nil) { throw ValidationError("--hold-out and --by go together; give both.") }
  }

  func part(of key: String) -> Part {
    guard let holdOut else { return .training }
    return StableHash.of(key) % UInt64(holdOut) == 0 ? .evaluation : .training
  }
}

/// Which rows are chosen: by the bytes of a text, so that the choice is the same on every machine (FNV-1a, closed by a step of
/// MurmurHash3's finalizer).
enum StableHash {
  static func of(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 29)
  }
}
