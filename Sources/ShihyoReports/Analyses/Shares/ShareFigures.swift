import ShihyoModel
import ShihyoStatistics

extension ShareGroup {
  /// The shares of the entries in per cent, exact; each is rounded half up on its own when it is printed.
  ///
  /// - Missing: a category without values shows its reason; where cells were left out of the base, every share is incomplete.
  /// - Undefined, in words: a base of 0, negative parts, a category outside the base.
  func shares(digits: Int?) -> [Figure] {
    entries.map { entry in
      var figure = Figure(
        kind: .share, value: value(of: entry), unit: "％", numerator: entry.number, denominator: base, n: baseCount,
        digits: digits, textDigits: 1, marks: entry.amount.marks.union(baseMarks), reasons: baseReasons)
      if case .exact = figure.value, baseReasons.total > 0 { figure.marks.insert(.incomplete) }
      return figure
    }
  }

  private func value(of entry: Entry) -> Figure.Value {
    guard isInBase(entry) else { return .undefined(Bilingual(ja: "分母に含めない", en: "not in the base")) }
    if hasNegative { return .undefined(Bilingual(ja: "負の内訳あり", en: "a part is negative")) }
    guard let number = entry.number else { return entry.amount.value }
    guard let quotient = Rational(number, over: base) else {
      return .undefined(Bilingual(ja: "合計が0", en: "the total is 0"))
    }
    return .exact(quotient * Rational(100))
  }

  /// The shares made to add up to 100 at `digits`; a share that is not its own rounding is marked `adjusted`.
  ///
  /// - Errors: `tooManyDigits` where amounts or digits leave the range of the arithmetic.
  /// - Source: statistics.md, section 8 (largest remainder).
  func adjusted(_ shares: [Figure], digits: Int) throws(Findings) -> [Figure] {
    let places = entries.indices.filter { if case .exact = shares[$0].value { true } else { false } }
    if places.isEmpty { return shares }
    let decimals = places.compactMap { entries[$0].number?.decimals }.max() ?? 0
    let weights = places.compactMap { entries[$0].number?.widened(to: decimals)?.coefficient }
    var result = shares
    do throws(StatisticsRule) {
      guard weights.count == places.count, let units = ExactDecimal.powerOfTen(digits + 2).flatMap({ Int(exactly: $0) })
      else { throw StatisticsRule.tooManyDigits }
      for (place, part) in zip(places, try LargestRemainder.apportion(weights, units: units)) {
        result[place].digits = digits
        let printed = ExactDecimal(coefficient: Int128(part), decimals: digits)
        guard case .exact(let exact) = shares[place].value, exact.rounded(to: digits) != printed else { continue }
        result[place].value = .decimal(printed)
        result[place].marks.insert(.adjusted)
      }
    } catch {
      throw Findings([Finding(error)])
    }
    return result
  }

  /// True where the shares as printed do not add up to 100.
  static func printsOtherThanHundred(_ shares: [Figure], digits: Int) -> Bool {
    var sum = ExactDecimal.zero
    var parts = 0
    for share in shares {
      guard case .exact(let exact) = share.value, let printed = exact.rounded(to: digits),
        let next = sum.adding(printed)
      else { continue }
      sum = next
      parts += 1
    }
    return parts > 0 && sum != ExactDecimal(100)
  }
}
