public import ShihyoModel

/// Exact quantiles of a distribution held as values with counts.
public enum Quantile {
  /// How the position between two values is found (Hyndman & Fan 1996).
  public enum Definition: Int, Hashable, Sendable, CaseIterable {
    /// h = (n + 1)p, spreadsheets' QUARTILE.EXC; the ends are clamped.
    case type6 = 6
    /// h = 1 + (n − 1)p, R's default and spreadsheets' QUARTILE.INC.
    case type7 = 7
  }

  /// The value below which the share `p` of the cells lies, interpolated exactly; the median is `p` = 0.5.
  ///
  /// - Shape: `counts` in any order; equal values may stand several times; counts of 0 are passed over.
  /// - Units: those of the values.
  /// - Missing: cells that are reasons are not in `counts`.
  /// - Errors: `noValues`; `quantileOutside` where p is not in 0…1; `tooManyDigits` where p has more than 18 decimals.
  /// - Complexity: O(k log k) in the number of distinct values, whatever the number of cells.
  /// - Source: statistics.md, section 2. p is an exact decimal, so positions need no fuzz.
  public static func of(
    _ counts: [(value: ExactDecimal, count: Int)], at p: ExactDecimal, definition: Definition = .type7
  ) throws(StatisticsRule) -> Rational {
    let p = p.reduced
    guard p >= .zero, p <= ExactDecimal(1) else { throw .quantileOutside(p) }
    guard p.decimals <= 18, let scale = ExactDecimal.powerOfTen(p.decimals) else { throw .tooManyDigits }
    let sorted = counts.filter { $0.count > 0 }.sorted { $0.value < $1.value }
    let n = sorted.reduce(0) { $0 + $1.count }
    guard n > 0 else { throw .noValues }

    // The position from 0, times `scale`: below 10^18 · 2^63, so Int128 holds it.
    let position =
      switch definition {
      case .type6: p.coefficient * Int128(n + 1) - scale
      case .type7: p.coefficient * Int128(n - 1)
      }
    let clamped = min(max(position, 0), Int128(n - 1) * scale)
    let lower = Int(clamped / scale)
    let low = Rational(value(at: lower, in: sorted))
    guard clamped % scale != 0 else { return low }
    let high = Rational(value(at: lower + 1, in: sorted))
    let fraction = Rational(ExactDecimal(coefficient: clamped % scale, decimals: p.decimals))
    return low + (high - low) * fraction
  }

  public static func median(_ counts: [(value: ExactDecimal, count: Int)]) throws(StatisticsRule) -> Rational {
    try of(counts, at: ExactDecimal(coefficient: 5, decimals: 1))
  }

  /// The value at `index`, from 0, of the cells in ascending order.
  private static func value(at index: Int, in sorted: [(value: ExactDecimal, count: Int)]) -> ExactDecimal {
    var passed = 0
    for entry in sorted {
      passed += entry.count
      if index < passed { return entry.value }
    }
    return sorted[sorted.count - 1].value
  }
}
