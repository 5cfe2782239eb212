import ShihyoModel

/// Cramér's V: how strong an association is, whatever the number of answers.
///
/// - Units: 0 (none) to 1 (complete); doubles. Computed from χ² without Yates' correction.
/// - Source: statistics.md, section 5 (Bergsma 2013 for the correction).
public struct CramersV: Hashable, Sendable {
  /// √(χ² / (n · min(r − 1, c − 1))).
  public let value: Double
  /// Without the upward bias of small samples; nil where too few answers leave nothing to divide by.
  public let biasCorrected: Double?

  /// - Errors: those of `ChiSquareTest`.
  public init(_ table: ContingencyTable) throws(StatisticsRule) {
    let chiSquare = try ChiSquareTest(table).statistic
    let meanSquare = try chiSquare.divided(by: table.total, else: .noValues)
    let r = Rational(table.rows.count)
    let c = Rational(table.columns.count)
    value = try meanSquare.divided(by: min(r, c) - .one, else: .tableTooSmall).squareRoot
    biasCorrected = Self.corrected(meanSquare, r, c, table.total)
  }

  private static func corrected(_ meanSquare: Rational, _ r: Rational, _ c: Rational, _ n: Rational) -> Double? {
    let others = n - .one
    guard !others.isNegative, let bias = (r - .one) * (c - .one) / others, let rows = (r - .one).squared / others,
      let columns = (c - .one).squared / others
    else { return nil }
    let least = min(r - rows, c - columns) - .one
    guard least > .zero else { return nil }
    return (max(.zero, meanSquare - bias) / least)?.squareRoot
  }
}
