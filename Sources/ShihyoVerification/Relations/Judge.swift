import ShihyoModel

/// Holds a printed number against what was computed, and two sides of a relation against each other.
///
/// - Source: domain.md, section 10.
enum Judge {
  struct Judgement {
    var verdict: Verdict
    /// The computed value in the digits of the printed one.
    var computed = ""
    var difference = ""
    var why: Bilingual?
    /// Computed and printed, for the search for a slip.
    var expected: Rational?
    var slip: LikelySlip?
  }

  /// ％ and ポイント are two things of one look: whatever the numbers, one of the two units is wrong.
  static func mixesPoints(_ left: MeasureUnit?, _ right: MeasureUnit?) -> Bool {
    [left?.base, right?.base] == ["%", "ポイント"] || [left?.base, right?.base] == ["ポイント", "%"]
  }

  private static func ofPoints(_ judgement: Judgement, _ printed: MeasureUnit?, _ found: MeasureUnit?) -> Judgement {
    var judgement = judgement
    let isSame = judgement.verdict != .wrong
    let (wrong, right) = (printed?.symbol ?? "", found?.symbol ?? "")
    func japanese(_ symbol: String) -> String { symbol == "%" ? "％" : symbol }
    judgement.why = Bilingual(
      ja: (isSame ? "数は合いますが、" : "") + "単位は「\(japanese(wrong))」ではなく「\(japanese(right))」です",
      en: (isSame ? "the number is right, but its unit is not " : "its unit is not ")
        + "\(englishUnit(wrong)): it is \(englishUnit(right))")
    if isSame { (judgement.slip, judgement.expected, judgement.difference) = (.percentForPoints, nil, "") }
    judgement.verdict = .wrong
    return judgement
  }

  private static func englishUnit(_ symbol: String) -> String { symbol == "ポイント" ? "points" : symbol }

  /// - Parameter rounding: how the printed number was rounded.
  static func compare(
    _ printed: PrintedNumber, _ found: Quantity, rounding: RoundingMode
  ) throws(RelationRule) -> Judgement {
    if case .none(let why) = found.content { return Judgement(verdict: .undecidable, why: why) }
    if mixesPoints(printed.unit, found.unit) {
      var same = found
      same.unit = printed.unit
      return ofPoints(try compare(printed, same, rounding: rounding), printed.unit, found.unit)
    }
    guard let converted = found.converted(to: printed.unit) else {
      throw .unitsDiffer(printed.unit?.symbol ?? "", found.unit?.symbol ?? "")
    }
    guard let value = converted.number else { throw .notANumber(found.working) }
    let rounded = printed.rounded(value, rounding) ?? value
    var judgement = Judgement(verdict: .proved, computed: printed.spelling(rounded), expected: value)
    if printed.bound != nil {
      // 過半数 of a printed 50 %: the number before rounding may be above it, the printed one is not.
      let bound = printed.interval(rounding)
      judgement.verdict = bound.contains(value) ? .proved : bound.meets(converted.interval) ? .withinRounding : .wrong
      judgement.computed = plain(value, decimals: printed.decimals + 1)
    } else if value == printed.value {
      judgement.verdict = .proved
    } else if printed.leaning != nil {
      judgement.verdict = printed.interval(rounding).meets(converted.interval) ? .withinRounding : .wrong
    } else if rounded == printed.value {
      judgement.verdict = printed.isApproximate ? .withinRounding : .proved
    } else if printed.interval(rounding).meets(converted.interval) {
      judgement.verdict = .withinRounding
    } else {
      judgement.verdict = .wrong
    }
    // 約3分の1 has no digits of its own.
    if printed.digits.isEmpty { judgement.computed = plain(value, decimals: printed.decimals + 1) }
    if judgement.verdict == .wrong {
      if printed.isExact || printed.isApproximate { judgement.computed = plain(value, decimals: printed.decimals + 1) }
      judgement.difference = shown(rounded - printed.value, decimals: printed.decimals)
      if printed.isExact || printed.isApproximate || printed.bound != nil || printed.digits.isEmpty {
        judgement.difference = plain(printed.distance(to: value), decimals: printed.decimals + 1)
      }
      // 3億円弱 rounds to 3 from either side.
      if printed.leaning != nil {
        judgement.computed = plain(value, decimals: printed.decimals + 2)
        judgement.difference = plain(value - printed.value, decimals: printed.decimals + 2)
      }
      judgement = otherVintage(judgement, printed.vintage, found.vintage)
    }
    return judgement
  }

