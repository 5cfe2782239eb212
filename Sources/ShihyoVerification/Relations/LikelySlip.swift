public import ShihyoModel

/// What probably happened to a number that does not hold.
public enum LikelySlip: Hashable, Sendable {
  case transposed
  case factor(exponent: Int)
  case truncated
  case roundedUp
  case sign
  /// One digit, and one whose key stands next to it.
  case neighbour(from: Character, to: Character)
  case oneDigit(from: Character, to: Character)
  case missingDigit
  /// The value of something else: another base, another period, another figure.
  case otherBase(String)
  case otherPeriod(String)
  case otherFigure(String)
  /// The same of another group: 区=乙区.
  case otherGroup(String)
  /// Something else of the same group: sum(完了).
  case otherMeasure(String)
  /// Old for new, or the whole for the part.
  case swapped
  /// What a change is computed from, or the ratio that it is read from.
  case level(String)
  /// うち: a part was added beside its whole.
  case partAdded(String)
  /// ％ where ポイント is meant, or ポイント where ％ is.
  case percentForPoints

  public var label: Bilingual {
    switch self {
    case .transposed: Bilingual(ja: "隣り合う数字の入替え", en: "two digits transposed")
    case .factor(let exponent):
      // 千円 for 円, 億円 for 万円: scales of money and people are thousands, ten thousands and their like apart.
      [3, 4, 6, 8].contains(abs(exponent))
        ? Bilingual(
          ja: "桁違い（10の\(exponent)乗倍。千円と百万円のような単位の取違え）",
          en: "a factor of 10 to the power \(exponent), as of one scale of the unit for another")
        : Bilingual(
          ja: "桁違い（10の\(exponent)乗倍）", en: "a factor of 10" + (exponent == 1 ? "" : " to the power \(exponent)"))
    case .truncated: Bilingual(ja: "四捨五入でなく切捨て", en: "truncated instead of rounded")
    case .roundedUp: Bilingual(ja: "四捨五入でなく切上げ", en: "rounded up instead of half up")
    case .sign: Bilingual(ja: "符号の違い", en: "the wrong sign")
    case .neighbour(let from, let to):
      Bilingual(ja: "隣の数字（\(to)を\(from)）", en: "a neighbouring digit (\(from) for \(to))")
    case .oneDigit(let from, let to): Bilingual(ja: "1字違い（\(to)を\(from)）", en: "one digit (\(from) for \(to))")
    case .missingDigit: Bilingual(ja: "数字の脱落か重複", en: "a digit dropped or doubled")
    case .otherBase(let name): Bilingual(ja: "別の分母（\(name)）", en: "another base (\(name))")
    case .otherPeriod(let name): Bilingual(ja: "別の期間（\(name)）", en: "another period (\(name))")
    case .otherFigure(let name): Bilingual(ja: "別の数値（\(name)）", en: "another figure (\(name))")
    case .otherGroup(let name): Bilingual(ja: "別の区分（\(name)）", en: "another group (\(name))")
    case .otherMeasure(let name): Bilingual(ja: "別の指標（\(name)）", en: "another measure (\(name))")
    case .swapped: Bilingual(ja: "二つの数（新旧など）の取違え", en: "the two numbers swapped, as old for new")
    case .level(let name): Bilingual(ja: "増減でなくもとの値（\(name)）", en: "the level instead of its change (\(name))")
    case .partAdded(let name): Bilingual(ja: "うちを加えた（\(name)）", en: "a part was added (\(name))")
    case .percentForPoints: Bilingual(ja: "％とポイントの取違え", en: "per cent and points mixed up")
    }
  }

  /// A number that printed digits may have been taken from.
  struct Candidate: Hashable, Sendable {
    var value: Rational
    var slip: LikelySlip
  }

