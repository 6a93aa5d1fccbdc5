/// One or two letters of a script, the Latin letters that stand for them, and how usual that is.
public struct LetterCorrespondence: Hashable, Sendable {
  /// At most two symbols; none where the Latin letter stands for nothing that is written.
  public var native: [Unicode.Scalar]
  /// Small letters a–z; none where the native letters are silent.
  public var latin: [UInt8]
  /// −100 · ln of the probability that a name's next correspondence is this one.
  public var cost: Int

  public init(native: [Unicode.Scalar], latin: [UInt8], cost: Int) {
    self.native = native
    self.latin = latin
    self.cost = cost
  }
}
