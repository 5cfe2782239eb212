public import ShihyoModel

/// Moving averages that lie in the middle of what they average.
public enum MovingAverage {
  /// For an even window (4 quarters) 2 × 4 with half weight at both ends: (½, 1, 1, 1, ½) / 4; for an odd one plain.
  ///
  /// - Shape: one result per value, in place; the ends and everything within reach of a missing value are nil.
  /// - Units: those of the values, exact.
  /// - Missing: nothing is filled in.
  /// - Errors: `windowOutside` below 2.
  /// - Source: statistics.md, section 7.
  public static func centred(_ values: [ExactDecimal?], window: Int) throws(StatisticsRule) -> [Rational?] {
    guard window >= 2 else { throw .windowOutside(window) }
    let half = window / 2
    let divisor = Rational(window.isMultiple(of: 2) ? 2 * window : window)
    return values.indices.map { index in
      guard index - half >= 0, index + half < values.count else { return nil }
      let covered = values[(index - half)...(index + half)].compactMap { $0.map { Rational($0) } }
      guard covered.count == 2 * half + 1 else { return nil }
      guard window.isMultiple(of: 2) else { return covered.total() / divisor }
      return (covered.dropLast().total() + covered.dropFirst().total()) / divisor
    }
  }
}
