/// Where facts were taken from: a row of `sources.tsv`.
public struct Source: Sendable, Hashable, Identifiable {
  /// The identifier by which other tables name the source.
  public var id: String
  public var title: String
  public var url: String?
  /// An SPDX expression, or `facts` where only facts were taken and no text.
  public var licence: String
  /// The ISO 8601 day on which the source was read.
  public var retrieved: String?

  public init(id: String, title: String, url: String? = nil, licence: String, retrieved: String? = nil) {
    self.id = id
    self.title = title
    self.url = url
    self.licence = licence
    self.retrieved = retrieved
  }
}
