import NameIndex
import SectionedFile
import UnicodeText

/// What answers depend on: `allonym --version`.
enum Versions {
  static let allonym = "0.1.0"

  static var description: String {
    let cldr = UnicodeVersions.cldr.map { ", CLDR \($0)" } ?? ""
    return """
      allonym \(allonym)
      ICU \(UnicodeVersions.icu), Unicode \(UnicodeVersions.unicode)\(cldr)
      index format \(SectionedFile.formatVersion), key scheme \(NameKey.schemeVersion)

      """
  }
}
