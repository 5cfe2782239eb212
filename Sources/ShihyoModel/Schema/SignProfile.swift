/// What the marks in a column's cells mean. The standard profile is domain.md, section 4; a table's own legend overrides it.
public struct SignProfile: Hashable, Sendable {
  /// Folded mark → reason, for marks that this table uses in its own way.
  public var overrides: [String: Reason]
  /// `nil: zero` in the descriptor: － counts as 0.
  public var nilIsZero: Bool

  public init(overrides: [String: Reason] = [:], nilIsZero: Bool = false) {
    self.overrides = overrides
    self.nilIsZero = nilIsZero
  }
  public static let standard = SignProfile()
}
