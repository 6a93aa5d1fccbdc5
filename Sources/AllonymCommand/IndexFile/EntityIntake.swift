import ArgumentParser
import NameIndex
import NameModel

/// What `index build` does with an entity that it cannot take.
enum BadEntity: String, CaseIterable, ExpressibleByArgument {
  /// The index is not built.
  case fail
  /// The index is built without it.
  case skip
}

/// Takes the entities of all inputs, and remembers where each came from.
struct EntityIntake {
  let onError: BadEntity
  private(set) var builder: NameIndexBuilder
  /// Entities that were read and not taken.
  private(set) var skipped = 0

  private var inputs: [String] = []
  /// By hashes of ids, so that millions of entities take little memory. What hashes say is only told, never relied on.
  private var places: [Int: Place] = [:]

  /// A line of an input; 0 where the input has no lines.
  private struct Place {
    var input: UInt32
    var line: UInt32
  }

  init(_ builder: NameIndexBuilder, _ onError: BadEntity) {
    self.builder = builder
    self.onError = onError
  }

  /// What comes next comes from this input.
  mutating func begin(_ name: String) { inputs.append(name) }

  mutating func add(_ entity: Entity, line: Int = 0) throws(EntityError) {
    do {
      try builder.add(entity)
    } catch .duplicateEntity(let id) {
      let first = places[id.hashValue].map { ", first at \(text(of: $0))" } ?? ""
      throw EntityError("the entity `\(id)` comes twice\(first); merge the two, or give one another id")
    } catch {
      throw EntityError(error.description)
    }
    places[entity.id.hashValue] = Place(input: UInt32(inputs.count - 1), line: UInt32(clamping: line))
  }

  /// Adds tables from a folder.
  mutating func add(_ contents: TablesToIndex, from folder: String, _ progress: Progress) throws {
    begin(folder)
    // Each folder says which of its names texts are searched for.
    let (tables, searchedBefore) = (contents.tables, builder.searchesText)
    let ids = Set(tables.entities.map(\.id))
    builder.searchesText = { form, entity in
      ids.contains(entity.id) ? contents.searchesText(for: form, of: entity) : searchedBefore(form, entity)
    }
    for entity in tables.entities {
      do { try add(entity) } catch {
        guard onError == .skip else { throw CommandFailure("\(folder): \(error)") }
        progress.finish()
        StandardError.report("\(folder): \(error); skipped")
        skip()
      }
      progress.advance()
    }
    for decision in tables.decisions { builder.add(decision) }
    for source in tables.sources { builder.add(source) }
  }

  mutating func skip() { skipped += 1 }

  private func text(of place: Place) -> String {
    let input = inputs[Int(place.input)]
    return place.line == 0 ? input : "\(input):\(place.line)"
  }
}
