import Glibc

/// ln Γ(x) for x > 0. The C function writes a global sign, which threads would share; this one has no state.
enum LogGamma {
  /// Relative error about 1e-15 beside the zeros at 1 and 2, where it is absolute.
  ///
  /// - Source: Stirling's series (Abramowitz & Stegun 6.1.41), after shifting the argument to 15 and more.
  static func of(_ x: Double) -> Double {
    var product = 1.0
    var shifted = x
    while shifted < 15 {
      product *= shifted
      shifted += 1
    }
    return (shifted - 0.5) * log(shifted) - shifted + 0.5 * log(2 * Double.pi) + correction(shifted) - log(product)
  }

  /// The part of Stirling's series that tends to 0, for x of 15 and more; the next term is below 1e-17.
  static func correction(_ x: Double) -> Double {
    let square = 1 / (x * x)
    let inner = 1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188 - square * (691.0 / 360360 - square / 156)))
    return (1.0 / 12 - square * (1.0 / 360 - square * inner)) / x
  }
}
