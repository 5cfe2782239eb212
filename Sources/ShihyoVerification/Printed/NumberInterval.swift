import ShihyoModel

/// All values that a number can have had before it was rounded: an interval with open or closed ends.
///
/// - Shape: nil is no bound. An exact number is an interval of one point.
/// - Source: domain.md, section 10: adding the intervals of k parts gives its bound of ⌊k/2⌋ units, and 0…k−1 under truncation.
struct NumberInterval: Hashable, Sendable {
  var low: Rational?
  var high: Rational?
  var hasLow = true
  var hasHigh = true

  static func point(_ value: Rational) -> NumberInterval { NumberInterval(low: value, high: value) }

  var isPoint: Bool { low != nil && low == high }

  func contains(_ value: Rational) -> Bool { meets(.point(value)) }

  func meets(_ other: NumberInterval) -> Bool {
    Self.reaches(self, other) && Self.reaches(other, self)
  }

  /// Whether `left` begins before `right` ends.
  private static func reaches(_ left: NumberInterval, _ right: NumberInterval) -> Bool {
    guard let low = left.low, let high = right.high else { return true }
    return low < high || (low == high && left.hasLow && right.hasHigh)
  }

  /// Whether some value of this one is at most some value of the other.
  func canBeAtMost(_ other: NumberInterval) -> Bool { Self.reaches(self, other) }

  static func + (left: NumberInterval, right: NumberInterval) -> NumberInterval {
    NumberInterval(
      low: zip(left.low, right.low, +), high: zip(left.high, right.high, +), hasLow: left.hasLow && right.hasLow,
      hasHigh: left.hasHigh && right.hasHigh)
  }

  static prefix func - (value: NumberInterval) -> NumberInterval {
    NumberInterval(
      low: value.high.map { -$0 }, high: value.low.map { -$0 }, hasLow: value.hasHigh, hasHigh: value.hasLow)
  }

  func times(_ factor: Rational) -> NumberInterval {
    if factor.isNegative { return -times(-factor) }
    return NumberInterval(
      low: low.map { $0 * factor }, high: high.map { $0 * factor }, hasLow: hasLow, hasHigh: hasHigh)
  }

  /// nil where the divisor can be 0 or below: no quotient of published counts has such a base.
  func divided(by divisor: NumberInterval) -> NumberInterval? {
    guard let least = divisor.low, !least.isNegative, !least.isZero else { return nil }
    // A value below 0 is smallest over the smallest divisor.
    func quotient(_ value: Rational?, isLow: Bool) -> Rational? {
      guard let value else { return nil }
      let base = value.isNegative == isLow ? least : divisor.high
      guard let base else { return .zero }
      return value / base
    }
    return NumberInterval(
      low: quotient(low, isLow: true), high: quotient(high, isLow: false),
      hasLow: hasLow && (divisor.hasHigh && divisor.hasLow), hasHigh: hasHigh && (divisor.hasHigh && divisor.hasLow))
  }

  private static func zip(
    _ left: Rational?, _ right: Rational?, _ combine: (Rational, Rational) -> Rational
  ) -> Rational? {
    guard let left, let right else { return nil }
    return combine(left, right)
  }
}
