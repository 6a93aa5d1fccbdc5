/// A form that ends with a sequence of words, and what a text must look like to hold it.
public struct ScanPosting: Hashable, Sendable {
  /// Number of the form.
  public var form: UInt32
  public var flags: Flags

  public struct Flags: OptionSet, Hashable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The sequence is no more than the surname of the form.
    public static let surname = Flags(rawValue: 1)
    /// The form begins with a capital.
    public static let capital = Flags(rawValue: 2)
    /// The form is all capitals.
    public static let acronym = Flags(rawValue: 4)
    /// The form is of a person: every word of it begins with a capital.
    public static let person = Flags(rawValue: 8)
    /// There is a comma, a quotation mark or the like in the form.
    public static let punctuated = Flags(rawValue: 16)
    /// The form is not enough by itself to identify.
    public static let weak = Flags(rawValue: 32)
    /// The form is one word, or two characters of a script without spaces.
    public static let short = Flags(rawValue: 64)
    /// The sequence is not the form itself but what a system writes of it in another script, or the form without its
    /// patronymic.
    public static let written = Flags(rawValue: 128)
  }

  /// How many separators the form has between its parts, 15 at most, in bits 8 to 11 of the flags.
  public var separators: Int { Int(flags.rawValue >> 8 & 15) }

  /// How many words of the form begin with a small letter, 15 at most, in bits 12 to 15.
  public var smallWords: Int { Int(flags.rawValue >> 12 & 15) }

  /// The code of the system that wrote it, by its number in bits 16 to 23; `nil` for what no system wrote.
  public var system: String? {
    let number = Int(flags.rawValue >> 16 & 0xFF)
    return flags.contains(.written) && number < Writings.systems.count ? Writings.systems[number].code : nil
  }

  public init(form: UInt32, flags: Flags, separators: Int = 0, smallWords: Int = 0, system: Int = 0) {
    self.form = form
    self.flags = Flags(
      rawValue: flags.rawValue & 0xFF | UInt32(min(separators, 15)) << 8 | UInt32(min(smallWords, 15)) << 12
        | UInt32(system & 0xFF) << 16)
  }

  init(form: UInt32, rawFlags: UInt32) {
    self.form = form
    flags = Flags(rawValue: rawFlags)
  }
}
