import CICU

/// An ICU transform: a system for rewriting text, opened by its identifier or compiled from rules.
///
/// See ICU's user guide, "Transforms", and Unicode Technical Standard #35, part 2, for identifiers and rules. One
/// transform may be used from any number of threads at once. (Inside ICU the system's own rule-based transforms take
/// turns, so threads do not make them faster; those compiled from rules do not.)
public struct Transform: Sendable {
  /// Which way an identifier or rules are read: `Latin-Cyrillic` in reverse is `Cyrillic-Latin`.
  public enum Direction: Sendable, Hashable {
    case forward, reverse
  }

  /// The transform's identifier, as ICU writes it; for rules, the name they were given.
  public let id: String

  private let pool: HandlePool

  /// Opens one of the system's transforms, or several joined with semicolons: `Any-Latin; Latin-ASCII`.
  ///
  /// Costs about a millisecond (a hundred for Han), so keep it.
  ///
  /// - Throws: `UnicodeTextError.unknownTransform`.
  public init(id: String, direction: Direction = .forward) throws(UnicodeTextError) {
    // Inside, ICU takes identifiers for C strings and would ignore what follows a NUL.
    guard !id.utf8.contains(0) else { throw .unknownTransform(id: id, direction: direction) }
    var error = cicu_error()
    let handle = try id.withTextPointer(limit: TextLimit.identifierUTF8Length) {
      cicu_transform_open($0, $1, direction == .reverse, &error)
    }
    guard let handle else {
      if error.code == cicu_error_out_of_memory, let failure = ICUFailure(error) {
        throw failure.asTextError(operation: "open a transform")
      }
      throw .unknownTransform(id: id, direction: direction)
    }
    try self.init(handle)
  }

  /// Compiles rules.
  ///
  /// - Parameters:
  ///   - name: What to call them in errors and in `id`, such as a file's name.
  ///   - rules: Rule text, at most `TextLimit.ruleUTF8Length` long; parentheses nest at most `TextLimit.ruleNesting`
  ///     deep.
  /// - Throws: `UnicodeTextError.invalidRules` with the place and what is wrong there.
  public init(name: String, rules: String, direction: Direction = .forward) throws(UnicodeTextError) {
    try RulePlace.checkNesting(of: rules, name: name)
    var error = cicu_error()
    let handle = try name.withTextPointer(limit: TextLimit.identifierUTF8Length) { namePointer, nameLength in
      Result { () throws(UnicodeTextError) in
        try rules.withTextPointer(limit: TextLimit.ruleUTF8Length) {
          cicu_transform_open_rules(namePointer, nameLength, $0, $1, direction == .reverse, &error)
        }
      }
    }.get()
    guard let handle else {
      guard let failure = ICUFailure(error), failure.code != cicu_error_out_of_memory else {
        throw .icuFailure(operation: "compile transform rules", name: "no object", code: error.code)
      }
      throw .invalidRules(RulePlace.error(for: failure, in: rules, named: name, direction: direction))
    }
    try self.init(handle)
  }

  /// Takes ownership of ICU's object.
  private init(_ handle: OpaquePointer) throws(UnicodeTextError) {
    pool = HandlePool(prototype: handle, kind: .transform)
    id = try Self.fact(of: pool, "read a transform's identifier") { cicu_transform_identifier($0, $1, $2, &$3) }
  }

  /// The text rewritten.
  ///
  /// Up to 4,096 UTF-16 units are seen by the rules as a whole. Longer text is cut, so that the time is linear in
  /// its length, and rules see no context across the cuts: after the last line feed that leaves a piece of at least
  /// half that length; without one after the last white space; without that before any character that does not
  /// combine with the one before it.
  ///
  /// - Throws: `UnicodeTextError.textTooLong` beyond `TextLimit.utf8Length`.
  public func apply(_ text: String) throws(UnicodeTextError) -> String {
    if text.isEmpty { return text }
    return try pool.withHandle { (handle) throws(UnicodeTextError) in
      let outcome = try text.withTextPointer { pointer, length in
        Result { () throws(ICUFailure) in
          try String(room: Int(length) * 2 + 32) { out, capacity, error in
            cicu_transform_apply(handle, pointer, length, out, capacity, &error)
          }
        }
      }
      do throws(ICUFailure) {
        return try outcome.get()
      } catch {
        throw error.asTextError(operation: "transform text", utf8Length: text.utf8.count)
      }
    }
  }

  /// The text rewritten; see `apply(_:)`.
  public func callAsFunction(_ text: String) throws(UnicodeTextError) -> String {
    try apply(text)
  }

  /// Rule text for the transform, as ICU writes it; a transform that is not made of rules gives `:: its-identifier ;`.
  ///
  /// - Parameter escapingUnprintable: Whether to write all but printable ASCII as `\u` escapes.
  public func rules(escapingUnprintable: Bool = false) throws(UnicodeTextError) -> String {
    try Self.fact(of: pool, "write a transform's rules") { cicu_transform_rules($0, escapingUnprintable, $1, $2, &$3) }
  }

  /// The identifiers of all transforms that the system's ICU has, sorted. More can be made by joining them.
  public static var availableIDs: [String] {
    get throws(UnicodeTextError) {
      do {
        let list = try String(room: 32 << 10) { cicu_transform_identifiers($0, $1, &$2) }
        return list.split(separator: "\n").map(String.init).sorted()
      } catch let failure {
        throw failure.asTextError(operation: "list transforms")
      }
    }
  }

  private static func fact(
    of pool: HandlePool, _ operation: String,
    _ call: (OpaquePointer, UnsafeMutablePointer<UInt8>, Int64, inout cicu_error) -> Int64
  ) throws(UnicodeTextError) -> String {
    try pool.withPrototype { (handle) throws(UnicodeTextError) in
      do throws(ICUFailure) {
        return try String(room: 256) { out, capacity, error in call(handle, out, capacity, &error) }
      } catch {
        throw error.asTextError(operation: operation)
      }
    }
  }
}

extension HandleKind {
  fileprivate static let transform = HandleKind(
    clone: { cicu_transform_clone($0, &$1) },
    close: { cicu_transform_close($0) },
    operation: "clone a transform")
}
