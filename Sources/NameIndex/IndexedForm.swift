public import NameModel

/// A name form in an index, with the number of its entity.
public struct IndexedForm: Hashable, Sendable {
  /// The number of the form in the index.
  public var number: UInt32
  /// The number of the entity that has the form.
  public var entity: UInt32
  public var form: NameForm
}
