/// The rules that tables are checked by. The raw value is the name to quote in a report.
public enum TableRule: String, Sendable, Hashable, CaseIterable {
  // Files.
  case missingFile = "missing-file"
  case unreadableFile = "unreadable-file"
  case unknownFile = "unknown-file"
  case missingDescriptor = "missing-descriptor"

  // Bytes and lines.
  case byteOrderMark = "byte-order-mark"
  case carriageReturn = "carriage-return"
  case invalidUTF8 = "invalid-utf8"
  case finalNewline = "final-newline"
  case emptyLine = "empty-line"
  case cellCount = "cell-count"
  case cellTooLong = "cell-too-long"

  // The header.
  case missingHeader = "missing-header"
  case missingColumn = "missing-column"
  case unknownColumn = "unknown-column"
  case duplicateColumn = "duplicate-column"
  case columnOrder = "column-order"

  // Single cells.
  case emptyCell = "empty-cell"
  case surroundingSpace = "surrounding-space"
  case doubledSpace = "doubled-space"
  case forbiddenCharacter = "forbidden-character"
  case notNormalized = "not-normalized"
  case unknownValue = "unknown-value"
  case malformedIdentifier = "malformed-identifier"
  case malformedLanguage = "malformed-language"
  case malformedScript = "malformed-script"
  case malformedCountry = "malformed-country"
  case malformedDate = "malformed-date"
  case malformedWikidata = "malformed-wikidata"
  case malformedURL = "malformed-url"
  case malformedLicence = "malformed-licence"
  case malformedNumber = "malformed-number"

  // Rows and their order.
  case unsorted
  case duplicateRow = "duplicate-row"
  case duplicateKey = "duplicate-key"
  case secondPreferred = "second-preferred"
  case datesReversed = "dates-reversed"

  // References.
  case unknownEntity = "unknown-entity"
  case unknownSource = "unknown-source"
  case unknownSystem = "unknown-system"
  case unknownOrigin = "unknown-origin"
  case circularOrigin = "circular-origin"
  case missingOrigin = "missing-origin"
  case entityWithoutName = "entity-without-name"
  case entityWithoutPreferred = "entity-without-preferred"
  case missingRules = "missing-rules"
  case orphanRules = "orphan-rules"

  // Names as text.
  case nothingToRead = "nothing-to-read"
  case scriptMismatch = "script-mismatch"
  case mixedScripts = "mixed-scripts"

  // Facts against each other.
  case decisionOrder = "decision-order"
  case contradictoryDecisions = "contradictory-decisions"
  case sharedName = "shared-name"
}
