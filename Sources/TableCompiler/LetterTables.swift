import NameModel
import Transliteration

/// Reads `Tables/letters`: what `allonym train letters` wrote, one file a script.
enum LetterTables {
  static func read(directory: String) throws -> [String: [LetterCorrespondence]] {
    var result: [String: [LetterCorrespondence]] = [:]
    for script in LetterModel.scripts + [LetterModel.alike] {
      result[script] = try PlainTable.read(LetterModel.path(of: script, in: directory), kind: .letters).rows.map {
        row in
        guard let cost = Int(row["cost"]) else {
          throw row.error("cost", "`\(row["cost"])` is no number", "write an integer")
        }
        let native = LetterModel.symbols(ofCell: row["native"], script: script)
        let correspondence = LetterCorrespondence(native: native, latin: Array(row["latin"].utf8), cost: cost)
        guard correspondence.isSound else {
          throw row.error("native", "no model holds it", "write at most two letters and five of a–z")
        }
        return correspondence
      }
    }
    return result
  }
}
