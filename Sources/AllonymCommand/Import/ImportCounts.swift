/// What became of the records and names of an import. Both sides of each sum are counted apart.
struct ImportCounts {
  /// Records that were read: lines, rows or elements.
  var records = 0
  /// Entities that were written.
  var entities = 0
  /// Rows that added to an entity that an earlier row began.
  var joined = 0
  /// Records left out by filters, or that are of no kind that has names here.
  var leftOut = 0
  /// Records without a name with a letter in it.
  var nameless = 0
  /// Records that could not be understood.
  var bad = 0

  /// Names that were read of the records that passed the filters.
  var names = 0
  var namesWritten = 0
  /// Names that came twice, had no letter, or are in languages that are left out.
  var namesLeftOut = 0

  /// Whether every record and every name is accounted for.
  var addUp: Bool {
    records == entities + joined + leftOut + nameless + bad && names == namesWritten + namesLeftOut
  }

  /// Such as `5 records = 3 entities + 1 joined + 1 left out + 0 without a name + 0 bad; 9 names = 8 written + 1 left out`.
  var summary: String {
    "\(records) records = \(entities) entities + \(joined) joined + \(leftOut) left out + \(nameless) without a name "
      + "+ \(bad) bad; \(names) names = \(namesWritten) written + \(namesLeftOut) left out"
  }
}