  /// - Parameters:
  ///   - printed: as it stands, in steps of `step`.
  ///   - expected: the exact value that should stand there.
  ///   - candidates: values of other bases, periods and figures.
  static func find(
    printed: Rational, step: Rational, expected: Rational, candidates: [Candidate] = []
  ) -> LikelySlip? {
    func rounded(_ value: Rational, _ mode: RoundingMode = .halfUp) -> Rational? {
      (value / step)?.rounded(to: 0, mode).map { Rational($0) * step }
    }
    guard let right = rounded(expected), right != printed else { return nil }
    if rounded(expected, .down) == printed { return .truncated }
    if rounded(expected, .up) == printed { return .roundedUp }
    let matching = candidates.filter { rounded($0.value) == printed && $0.value != expected }.map(\.slip)
    if !printed.isZero, -printed == right {
      return printed.isNegative && matching.contains(.swapped) ? .swapped : .sign
    }
    // Another reading of the very numbers that are compared explains more than digits that are alike by chance.
    if let reading = matching.first(where: { $0.rank == .reading }) { return reading }
    let (wrong, wanted) = (digits(printed, step), digits(right, step))
    if let wrong, let wanted, isTransposed(wrong, wanted) { return .transposed }
    if let exponent = powerBetween(printed, expected, step) { return .factor(exponent: exponent) }
    guard let wrong, let wanted else { return nil }
    let slip = digitSlip(wrong, wanted)
    func first(of ranks: Rank...) -> LikelySlip? {
      ranks.lazy.compactMap { rank in matching.first { $0.rank == rank } }.first
    }
    // Numbers of three digits and more are seldom alike by chance; of shorter ones the key beside is likelier.
    if wrong.count >= 3, let source = first(of: .sibling, .figure) { return source }
    if case .neighbour? = slip { return slip }
    return first(of: .sibling, .base) ?? slip ?? matching.first
  }

  /// What a candidate is to the number that should stand there.
  private enum Rank { case reading, sibling, figure, base }

  private var rank: Rank? {
    switch self {
    case .partAdded, .percentForPoints, .swapped, .level: .reading
    case .otherPeriod, .otherGroup, .otherMeasure: .sibling
    case .otherFigure: .figure
    case .otherBase: .base
    default: nil
    }
  }

  private static func powerBetween(_ printed: Rational, _ expected: Rational, _ step: Rational) -> Int? {
    guard !printed.isZero else { return nil }
    for exponent in [1, -1, 2, -2, 3, -3, 4, -4, 6, -6, 8, -8] {
      guard let power = ExactDecimal(1).scaled(byPowerOfTen: exponent) else { continue }
      // Printed ten times too large has lost its last digits, too small has more of them.
      let right = expected * Rational(power)
      guard let steps = right / step, let whole = steps.rounded(to: 0) else { continue }
      if Rational(whole) * step == printed { return exponent }
    }
    return nil
  }

  /// The digits in steps, without sign.
  private static func digits(_ value: Rational, _ step: Rational) -> [Character]? {
    guard let steps = value.magnitude / step, steps.denominator == "1" else { return nil }
    return Array(steps.numerator)
  }

  private static func isTransposed(_ left: [Character], _ right: [Character]) -> Bool {
    guard left.count == right.count else { return false }
    let differing = left.indices.filter { left[$0] != right[$0] }
    return differing.count == 2 && differing[1] == differing[0] + 1 && left[differing[0]] == right[differing[1]]
      && left[differing[1]] == right[differing[0]]
  }

  /// On the row of digits (1 2 … 9 0) or the block of keys (7 8 9 over 4 5 6 over 1 2 3 over 0).
  private static func isBeside(_ one: Int, _ other: Int) -> Bool {
    let (low, high) = (min(one, other), max(one, other))
    return high - low == 1 || (low, high) == (0, 9) || (low == 0 ? high <= 2 : high - low == 3)
  }

  private static func digitSlip(_ left: [Character], _ right: [Character]) -> LikelySlip? {
    if left.count == right.count {
      let differing = left.indices.filter { left[$0] != right[$0] }
      guard differing.count == 1, let index = differing.first else { return nil }
      let (from, to) = (left[index], right[index])
      guard let one = from.wholeNumberValue, let other = to.wholeNumberValue else { return nil }
      return isBeside(one, other) ? .neighbour(from: from, to: to) : .oneDigit(from: from, to: to)
    }
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard long.count == short.count + 1 else { return nil }
    for index in long.indices {
      var cut = long
      cut.remove(at: index)
      if cut == short { return .missingDigit }
    }
    return nil
  }
}
