/// One condition on a column. Names and texts typed by people match after folding; numbers and dates compare typed.
public struct Condition: Hashable, Sendable {
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    /// Equal to any of the values; `列=` matches empty, `列=x` the mark.
    case equal = "="
    /// The exact negation of `equal`; keeps reasons.
    case notEqual = "!="
    /// Rows whose cell is a reason are left out and counted.
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    /// Contains any of the values, after folding.
    case contains = "~"
  }

  public var column: String
  /// A grain after the column (`利用日:quarter=FY2025Q2`); nil compares the cell itself.
  public var grain: Grain?
  public var comparison: Comparison
  /// As typed, one or more.
  public var values: [String]

  public init(column: String, grain: Grain? = nil, comparison: Comparison, values: [String]) {
    self.column = column
    self.grain = grain
    self.comparison = comparison
    self.values = values
  }
}
