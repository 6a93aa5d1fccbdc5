import NameModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Entities of a folder of tables, or of a file with an entity a line.
enum EntitySource {
  static func read(_ path: String) throws -> AliasTables {
    var status = stat()
    if path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      do { return try AliasTables.read(directory: path) } catch { throw CommandFailure(error.description) }
    }
    var lines = try ByteLines(path: path)
    var line: [UInt8] = []
    var tables = AliasTables()
    var known: Set<String> = []
    while try lines.next(into: &line) {
      if line.isEmpty { continue }
      guard UTF8Check.firstInvalidOffset(in: line) == nil else {
        throw CommandFailure("\(lines.name):\(lines.number): not valid UTF-8; mend it")
      }
      do {
        let entity = try EntityDecoder.entity(line).entity
        guard known.insert(entity.id).inserted else {
          throw EntityError("the entity `\(entity.id)` comes twice; merge its lines or give one another id")
        }
        tables.entities.append(entity)
      } catch {
        throw CommandFailure("\(lines.name):\(lines.number): \(error)")
      }
    }
    return tables
  }
}
