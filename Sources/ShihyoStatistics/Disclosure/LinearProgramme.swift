/// A linear programme: least Σ cost · x subject to sums of variables, in whole numbers where it is said.
///
/// - Shape: `rows` name their variables by number, from 0, with a factor; each sum lies between its bounds.
public struct LinearProgramme: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var terms: [Term]
    public var lower: Double
    public var upper: Double

    public init(_ terms: [Term], lower: Double, upper: Double) {
      self.terms = terms
      self.lower = lower
      self.upper = upper
    }
  }
  public struct Term: Hashable, Sendable {
    public var variable: Int
    public var factor: Double

    public init(_ variable: Int, _ factor: Double) {
      self.variable = variable
      self.factor = factor
    }
  }

  public var costs: [Double]
  public var lower: [Double]
  /// `.infinity` where there is none.
  public var upper: [Double]
  public var rows: [Row]
  /// Whether all variables are whole numbers.
  public var isWhole: Bool

  public init(costs: [Double], lower: [Double], upper: [Double], rows: [Row], isWhole: Bool) {
    self.costs = costs
    self.lower = lower
    self.upper = upper
    self.rows = rows
    self.isWhole = isWhole
  }
}

/// Finds the least of a programme; the work is another program's.
public protocol LinearSolver {
  /// - Returns: the variables at the least; nil where no values meet all rows, or there is no least.
  func solve(_ programme: LinearProgramme) -> [Double]?
}
