import ShihyoModel

/// A value axis: where a value stands, and the round numbers beside it. All in exact numbers.
struct ChartScale {
  let lower: Rational
  let upper: Rational
  let ticks: [Rational]
  private let from: Int
  private let to: Int

  /// - Parameter startsAtZero: false: the axis may begin above 0 where all values lie close together.
  /// - Parameter endsAtValues: the axis ends with the values, not with the next round numbers.
  /// - Parameters from, to: places of the ends, in hundredths of a pixel.
  init(_ values: [Rational], startsAtZero: Bool, endsAtValues: Bool = false, from: Int, to: Int) {
    var (low, high) = (values.min() ?? .zero, values.max() ?? .zero)
    // Only what varies by less than 40 % is looked at closely.
    let isClose = !startsAtZero && low > .zero && low * Rational(10) > high * Rational(6) && low < high
    if !isClose {
      low = min(low, .zero)
      high = max(high, .zero)
    }
    if !(low < high) { high = low + Rational(1) }
    let step = Self.step(high - low, isWhole: values.allSatisfy { $0.denominator == "1" })
    let first = Self.floor(low, step)
    var ticks = [first]
    while let last = ticks.last, last < high, ticks.count < 12 { ticks.append(last + step) }
    lower = endsAtValues ? low : first
    upper = endsAtValues ? high : ticks.last ?? high
    self.ticks = endsAtValues ? ticks.filter { !($0 < low) && !($0 > high) } : ticks
    self.from = from
    self.to = to
  }

  var startsAtZero: Bool { !(lower > .zero) }

  func place(_ value: Rational) -> Int {
    guard let share = (value - lower) / (upper - lower) else { return from }
    return from + Self.whole(share * Rational(to - from))
  }

  /// The smallest of 1, 2, 5 × 10ⁿ that makes five intervals or fewer.
  private static func step(_ span: Rational, isWhole: Bool) -> Rational {
    var power = isWhole ? Rational(1) : Rational(1, over: 1_000_000_000) ?? Rational(1)
    // 18 whole digits and 9 decimals are the most that a cell holds; sums hold some more.
    for _ in 0..<48 {
      for factor in [1, 2, 5] {
        let step = power * Rational(factor)
        if !(span > step * Rational(5)) { return step }
      }
      power = power * Rational(10)
    }
    return span
  }

  private static func floor(_ value: Rational, _ step: Rational) -> Rational {
    guard let quotient = value / step, let nearest = quotient.rounded(to: 0).map({ Rational($0) }) else { return value }
    return (nearest > quotient ? nearest - Rational(1) : nearest) * step
  }

  static func whole(_ value: Rational) -> Int { value.rounded(to: 0).flatMap { Int(exactly: $0.coefficient) } ?? 0 }
}

extension Figure {
  /// The number to draw; nil where there is none.
  var drawn: Rational? {
    if case .approximate(let double) = value { return Rational(exactly: double) }
    return exactValue
  }

  /// The value rests on some of its cells or periods only.
  var isPartial: Bool { marks.contains(.partial) || leavesOutCells }
}
