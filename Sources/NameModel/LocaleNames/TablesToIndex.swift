/// The tables of a folder with the names that locale data adds, as an index takes them: the same for the index in the
/// library and for indexes that users build.
package struct TablesToIndex {
  package let tables: AliasTables
  /// `nil` where the folder does not say which entities have names in locale data.
  private let searched: SearchedLocaleNames?

  package static func read(directory: String) throws(TableError) -> TablesToIndex {
    var tables = try AliasTables.read(directory: directory)
    try tables.addLocaleNamesIfRegistered(directory: directory)
    let searched = try SearchedLocaleNames(tables: tables, directory: directory)
    return TablesToIndex(tables: tables, searched: searched)
  }

  /// Whether texts are searched for a form of an entity.
  package func searchesText(for form: NameForm, of entity: Entity) -> Bool {
    guard let searched, form.isLocaleName else { return true }
    return searched.contains(form, of: entity)
  }
}
