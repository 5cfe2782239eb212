public import ShihyoModel

/// One number as a document prints it: its digits are its tolerance.
///
/// - Units: `value` and `step` are in `unit`, with the scale that is printed: 177.6 in 億円, not 17,760,000,000 in 円.
/// - Rounding: `step` is the size of the last digit. A whole number of things is exact; 約300 has one digit, not three.
public struct PrintedNumber: Hashable, Sendable {
  public enum Bound: Hashable, Sendable {
    case atLeast, above, atMost, below
    /// 10～15件: from `value` to this one.
    case upTo(Rational)
  }
  /// On which side of an approximate number the true one lies: 余 and 強 say a little more, 弱 a little less.
  public enum Leaning: Hashable, Sendable { case more, less }

  public var value: Rational
  public var step: Rational
  /// Digits after the point.
  public var decimals: Int
  /// As printed behind it; nil where nothing stands there.
  public var unit: MeasureUnit?
  /// 約, およそ, 程度; 余, 強 and 弱, too.
  public var isApproximate = false
  /// 余, 強, 弱.
  public var leaning: Leaning?
  /// 以上, 超, 以下, 未満.
  public var bound: Bound?
  /// 増, 減 or a sign; nil where the text says none.
  public var change: Change?
  /// 速報 or 改定.
  public var vintage: Marks = []
  /// The digits as they stand, folded: `5,964`; empty of a number in words (半数, 3分の1).
  public var digits: String

  /// Nothing was rounded: 5,964件, but not 177.6億円, 35% or 約300.
  public var isExact: Bool {
    guard decimals == 0, !isApproximate, bound == nil, unit?.exponent ?? 0 == 0, step == Rational(1) else {
      return false
    }
    return !Self.rounded.contains(unit?.base ?? "")
  }

  private static let rounded: Set<String> = ["%", "倍", "ポイント", "歳"]

  /// What it can have been before it was rounded.
  func interval(_ mode: RoundingMode = .halfUp) -> NumberInterval {
    switch bound {
    case .atLeast: return NumberInterval(low: value)
    case .above: return NumberInterval(low: value, hasLow: false)
    case .atMost: return NumberInterval(high: value)
    case .below: return NumberInterval(high: value, hasHigh: false)
    case .upTo(let other): return NumberInterval(low: min(value, other), high: max(value, other))
    case nil: break
    }
    switch leaning {
    case .more: return NumberInterval(low: value, high: value + step, hasHigh: false)
    case .less: return NumberInterval(low: value - step, high: value, hasLow: false)
    case nil: break
    }
    if isExact { return .point(value) }
    let half = step * (Rational(1, over: 2) ?? step)
    if isApproximate { return NumberInterval(low: value - half, high: value + half) }
    let isNegative = value.isNegative
    switch mode {
    case .halfEven: return NumberInterval(low: value - half, high: value + half)
    case .halfUp:
      return NumberInterval(low: value - half, high: value + half, hasLow: !isNegative, hasHigh: isNegative)
    case .down:
      if value.isZero { return NumberInterval(low: -step, high: step, hasLow: false, hasHigh: false) }
      return isNegative
        ? NumberInterval(low: value - step, high: value, hasLow: false)
        : NumberInterval(low: value, high: value + step, hasHigh: false)
    case .up:
      if value.isZero { return .point(value) }
      return isNegative
        ? NumberInterval(low: value, high: value + step, hasHigh: false)
        : NumberInterval(low: value - step, high: value, hasLow: false)
    }
  }

  /// `computed` with the digits of this number; nil beyond Int128.
  func rounded(_ computed: Rational, _ mode: RoundingMode = .halfUp) -> Rational? {
    guard let steps = computed / step, let whole = steps.rounded(to: 0, mode) else { return nil }
    return Rational(whole) * step
  }

  /// `9.8`, in the printed unit and with as many decimals.
  func spelling(_ value: Rational) -> String {
    value.rounded(to: decimals)?.description ?? value.machineSpelling
  }
}
