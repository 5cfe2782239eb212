public import ShihyoModel

/// What each part adds to the growth of a total: 寄与度 and 寄与率.
///
/// - Shape: one result per part, in the order given; the parts make up the whole total.
/// - Units: fractions of 1, exact: 0.048 is 4.8 points of growth. The points add up to `growth`, the shares to 1.
/// - Source: domain.md, section 9; statistics.md, section 11.
public struct Contribution: Hashable, Sendable {
  /// (Σ now − Σ before) / Σ before.
  public let growth: Rational
  /// Δpart / Σ before (寄与度).
  public let points: [Rational]
  /// Δpart / Δtotal (寄与率); nil where the total did not change. Of a falling total a growing part is negative.
  public let shares: [Rational]?

  /// - Missing: a part without a value on one side has no place here: merge it, or leave it out of both totals.
  /// - Errors: `noValues` without parts, `nothingBefore` and `negativeBase` for the total before.
  public init(_ parts: [(before: ExactDecimal, now: ExactDecimal)]) throws(StatisticsRule) {
    guard !parts.isEmpty else { throw .noValues }
    let before = parts.map { Rational($0.before) }.total()
    guard !before.isZero else { throw .nothingBefore }
    guard !before.isNegative else { throw .negativeBase }
    let changes = parts.map { Rational($0.now) - Rational($0.before) }
    let change = changes.total()
    growth = try change.divided(by: before, else: .nothingBefore)
    points = changes.compactMap { $0 / before }
    shares = change.isZero ? nil : changes.compactMap { $0 / change }
  }
}
