public import ShihyoModel

/// Pearson's chi-square test of independence.
///
/// - Units: `statistic` is exact; `p` is a double, a probability.
/// - Shape: a full count is not tested (全数): the caller does not call.
/// - Source: statistics.md, section 5.
public struct ChiSquareTest: Hashable, Sendable {
  public let statistic: Rational
  public let degreesOfFreedom: Int
  /// P(χ² > statistic).
  public let p: Double
  /// Cells with an expected count below 5; the p value is rough where there are any.
  public let smallExpected: Int

  /// - Parameter yates: the continuity correction, applied to 2 × 2 tables alone: min(½, |O − E|) off each |O − E|.
  /// - Errors: `notFinite` where the tail cannot be computed.
  public init(_ table: ContingencyTable, yates: Bool = false) throws(StatisticsRule) {
    let corrected = yates && table.degreesOfFreedom == 1
    try self.init(
      observed: table.cells.flatMap { $0 }, expected: table.expected.flatMap { $0 },
      degreesOfFreedom: table.degreesOfFreedom, corrected: corrected)
  }

  /// Goodness of fit: whether counts follow expected shares.
  ///
  /// - Parameter expected: shares of any scale (20 40 40, or 1 1 1), one per count. An expected 0 with a count of 0 is
  ///   left out.
  /// - Errors: `lengthsDiffer`, `negativeCount`, `negativeWeight`, `noValues` for a total of 0, `noWeight`,
  ///   `expectedZero`, `tableTooSmall` where fewer than two items stay.
  public init(counts: [Int], expected: [ExactDecimal]) throws(StatisticsRule) {
    guard counts.count == expected.count else { throw .lengthsDiffer(counts.count, expected.count) }
    guard counts.allSatisfy({ $0 >= 0 }) else { throw .negativeCount }
    guard expected.allSatisfy({ !$0.isNegative }) else { throw .negativeWeight }
    for (index, share) in expected.enumerated() where share.isZero && counts[index] > 0 {
      throw .expectedZero(position: index + 1)
    }
    let total = counts.map { Rational($0) }.total()
    guard !total.isZero else { throw .noValues }
    let scale = try total.divided(by: expected.map { Rational($0) }.total(), else: .noWeight)
    let kept = expected.indices.filter { !expected[$0].isZero }
    guard kept.count > 1 else { throw .tableTooSmall }
    try self.init(
      observed: kept.map { Rational(counts[$0]) }, expected: kept.map { Rational(expected[$0]) * scale },
      degreesOfFreedom: kept.count - 1, corrected: false)
  }

  private init(
    observed: [Rational], expected: [Rational], degreesOfFreedom: Int, corrected: Bool
  ) throws(StatisticsRule) {
    let half = Rational(ExactDecimal(coefficient: 5, decimals: 1))
    var statistic = Rational.zero
    for (o, e) in zip(observed, expected) {
      let distance = (o - e).magnitude
      let counted = corrected ? distance - min(half, distance) : distance
      statistic = statistic + (try counted.squared.divided(by: e, else: .noValues))
    }
    let tail = ChiSquareDistribution.upperTail(statistic.nearestDouble, degreesOfFreedom: degreesOfFreedom)
    guard let tail else { throw .notFinite }
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    p = tail
    smallExpected = expected.count { $0 < Rational(5) }
  }

  /// What to print beside a rough p value; nil where no expected count is below 5.
  public var warning: StatisticsRule? { smallExpected > 0 ? .smallExpected(cells: smallExpected) : nil }
}
