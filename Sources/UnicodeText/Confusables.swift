import CICU

extension String {
  /// The skeleton of Unicode Technical Standard #39, section 4: texts that look alike have equal skeletons, so that
  /// "раураl" in Cyrillic and "paypal" meet. It is for comparison only, not for show.
  ///
  /// - Throws: `UnicodeTextError.textTooLong` beyond `TextLimit.utf8Length`.
  public func confusableSkeleton() throws(UnicodeTextError) -> String {
    if isEmpty { return self }
    let checker = try Self.checker.get()
    let outcome = try checker.withPointer { (pointer) throws(UnicodeTextError) in
      try withTextPointer { text, length in
        Result { () throws(ICUFailure) in
          try String(room: Int(length) * 2 + 16) { out, capacity, error in
            cicu_confusables_skeleton(pointer, text, length, out, capacity, &error)
          }
        }
      }
    }
    do throws(ICUFailure) {
      return try outcome.get()
    } catch {
      throw error.asTextError(operation: "make a skeleton", utf8Length: utf8.count)
    }
  }

  /// Opened at first use.
  private static let checker: Result<SharedHandle, UnicodeTextError> = {
    var error = cicu_error()
    if let pointer = cicu_confusables_open(&error) {
      return .success(SharedHandle(pointer) { cicu_confusables_close($0) })
    }
    let failure = ICUFailure(error)
    return .failure(
      .icuFailure(operation: "open the confusables", name: failure?.name ?? "no object", code: error.code))
  }()
}

/// The skeleton of a text: `text.confusableSkeleton()`.
public func confusableSkeleton(of text: String) throws(UnicodeTextError) -> String {
  try text.confusableSkeleton()
}
