public import ShihyoModel

/// Which cells are hidden for their own sake, by rule of the office.
///
/// - Source: statistics.md, section 10; domain.md, section 11. The rule is declared with the metric.
public enum PrimaryRule: Hashable, Sendable {
  /// Hide 0 < count < k. A zero is shown.
  case threshold(Int)
  /// Hide where the second largest could know the largest to within p %: X − x1 − x2 < p/100 · x1.
  case pPercent(ExactDecimal)
  /// Hide where the `largest` together hold more than `percent` % of the total.
  case dominance(largest: Int, percent: ExactDecimal)

  /// Whether a count of people is hidden; rules about amounts do not hide counts.
  public func hides(count: Int) -> Bool {
    guard case .threshold(let least) = self else { return false }
    return count > 0 && count < least
  }

  /// Whether the total of some contributors is hidden.
  ///
  /// - Shape: contributions in any order, those of 0 do not count; none at all is a shown zero.
  /// - Units: any, all the same.
  /// - Errors: `negativeWeight` for a contribution below 0, which these rules do not cover.
  public func hides(contributors: [ExactDecimal]) throws(StatisticsRule) -> Bool {
    guard contributors.allSatisfy({ !$0.isNegative }) else { throw .negativeWeight }
    let sorted = contributors.filter { !$0.isZero }.sorted(by: >).map { Rational($0) }
    guard let largest = sorted.first else { return false }
    let hundred = Rational(100)
    switch self {
    case .threshold: return hides(count: sorted.count)
    case .pPercent(let p): return sorted.dropFirst(2).total() * hundred < Rational(p) * largest
    case .dominance(let count, let percent):
      return sorted.prefix(max(0, count)).total() * hundred > Rational(percent) * sorted.total()
    }
  }
}
