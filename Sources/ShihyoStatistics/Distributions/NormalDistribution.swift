import Glibc

/// The standard normal distribution. Tails are computed as tails, never as 1 − cdf.
///
/// - Source: statistics.md, section 5, tail references.
public enum NormalDistribution {
  /// P(Z > z). Relative error below 1e-14 for |z| up to 8, and below z² · 1e-15 beyond.
  public static func upperTail(_ z: Double) -> Double { 0.5 * erfc(z * 0.5.squareRoot()) }

  /// P(|Z| > |z|), the two-sided p value.
  public static func twoSided(_ z: Double) -> Double { erfc(z.magnitude * 0.5.squareRoot()) }

  /// The z with P(Z > z) = `tail`.
  ///
  /// - Errors: nil unless 0 < tail < 1.
  /// - Accuracy: relative 1e-15 but for rounding; the start is a rational approximation and each step triples its digits.
  public static func upperQuantile(_ tail: Double) -> Double? {
    guard tail > 0, tail < 1 else { return nil }
    if tail > 0.5 { return upperQuantile(1 - tail).map { -$0 } }
    if tail == 0.5 { return 0 }
    // Hastings 1955, sheet 67: within 4.5e-4.
    let t = (-2 * log(tail)).squareRoot()
    var z =
      t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    for _ in 0..<4 {
      let density = exp(-0.5 * z * z) / (2 * Double.pi).squareRoot()
      guard density > 0 else { break }
      let step = (upperTail(z) - tail) / density
      z += step / (1 + 0.5 * z * step)  // Halley
    }
    return z
  }
}
