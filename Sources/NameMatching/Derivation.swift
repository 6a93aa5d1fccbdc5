/// How a spelling came about from a native form, step by step.
public struct Derivation: Hashable, Sendable {
  /// One step: what was done, and the text after it.
  public struct Step: Hashable, Sendable {
    /// What a person reads: the label of a system, a custom, or a habit.
    public var label: String
    /// The ISO 24229 code where the step is a system of the register.
    public var system: String?
    /// Departures from what the step prescribes, such as `aspirate dropped`.
    public var habits: [String]
    public var text: String
  }

  /// The form that the journey starts from.
  public var origin: String
  /// The language of that form (BCP 47).
  public var language: String
  public var steps: [Step]
  /// -100 · ln of how far the spelling departs from what the systems prescribe; 0 where it follows them.
  public var cost: Int

  /// Whether the spelling passed through another script on its way.
  public var isRelay: Bool { steps.filter { $0.system != nil }.count > 1 }

  /// `조춘룡 ─ Korean press Russian ─▶ Чо Чун Рён ─ BGN/PCGN 1947 ─▶ Cho Chun Rën ─ marks dropped ─▶ Cho Chun Ren`
  public var path: String {
    steps.reduce(origin) { path, step in
      let habits = step.habits.isEmpty ? "" : " (\(step.habits.joined(separator: ", ")))"
      return "\(path) ─ \(step.label)\(habits) ─▶ \(step.text)"
    }
  }

  /// One sentence for people.
  public var sentence: String {
    let ways = steps.enumerated().map { index, step in
      if step.system == nil, index > 0 || step.label.hasPrefix("attested") { return step.label }
      return index == 0 ? "written in \(step.label)" : "then \(step.label)"
    }
    return "\(origin) " + ways.joined(separator: ", ")
  }
}
