import ShihyoModel

/// Sums, differences and quotients of quantities, with the bounds that rounding leaves them.
extension Evaluator {
  static func sum(_ values: [Quantity]) throws(RelationRule) -> Quantity {
    // A decrease that is added is taken away.
    let values = values.map(\.asDecrease)
    var result = values[0]
    (result.isChange, result.isDecrease) = (values.allSatisfy(\.isChange), false)
    for value in values.dropFirst() {
      let next = try inUnit(of: result, value)
      guard let left = result.number, let right = next.number else { throw .notANumber("sum") }
      result.content = .number(left + right)
      result.interval = result.interval + next.interval
      result.decimals = zip(result.decimals, next.decimals)
    }
    result.parts = nil
    result.working = values.map(\.working).joined(separator: " + ")
    return result
  }

  static func difference(_ left: Quantity, _ right: Quantity) throws(RelationRule) -> Quantity {
    let right = try inUnit(of: left, right)
    guard let from = left.number, let taken = right.number else { throw .notANumber("difference") }
    var result = left
    result.content = .number(from - taken)
    result.interval = left.interval + -right.interval
    result.decimals = zip(left.decimals, right.decimals)
    result.parts = nil
    result.working = left.working + " − " + right.working
    (result.isChange, result.isDecrease) = (true, false)
    // A difference of percentages is said in points.
    if left.unit?.base == "%" { result.unit = MeasureUnit(parsing: "ポイント") }
    return result
  }

  /// share in ％, multiple in 倍, change in ％, rate in what its row says.
  static func quotient(_ function: ComparedFunction, _ values: [Quantity]) throws(RelationRule) -> Quantity {
    let denominator = values[1]
    let numerator = function == .rate ? values[0] : try inUnit(of: denominator, values[0])
    guard let top = numerator.number, let bottom = denominator.number else { throw .notANumber(function.rawValue) }
    guard let ratio = top / bottom else {
      return .none(Bilingual(ja: "分母が0です", en: "the denominator is 0"))
    }
    let factor: Rational
    switch function {
    case .share, .change: factor = Rational(100)
    case .rate: factor = values.count > 2 ? values[2].number ?? Rational(1) : Rational(1)
    default: factor = Rational(1)
    }
    let offset = function == .change ? Rational(100) : .zero
    var result = Quantity.number(ratio * factor - offset)
    if let bounds = numerator.interval.divided(by: denominator.interval) {
      result.interval = bounds.times(factor) + .point(-offset)
    } else if !numerator.interval.isPoint || !denominator.interval.isPoint {
      result.interval = NumberInterval()
    }
    result.parts = (top, bottom)
    result.isChange = function == .change
    let (above, below) = (enclosed(numerator.working), enclosed(denominator.working))
    result.working = function == .change ? "(\(above) − \(below)) ÷ \(below)" : "\(above) ÷ \(below)"
    switch function {
    case .share, .change: result.unit = MeasureUnit(parsing: "%")
    case .multiple: result.unit = MeasureUnit(parsing: "倍")
    default: result.unit = nil
    }
    return result
  }

  /// `rounded-shares(1, a, b, c)`: 9.8 + 89.4 + 0.8
  static func roundedShares(_ numbers: [Rational]) -> Quantity {
    let parts = numbers.dropFirst()
    let whole = parts.reduce(.zero, +)
    guard let digits = Int(numbers[0].machineSpelling), (0...9).contains(digits), !whole.isZero else {
      return .none(Bilingual(ja: "桁数か全体が正しくありません", en: "the digits or the whole are not right"))
    }
    var total = Rational.zero
    var spelled: [String] = []
    for part in parts {
      guard let share = part / whole, let rounded = (share * Rational(100)).rounded(to: digits) else { continue }
      total = total + Rational(rounded)
      spelled.append(rounded.description)
    }
    var result = Quantity.number(total, unit: MeasureUnit(parsing: "%"))
    result.decimals = digits
    result.working = spelled.joined(separator: " + ")
    return result
  }

  /// +98.4％, 1.98倍, 50.4％, 33.5％: what a ratio of two numbers can be.
  static func readings(_ left: Rational, _ right: Rational) -> [String] {
    func spell(_ value: Rational?, _ digits: Int, _ unit: String) -> String {
      (value?.rounded(to: digits)?.description ?? "–") + unit
    }
    let (small, large) = left < right ? (left, right) : (right, left)
    let hundred = Rational(100)
    let multiple = large / small
    return [
      "change +" + spell(multiple.map { $0 * hundred - hundred }, 1, "％"), "multiple " + spell(multiple, 2, "倍"),
      "share " + spell((small / large).map { $0 * hundred }, 1, "％"),
      "share of both " + spell((small / (small + large)).map { $0 * hundred }, 1, "％"),
    ]
  }

  static func inUnit(of left: Quantity, _ right: Quantity) throws(RelationRule) -> Quantity {
    guard let converted = right.converted(to: left.unit) else {
      throw .unitsDiffer(right.unit?.symbol ?? "", left.unit?.symbol ?? "")
    }
    return converted
  }

  private static func enclosed(_ working: String) -> String {
    [" + ", " − ", " ÷ "].contains(where: working.contains) ? "(\(working))" : working
  }

  private static func zip(_ left: Int?, _ right: Int?) -> Int? {
    guard let left, let right else { return left ?? right }
    return max(left, right)
  }
}
