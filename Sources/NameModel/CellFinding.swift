/// Something wrong in a cell, before it is known where the cell stands.
struct CellFinding: Error, Hashable {
  /// The offset in bytes from the start of the cell.
  var byte = 0
  let rule: TableRule
  var severity = TableProblem.Severity.error
  let message: String
  let advice: String
}

/// What is wrong with the text of a cell by itself.
func findings(in text: String, of column: TableColumn) -> [CellFinding] {
  guard !text.isEmpty else {
    guard column.isMandatory else { return [] }
    return [
      CellFinding(rule: .emptyCell, message: "the cell \(quoted(column.name)) is empty", advice: "fill it in")
    ]
  }
  let ofText = textFindings(text)
  // A cell of a closed form that is also badly spaced or not normalized is reported once.
  return ofText.contains { $0.severity == .error } ? ofText : ofText + formFindings(text, column.type)
}

// MARK: - Any text

private func textFindings(_ text: String) -> [CellFinding] {
  if isPlain(text) { return [] }
  var findings: [CellFinding] = []
  let scalars = text.unicodeScalars
  if let first = scalars.first, first.properties.isWhitespace, !isControl(first) {
    findings.append(
      CellFinding(rule: .surroundingSpace, message: "the cell begins with a space", advice: "format the table"))
  } else if let last = scalars.last, last.properties.isWhitespace, !isControl(last) {
    findings.append(
      CellFinding(
        byte: text.utf8.count - UTF8.width(last), rule: .surroundingSpace, message: "the cell ends with a space",
        advice: "format the table"))
  }
  var byte = 0
  var previous: Unicode.Scalar?
  var isDoubledReported = false
  for scalar in scalars {
    if let what = forbidden(scalar) {
      findings.append(
        CellFinding(
          byte: byte, rule: .forbiddenCharacter, message: "\(codePointName(scalar)) is \(what)", advice: "remove it"))
      break
    }
    if scalar == " ", previous == " ", !isDoubledReported {
      isDoubledReported = true
      findings.append(
        CellFinding(
          byte: byte, rule: .doubledSpace, severity: .warning, message: "two spaces stand side by side",
          advice: "remove one"))
    }
    previous = scalar
    byte += UTF8.width(scalar)
  }
  do throws(CellFinding) {
    if !(try isNormalizedC(text)) {
      findings.append(
        CellFinding(
          rule: .notNormalized, message: "\(quoted(text)) is not in Unicode normalization form C",
          advice: "format the table, which makes it \(quoted(try normalizedC(text)))"))
    }
  } catch { findings.append(error) }
  return findings
}

/// Whether a glance shows that nothing is wrong: printable ASCII without spaces at the ends or side by side.
private func isPlain(_ text: String) -> Bool {
  var previous = UInt8(ascii: " ")
  for byte in text.utf8 {
    if byte < 0x20 || byte > 0x7E || (byte == 0x20 && previous == 0x20) { return false }
    previous = byte
  }
  return previous != 0x20
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }

/// Why a character must not stand in a table; `nil` where it may. Zero-width joiner and non-joiner may: Persian and the
/// scripts of India are spelled with them.
private func forbidden(_ scalar: Unicode.Scalar) -> String? {
  switch scalar.value {
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return "a control of text direction"
  case 0xFFFD: return "the mark of a character that was lost"
  case 0xFEFF: return "a byte order mark"
  case 0x00AD, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0x180E: return "an invisible character"
  case 0x115F, 0x1160, 0x3164, 0xFFA0: return "an invisible filler"
  case 0xE0000...0xE007F: return "an invisible tag"
  default: break
  }
  switch scalar.properties.generalCategory {
  case .control: return "a control character"
  case .lineSeparator, .paragraphSeparator: return "a line separator"
  case .privateUse: return "a character of private use"
  default: return scalar.properties.isNoncharacterCodePoint ? "not a character" : nil
  }
}

// MARK: - Closed forms

