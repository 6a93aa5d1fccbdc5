/// East Slavic patronymics, by their suffixes.
enum Patronymic {
  private static let suffixes = [
    "вич", "вна", "ична", "інична", "ович", "ївна", "vich", "vitch", "vych", "vna", "ichna", "witsch", "wicz",
  ]

  static func isOne(_ word: String) -> Bool {
    word.count > 5 && suffixes.contains { word.hasSuffix($0) }
  }
}
