import Allonym
import NameMatching
import NameModel

/// One JSON object a mention.
struct JSONLMentions: MentionWriter {
  private let options: MentionOptions
  private let document: String
  private var known = EntityLabels()

  init(_ options: MentionOptions, document: String) {
    self.options = options
    self.document = document
  }

  mutating func piece(_ piece: TextPiece, _ write: (String) throws -> Void) throws {
    for mention in piece.mentions { try write(object(mention).text + "\n") }
  }

  private mutating func object(_ mention: Mention) -> JSONObject {
    let labels = mention.entity.map { known.labels(of: $0) }
    let range = options.unit.range(of: mention.place)
    var object = JSONObject()
    object.add("doc", document)
    object.add("start", range.lowerBound)
    object.add("end", range.upperBound)
    object.add("unit", options.unit.rawValue)
    object.add("text", mention.text)
    object.add("id", mention.entity?.id)
    object.add("type", mention.entity?.type.rawValue)
    object.add("name", labels?.name)
    object.add("native", labels?.native ?? (labels == nil ? mention.nativeName : nil))
    object.add("form", mention.form?.text)
    object.add("lang", mention.form?.language.rawValue)
    object.add("kind", mention.form?.kind.rawValue)
    object.add("score", mention.score)
    object.add("basis", mention.basisName)
    object.add("case", mention.inflection.map { $0.cases.cases.map(\.rawValue).joined(separator: " ") })
    object.add("nested", mention.isNested)
    object.add("explanation", mention.explanation)
    if options.isExplained, case .derived(let evidence) = mention.basis, case .derivation(let way) = evidence.basis {
      object.add("path", way.path)
      object.add("steps", each: way.steps) { step, object in
        object.add("label", step.label)
        object.add("system", step.system)
        object.add("habits", step.habits)
        object.add("text", step.text)
      }
    }
    return object
  }
}
