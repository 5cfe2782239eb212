import ShihyoModel
import ShihyoStatistics

extension ShareGroup {
  /// The shares of the entries, and of the base itself.
  func shares(digits: Int?) -> [Figure] {
    let shares = ShareOfBase(base: baseFigure, hasNegative: hasNegative, digits: digits)
    return entries.map { shares.share($0.amount, excluded: isInBase($0) ? nil : SurveyNotes.outsideBase) }
  }

  /// The base as a figure of its own.
  var baseFigure: Figure {
    var figure = Figure(
      kind: isCount ? .count : .sum, value: .decimal(base), unit: unit, n: baseCount, textDigits: base.decimals,
      marks: baseMarks, reasons: baseReasons)
    if baseReasons.total > 0 { figure.marks.insert(.incomplete) }
    return figure
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