private func formFindings(_ text: String, _ type: CellType) -> [CellFinding] {
  func wrong(_ rule: TableRule, _ message: String, _ advice: String) -> [CellFinding] {
    [CellFinding(rule: rule, message: message, advice: advice)]
  }
  switch type {
  case .text, .folded, .entityReference, .sourceReference, .systemReference: return []
  case .name:
    if text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) {
      return []
    }
    return wrong(
      .nothingToRead, "\(quoted(text)) has neither a letter nor a number", "give the name, or remove the row")
  case .oneOf(let values):
    if values.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { return [] }
    return wrong(.unknownValue, "\(quoted(text)) is not a value of this column", "use \(listed(values))")
  case .sourceID where isSlug(text, joiners: "-."), .entityID where isSlug(text, joiners: "-"): return []
  case .entityID, .sourceID:
    return wrong(
      .malformedIdentifier, "\(quoted(text)) is not an identifier",
      "use lower-case ASCII letters and digits in groups joined by hyphens")
  case .systemCode, .route:
    if isSystemCode(text) { return [] }
    return wrong(
      .malformedIdentifier, "\(quoted(text)) is not a system code",
      "use ASCII letters, digits and hyphens, such as bgnpcgn-rus-Cyrl-Latn-1947")
  case .language: return languageFindings(text)
  case .script:
    if text.utf8.count == 4, text.utf8.first.map(isASCIIUppercase) == true,
      text.utf8.dropFirst().allSatisfy(isASCIILowercase)
    {
      return []
    }
    return wrong(.malformedScript, "\(quoted(text)) is not a script code", "use ISO 15924, such as Cyrl")
  case .country:
    if text.utf8.count == 2, text.utf8.allSatisfy(isASCIIUppercase) { return [] }
    return wrong(
      .malformedCountry, "\(quoted(text)) is not a country code", "use two capital letters of ISO 3166-1, such as KP")
  case .date:
    if CalendarDate(text) != nil { return [] }
    return wrong(
      .malformedDate, "\(quoted(text)) is not a date", "use ISO 8601: a year, YYYY-MM or YYYY-MM-DD")
  case .year:
    if text.utf8.count == 4, text.utf8.allSatisfy(isASCIIDigit) { return [] }
    return wrong(.malformedDate, "\(quoted(text)) is not a year", "use four digits")
  case .wikidata:
    if text.utf8.count >= 2, text.utf8.first == UInt8(ascii: "Q"), text.utf8.dropFirst().allSatisfy(isASCIIDigit),
      text.utf8.dropFirst().first != UInt8(ascii: "0")
    {
      return []
    }
    return wrong(.malformedWikidata, "\(quoted(text)) is not an item of Wikidata", "write it as Q and digits")
  case .licence:
    if isLicence(text) { return [] }
    return wrong(
      .malformedLicence, "\(quoted(text)) is not an SPDX licence expression",
      "use one, or facts where only facts were taken")
  case .url:
    if isURL(text) { return [] }
    return wrong(.malformedURL, "\(quoted(text)) is not a URL", "begin it with its scheme, such as https:")
  case .integer:
    if isInteger(text) { return [] }
    return wrong(.malformedNumber, "\(quoted(text)) is not a whole number", "write digits alone, without leading zeros")
  case .number:
    if isDecimalNumber(text) { return [] }
    return wrong(.malformedNumber, "\(quoted(text)) is not a number", "write digits, such as 12 or 0.5")
  }
}

private func languageFindings(_ text: String) -> [CellFinding] {
  guard let tag = LanguageTag(text) else {
    return [
      CellFinding(
        rule: .malformedLanguage, message: "\(quoted(text)) is not a language tag",
        advice: "use BCP 47, such as ko, ru-Latn or zh-Hans")
    ]
  }
  guard tag.rawValue.utf8.elementsEqual(text.utf8) else {
    return [
      CellFinding(
        rule: .malformedLanguage, message: "\(quoted(text)) is not in the usual letter case",
        advice: "format the table, which makes it \(tag.rawValue)")
    ]
  }
  return []
}

private func isSlug(_ text: String, joiners: String) -> Bool {
  text.utf8.split(omittingEmptySubsequences: false) { joiners.utf8.contains($0) }.allSatisfy { group in
    !group.isEmpty && group.allSatisfy { isASCIILowercase($0) || isASCIIDigit($0) }
  }
}

private func isSystemCode(_ text: String) -> Bool {
  text.utf8.first.map(isASCIIAlphanumeric) == true
    && text.utf8.allSatisfy { isASCIIAlphanumeric($0) || "-_.+".utf8.contains($0) }
}

private func isLicence(_ text: String) -> Bool {
  text.utf8.first.map { isASCIIAlphanumeric($0) || $0 == UInt8(ascii: "(") } == true
    && text.utf8.allSatisfy { isASCIIAlphanumeric($0) || "-.+:() ".utf8.contains($0) }
}

private func isURL(_ text: String) -> Bool {
  guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon != text.utf8.startIndex else { return false }
  let scheme = text.utf8[..<colon]
  return scheme.first.map(isASCIILowercase) == true
    && scheme.allSatisfy { isASCIILowercase($0) || isASCIIDigit($0) || "+-.".utf8.contains($0) }
    && text.utf8.index(after: colon) != text.utf8.endIndex && !text.unicodeScalars.contains(" ")
}

/// Digits, with a fraction after a full stop or without, and with a minus sign before them or without.
func isDecimalNumber(_ text: String) -> Bool {
  let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
  let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isASCIIDigit) }
}

private func isInteger(_ text: String) -> Bool {
  guard let value = Int(text) else { return false }
  return String(value) == text
}

/// `a, b or c`.
func listed(_ values: [String]) -> String {
  values.count < 2 ? values.joined() : values.dropLast().joined(separator: ", ") + " or " + values[values.count - 1]
}
