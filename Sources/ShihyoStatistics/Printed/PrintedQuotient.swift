public import ShihyoModel

/// Whether a printed mean or percentage can come from whole numbers (GRIM).
///
/// - Shape: a figure as printed (its decimals count) and the n that it claims. Weighted percentages are exempt: do not
///   ask about them.
/// - Source: statistics.md, section 9 (Brown & Heathers 2017).
public enum PrintedQuotient {
  public enum Kind: Hashable, Sendable {
    /// A mean of n whole numbers: k / n.
    case mean
    /// A percentage of n: 100 · k / n, with k in 0…n.
    case percentage
  }

  /// All k for which the quotient prints as `printed`; empty where the figure is impossible.
  ///
  /// - Shape: consecutive whole numbers.
  /// - Units: k counts what was added up (mean) or counted (percentage).
  /// - Parameter modes: roundings that are accepted; half up and half even unless the publisher names another.
  /// - Errors: `noBase` for n below 1, `tooManyDigits` beyond Int.
  /// - Complexity: O(log n).
  public static func numerators(
    _ printed: ExactDecimal, n: Int, kind: Kind, modes: Set<RoundingMode> = [.halfUp, .halfEven]
  ) throws(StatisticsRule) -> ClosedRange<Int>? {
    guard n >= 1 else { throw .noBase }
    guard let perUnit = Rational(n, over: kind == .percentage ? 100 : 1) else { throw .noBase }
    // Every mode stays within one unit of the last digit.
    let digit = Rational(ExactDecimal(coefficient: 1, decimals: printed.decimals))
    var low = try whole((Rational(printed) - digit) * perUnit) - 1
    var high = try whole((Rational(printed) + digit) * perUnit) + 1
    if kind == .percentage { (low, high) = (max(low, 0), min(high, n)) }
    guard low <= high else { return nil }
    var found: ClosedRange<Int>?
    for mode in modes {
      func print(_ k: Int) -> ExactDecimal? { (Rational(k) / perUnit)?.rounded(to: printed.decimals, mode) }
      let first = firstIndex(in: low...high) { (print($0) ?? printed) >= printed }
      let end = firstIndex(in: low...high) { (print($0) ?? printed) > printed }
      guard first < end else { continue }
      found = min(found?.lowerBound ?? first, first)...max(found?.upperBound ?? first, end - 1)
    }
    return found
  }

  /// The first whole number from which `holds` is true, by halving; one past the range where it never is.
  private static func firstIndex(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound + 1)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether any n in `bases` could have produced all the printed figures.
  ///
  /// - Shape: the possible n, ascending. An uncertain n is tested over its whole stated range.
  /// - Errors: as `numerators`.
  public static func possibleBases(
    of printed: [ExactDecimal], in bases: ClosedRange<Int>, kind: Kind, modes: Set<RoundingMode> = [.halfUp, .halfEven]
  ) throws(StatisticsRule) -> [Int] {
    var possible: [Int] = []
    for n in bases {
      var fits = true
      for figure in printed where fits { fits = try numerators(figure, n: n, kind: kind, modes: modes) != nil }
      if fits { possible.append(n) }
    }
    return possible
  }

  /// Whether shares of one whole are possible together: one k for each, adding up to n.
  ///
  /// - Errors: as `numerators`.
  public static func arePossibleTogether(
    _ shares: [ExactDecimal], n: Int, modes: Set<RoundingMode> = [.halfUp, .halfEven]
  ) throws(StatisticsRule) -> Bool {
    var least = 0
    var most = 0
    for share in shares {
      guard let range = try numerators(share, n: n, kind: .percentage, modes: modes) else { return false }
      least += range.lowerBound
      most += range.upperBound
    }
    return least <= n && n <= most
  }

  /// Whether the test can fail at all: from n = 10^d (100 · 10^d for percentages) on every printed figure is possible.
  public static func isInformative(decimals: Int, n: Int, kind: Kind) -> Bool {
    guard let power = ExactDecimal.powerOfTen(decimals + (kind == .percentage ? 2 : 0)) else { return true }
    return Int128(n) < power
  }

  private static func whole(_ value: Rational) throws(StatisticsRule) -> Int {
    guard let rounded = value.rounded(to: 0, .down), let whole = Int(exactly: rounded.coefficient),
      whole.magnitude < 1 << 62
    else {
      throw .tooManyDigits
    }
    return whole
  }
}
