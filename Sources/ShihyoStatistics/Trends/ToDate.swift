public import ShihyoModel

/// A year so far against the same part of the year before (年度累計の前年同期比), like for like.
///
/// - Units: `now` and `before` are exact sums of the positions in `compared`.
/// - Source: domain.md, section 9 (compare like with like).
public struct ToDate: Hashable, Sendable {
  public let now: Rational
  public let before: Rational
  /// Positions from the start of the year, from 0, that both years hold a value for.
  public let compared: [Int]
  /// Positions up to the last value of this year that one of the years misses; said beside the result.
  public let leftOut: [Int]

  /// - Shape: periods from the start of each year; `before` may be the whole year.
  /// - Missing: a position missing in one year is left out of both sums and listed.
  /// - Errors: `noValues` where no position has both.
  public init(now: [ExactDecimal?], before: [ExactDecimal?]) throws(StatisticsRule) {
    let last = now.lastIndex { $0 != nil } ?? -1
    var sums = (now: Rational.zero, before: Rational.zero)
    var compared: [Int] = []
    var leftOut: [Int] = []
    for position in 0..<(last + 1) {
      guard let value = now[position], before.indices.contains(position), let earlier = before[position] else {
        leftOut.append(position)
        continue
      }
      sums.now = sums.now + Rational(value)
      sums.before = sums.before + Rational(earlier)
      compared.append(position)
    }
    guard !compared.isEmpty else { throw .noValues }
    self.now = sums.now
    self.before = sums.before
    self.compared = compared
    self.leftOut = leftOut
  }

  /// Growth of what was compared; nil where it was 0 or below before.
  public var growth: Rational? { before > .zero ? (now - before) / before : nil }
}
