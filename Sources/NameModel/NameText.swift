// What Unicode says of the text in tables.

internal import UnicodeText

/// Text in normalization form C.
///
/// - Throws: ``CellFinding`` where Unicode's data cannot be had, so that the caller can say where that happened.
func normalizedC(_ text: String) throws(CellFinding) -> String {
  do throws(UnicodeTextError) { return try text.normalized(.nfc) } catch { throw notNormalizable(error) }
}

/// Whether text is in normalization form C.
func isNormalizedC(_ text: String) throws(CellFinding) -> Bool {
  do throws(UnicodeTextError) { return try text.isNormalized(.nfc) } catch { throw notNormalizable(error) }
}

private func notNormalizable(_ error: UnicodeTextError) -> CellFinding {
  CellFinding(
    rule: .notNormalized, message: "the text cannot be normalized", advice: String(describing: error))
}

/// The scripts of a letter, by their codes in ISO 15924: the one of its property Script, or those of Script_Extensions
/// for a letter common to several (ー is of Hiragana and Katakana). Empty for what is not a letter, and for letters of no
/// particular script.
func scripts(ofLetter scalar: Unicode.Scalar) -> [String] {
  guard scalar.properties.isAlphabetic else { return [] }
  let script = scalar.script
  if !script.isNeutral { return [script.code] }
  return scalar.scriptExtensions.filter { !$0.isNeutral }.map(\.code)
}

/// Names that a reader would take for the same: compatibility forms and case are folded, and all but letters, marks and
/// digits goes. `Jo Chun-ryong` and `JO CHUN RYONG` have one key; й and и, ё and е, é and e have two. Empty where
/// nothing is left.
func collisionKey(_ name: String) throws(CellFinding) -> String {
  let folded: String
  do throws(UnicodeTextError) { folded = try name.normalized(.nfkcCaseFold) } catch { throw notNormalizable(error) }
  var key = String.UnicodeScalarView()
  for scalar in folded.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      key.append(scalar)
    default: break
    }
  }
  return String(key)
}
