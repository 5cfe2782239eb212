import Glibc

/// The beta distribution, as far as Clopper–Pearson limits need it.
///
/// - Source: continued fraction of the incomplete beta function (Abramowitz & Stegun 26.5.8), by Lentz's method.
public enum BetaDistribution {
  /// P(X ≤ x) for X ~ Beta(a, b).
  ///
  /// - Errors: nil unless a and b are positive and x lies in 0…1.
  /// - Accuracy: relative 1e-12 for a + b up to 10^4, 1e-9 up to 10^7.
  public static func lowerTail(_ x: Double, _ a: Double, _ b: Double) -> Double? {
    guard a > 0, b > 0, x >= 0, x <= 1, a + b < .infinity else { return nil }
    return split(x, a, b).lower
  }

  /// The x with P(X ≤ x) = `p`.
  ///
  /// - Errors: nil unless a and b are positive and 0 < p < 1.
  /// - Accuracy: the last bit that the tail resolves, about 1e-13 relative.
  /// - Complexity: at most 200 tails; halving is always safe, Newton's steps make it about 15.
  public static func lowerQuantile(_ p: Double, _ a: Double, _ b: Double) -> Double? {
    guard a > 0, b > 0, a + b < .infinity, p > 0, p < 1 else { return nil }
    let logBeta = LogGamma.of(a) + LogGamma.of(b) - LogGamma.of(a + b)
    var low = 0.0
    var high = 1.0
    var x = a / (a + b)
    for _ in 0..<200 {
      let excess = split(x, a, b).lower - p
      if excess > 0 { high = x } else { low = x }
      let density = exp((a - 1) * log(x) + (b - 1) * log1p(-x) - logBeta)
      let newton = x - excess / density
      let next = newton > low && newton < high ? newton : low + 0.5 * (high - low)
      if next == x || high - low <= low.ulp { return next }
      if (next - x).magnitude <= 2 * x.ulp { return next }
      x = next
    }
    return x
  }

  /// Both tails at x; the smaller one is computed, the other is its complement.
  private static func split(_ x: Double, _ a: Double, _ b: Double) -> (lower: Double, upper: Double) {
    guard x > 0 else { return (0, 1) }
    guard x < 1 else { return (1, 0) }
    let logBeta = LogGamma.of(a) + LogGamma.of(b) - LogGamma.of(a + b)
    let front = exp(a * log(x) + b * log1p(-x) - logBeta)
    if x < (a + 1) / (a + b + 2) {
      let lower = front * fraction(x, a, b) / a
      return (lower, 1 - lower)
    }
    let upper = front * fraction(1 - x, b, a) / b
    return (1 - upper, upper)
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func apart(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / apart(1 - (a + b) * x / (a + 1))
    var value = d
    var m = 1.0
    while m < 100_000 {
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / apart(1 + even * d)
      c = apart(1 + even / c)
      value *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / apart(1 + odd * d)
      c = apart(1 + odd / c)
      let factor = d * c
      value *= factor
      if (factor - 1).magnitude < 3e-16 { break }
      m += 1
    }
    return value
  }
}
