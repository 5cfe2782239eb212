public import ShihyoModel

/// Kish's effective number of answers: what unequal weights leave of a sample.
///
/// - Units: `effective` in answers, exact; `designEffect` has none, 1 where all weights are equal.
/// - Source: statistics.md, section 6 (Kish 1965).
public struct EffectiveSample: Hashable, Sendable {
  /// Answers with a weight above 0.
  public let n: Int
  /// (Σw)² / Σw².
  public let effective: Rational
  /// n·Σw² / (Σw)².
  public let designEffect: Rational

  /// - Shape: weights in any order; equal ones may be counted together.
  /// - Missing: answers of weight 0 are left out of n.
  /// - Errors: `negativeWeight`, `negativeCount`, `noWeight` where nothing has a weight.
  public init(_ weights: [(weight: Rational, count: Int)]) throws(StatisticsRule) {
    var n = 0
    var sum = Rational.zero
    var squares = Rational.zero
    for (weight, count) in weights {
      guard !weight.isNegative else { throw .negativeWeight }
      guard count >= 0 else { throw .negativeCount }
      guard !weight.isZero else { continue }
      n += count
      sum = sum + weight * Rational(count)
      squares = squares + weight.squared * Rational(count)
    }
    effective = try sum.squared.divided(by: squares, else: .noWeight)
    designEffect = try Rational(n).divided(by: effective, else: .noWeight)
    self.n = n
  }

  /// The same for weights that exist only as doubles, as raking makes them.
  ///
  /// - Errors: as for exact weights, and `notFinite`.
  public init(_ weights: [Double]) throws(StatisticsRule) {
    var exact: [(weight: Rational, count: Int)] = []
    for weight in weights {
      guard let value = Rational(exactly: weight) else { throw .notFinite }
      exact.append((weight: value, count: 1))
    }
    try self.init(exact)
  }
}