  /// A difference between a provisional and a revised value is information, not an error; both must say which they are.
  private static func otherVintage(_ judgement: Judgement, _ left: Marks, _ right: Marks) -> Judgement {
    guard left != right, !left.isEmpty, !right.isEmpty else { return judgement }
    var judgement = judgement
    judgement.verdict = .undecidable
    judgement.why = Bilingual(
      ja: "速報と改定の違いによる差です（遡及改定）", en: "the two are of different vintages (provisional, revised)")
    return judgement
  }

  /// Two sides: equal, equal within what rounding leaves, or not.
  static func compare(_ left: Quantity, _ right: Quantity) throws(RelationRule) -> Judgement {
    for side in [left, right] {
      if case .none(let why) = side.content { return Judgement(verdict: .undecidable, why: why) }
    }
    let (left, right) = (left.directed(beside: right), right.directed(beside: left))
    guard let first = left.number, right.number != nil else {
      let isSame = left.content == right.content
      return Judgement(verdict: isSame ? .proved : .wrong, computed: spelling(left))
    }
    if mixesPoints(left.unit, right.unit) {
      var same = right
      same.unit = left.unit
      return ofPoints(try compare(left, same), right.unit, left.unit)
    }
    guard let other = right.converted(to: left.unit), let second = other.number else {
      throw .unitsDiffer(left.unit?.symbol ?? "", right.unit?.symbol ?? "")
    }
    let decimals = max(left.decimals ?? 0, right.decimals ?? 0)
    var judgement = Judgement(verdict: .proved, computed: shown(first, decimals: decimals), expected: first)
    if first == second { return judgement }
    if left.interval.meets(other.interval) {
      judgement.verdict = .withinRounding
    } else {
      judgement.verdict = .wrong
      judgement = otherVintage(judgement, left.vintage, right.vintage)
    }
    judgement.difference = shown(first - second, decimals: decimals)
    return judgement
  }

  static func atMost(_ left: Quantity, _ right: Quantity) throws(RelationRule) -> Judgement {
    for side in [left, right] {
      if case .none(let why) = side.content { return Judgement(verdict: .undecidable, why: why) }
    }
    guard let other = right.converted(to: left.unit) else {
      throw .unitsDiffer(left.unit?.symbol ?? "", right.unit?.symbol ?? "")
    }
    guard let part = left.number, let whole = other.number else { throw .notANumber(left.working) }
    let decimals = max(left.decimals ?? 0, right.decimals ?? 0)
    var judgement = Judgement(verdict: .proved, computed: shown(whole, decimals: decimals))
    guard part > whole else { return judgement }
    judgement.verdict = left.interval.canBeAtMost(other.interval) ? .withinRounding : .wrong
    judgement.difference = shown(whole - part, decimals: decimals)
    judgement.why = Bilingual(
      ja: "部分（\(shown(part, decimals: decimals))）が全体（\(shown(whole, decimals: decimals))）を上回っています",
      en: "the part (\(shown(part, decimals: decimals))) exceeds its whole (\(shown(whole, decimals: decimals)))")
    return judgement
  }

  static func spelling(_ quantity: Quantity) -> String {
    switch quantity.content {
    case .number(let value): quantity.decimals.map { shown(value, decimals: $0) } ?? plain(value, decimals: 2)
    case .date(let date): date.description
    case .weekday(let day): PrintedText.weekdays[(day - 1) % 7]
    case .times(let times): times.map { "\($0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)" }.joined(separator: "–")
    case .words(let words): words
    case .none: ""
    }
  }

  /// With `decimals` digits.
  static func shown(_ value: Rational, decimals: Int) -> String {
    value.rounded(to: decimals)?.description ?? value.machineSpelling
  }

  /// A whole number as one, anything else with `decimals` digits: 23 of what should be whole, but 22.5.
  static func plain(_ value: Rational, decimals: Int) -> String {
    value.denominator == "1" ? value.machineSpelling : shown(value, decimals: decimals)
  }
}
