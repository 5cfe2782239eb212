import Glibc

/// The chi-square distribution with a whole number of degrees of freedom.
///
/// - Source: statistics.md, section 5; the two expansions of the incomplete gamma function: Abramowitz & Stegun 6.5.
public enum ChiSquareDistribution {
  /// P(χ² > x) as a tail of its own.
  ///
  /// - Errors: nil unless `degreesOfFreedom` is 1 or more; 1 for x of 0 or below.
  /// - Accuracy: relative 1e-12 for up to 100 degrees, 1e-9 up to a million.
  /// - Complexity: O(√degrees) near the middle of the distribution, less in the tails.
  public static func upperTail(_ x: Double, degreesOfFreedom: Int) -> Double? {
    guard degreesOfFreedom >= 1, !x.isNaN else { return nil }
    guard x > 0 else { return 1 }
    guard x < .infinity else { return 0 }
    switch degreesOfFreedom {
    case 1: return erfc((0.5 * x).squareRoot())
    case 2: return exp(-0.5 * x)
    default:
      let a = 0.5 * Double(degreesOfFreedom)
      let y = 0.5 * x
      let front = exp(a * log(y) - y - LogGamma.of(a))
      return y < a + 1 ? 1 - front * lowerSeries(a, y) : front * upperFraction(a, y)
    }
  }

  /// Σ y^k / (a (a+1) … (a+k)), all terms positive.
  private static func lowerSeries(_ a: Double, _ y: Double) -> Double {
    var term = 1 / a
    var sum = term
    var divisor = a
    while term > sum * 1e-17 {
      divisor += 1
      term *= y / divisor
      sum += term
    }
    return sum
  }

  /// Legendre's continued fraction of Γ(a, y) e^y y^-a, by Lentz's method; for y of a + 1 and more.
  private static func upperFraction(_ a: Double, _ y: Double) -> Double {
    var b = y + 1 - a
    var c = 1e300
    var d = 1 / b
    var value = d
    var step = 1.0
    repeat {
      let numerator = -step * (step - a)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      let factor = c * d
      value *= factor
      if (factor - 1).magnitude < 3e-16 { break }
      step += 1
    } while step < 100_000
    return value
  }
}
