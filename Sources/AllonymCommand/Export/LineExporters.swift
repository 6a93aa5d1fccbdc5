import NameModel

/// FollowTheMoney entities.
struct FtMExporter: EntityExporter {
  var head: String { "" }

  func text(of entity: Entity) -> String? {
    guard let schema = Self.schema(entity.type) else { return nil }
    var properties: [(key: String, values: [String])] = []
    func add(_ key: String, _ value: String?) {
      guard let value else { return }
      guard let index = properties.firstIndex(where: { $0.key == key }) else {
        return properties.append((key, [value]))
      }
      if !properties[index].values.contains(value) { properties[index].values.append(value) }
    }
    for form in entity.names where form.part == .full && form.kind != .hidden {
      add(Self.property(form.kind, schema), form.text)
    }
    let isPerson = schema == "Person"
    add(isPerson ? "nationality" : "country", entity.country?.lowercased())
    if isPerson || schema == "Organization" {
      add(isPerson ? "birthDate" : "incorporationDate", entity.born)
      add(isPerson ? "deathDate" : "dissolutionDate", entity.died)
    }
    add("wikidataId", entity.wikidata)
    guard properties.contains(where: { $0.key == "name" || $0.key == "alias" }) else { return nil }
    var object = JSONObject()
    object.add("id", entity.id)
    object.add("caption", entity.shownName ?? entity.id)
    object.add("schema", schema)
    object.add("properties", properties) { properties, object in
      for (key, values) in properties { object.add(key, values) }
    }
    return object.text + "\n"
  }

  private static func schema(_ type: EntityType) -> String? {
    switch type {
    case .person: "Person"
    case .organization: "Organization"
    case .vessel: "Vessel"
    case .event: "Event"
    case .work: "Document"
    case .place, .facility, .language: nil
    }
  }

  private static func property(_ kind: NameKind, _ schema: String) -> String {
    switch kind {
    case .pref: "name"
    case .former: "previousName"
    case .weak: "weakAlias"
    case .abbr where schema == "Organization": "abbreviation"
    case .alt, .abbr, .hidden: "alias"
    }
  }
}

/// A table for OpenRefine: a name a row.
struct OpenRefineExporter: EntityExporter {
  var head: String {
    Delimited.csv(["id", "type", "name", "language", "kind", "preferred", "native", "country", "wikidata"])
  }

  func text(of entity: Entity) -> String? {
    let facts = [entity.shownName ?? "", entity.nativeName?.text ?? "", entity.country ?? "", entity.wikidata ?? ""]
    return entity.names.map { form in
      Delimited.csv([entity.id, entity.type.rawValue, form.text, form.language.rawValue, form.kind.rawValue] + facts)
    }.joined()
  }
}

/// Synonym rules of Elasticsearch (the format of Solr): names apart by commas stand for each other.
struct SynonymExporter: EntityExporter {
  var head: String { "" }

  func text(of entity: Entity) -> String? {
    let texts = entity.identifyingTexts
    return texts.count < 2 ? nil : texts.map(Self.escaped).joined(separator: ", ") + "\n"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "," || scalar == "\\" || scalar == "=" || (scalar == "#" && result.isEmpty) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}

/// Patterns of spaCy's entity ruler.
struct SpacyExporter: EntityExporter {
  var head: String { "" }

  func text(of entity: Entity) -> String? {
    let label = Self.label(entity.type)
    let lines = entity.identifyingTexts.map { text in
      var object = JSONObject()
      object.add("label", label)
      object.add("pattern", text)
      object.add("id", entity.id)
      return object.text + "\n"
    }
    return lines.isEmpty ? nil : lines.joined()
  }

  private static func label(_ type: EntityType) -> String {
    switch type {
    case .person: "PERSON"
    case .place: "LOC"
    case .organization: "ORG"
    case .facility: "FAC"
    case .event: "EVENT"
    case .work: "WORK_OF_ART"
    case .vessel: "PRODUCT"
    case .language: "LANGUAGE"
    }
  }
}
