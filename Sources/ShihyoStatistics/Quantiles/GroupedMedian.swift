public import ShihyoModel

/// The median of whole numbers that are known by bracket only, such as completed years of age.
///
/// - Source: statistics.md, section 2.
public enum GroupedMedian: Hashable, Sendable {
  /// L + (N/2 − F)/f · width, exact, assuming an even spread within the bracket.
  case value(Rational)
  /// The middle lies in an open bracket: this much or more, no number.
  case atLeast(Int)

  /// - Shape: brackets from the lowest, both ends inclusive; nil for an open top.
  /// - Units: those of the bounds. Ages are completed years, so 30–59 is 30 wide and begins at exactly 30.
  /// - Missing: unknown ages are left out, which the caller says.
  /// - Errors: `bracketsOverlap`, `negativeCount`, `noValues`.
  public init(_ brackets: [(lower: Int, upper: Int?, count: Int)]) throws(StatisticsRule) {
    for (index, bracket) in brackets.enumerated() {
      guard bracket.count >= 0 else { throw .negativeCount }
      guard bracket.upper.map({ $0 >= bracket.lower }) ?? true else { throw .bracketsOverlap(position: index + 1) }
      guard index > 0 else { continue }
      guard let previous = brackets[index - 1].upper, previous < bracket.lower else {
        throw .bracketsOverlap(position: index + 1)
      }
    }
    let half = Rational(brackets.reduce(0) { $0 + $1.count }) * Rational(ExactDecimal(coefficient: 5, decimals: 1))
    guard !half.isZero else { throw .noValues }
    var below = Rational.zero
    for bracket in brackets where bracket.count > 0 {
      let count = Rational(bracket.count)
      if below + count >= half {
        guard let upper = bracket.upper else {
          self = .atLeast(bracket.lower)
          return
        }
        let width = Rational(upper - bracket.lower + 1)
        let share = try (half - below).divided(by: count, else: .noValues)
        self = .value(Rational(bracket.lower) + share * width)
        return
      }
      below = below + count
    }
    throw .noValues
  }
}
