public import ShihyoModel

/// The Herfindahl–Hirschman index of concentration.
///
/// - Units: `value` and `normalised` on the scale 0…1, exact; `points` on the scale 0…10000 of shares in percent. The
///   scale is printed with the number.
/// - Source: statistics.md, section 11.
public struct Herfindahl: Hashable, Sendable {
  /// Σ share².
  public let value: Rational
  /// (H − 1/n) / (1 − 1/n): 0 where all n are equal; nil for a single part.
  public let normalised: Rational?

  public var points: Rational { value * Rational(10_000) }

  /// - Shape: parts of one whole, in any unit; shares are taken of their sum. A part of 0 counts in n.
  /// - Errors: `noValues`, `negativeWeight`, `noWeight` where all are 0.
  public init(_ parts: [ExactDecimal]) throws(StatisticsRule) {
    guard !parts.isEmpty, let even = Rational(1, over: parts.count) else { throw .noValues }
    guard parts.allSatisfy({ !$0.isNegative }) else { throw .negativeWeight }
    let exact = parts.map { Rational($0) }
    let index = try exact.map(\.squared).total().divided(by: exact.total().squared, else: .noWeight)
    value = index
    normalised = (index - even) / (.one - even)
  }
}
