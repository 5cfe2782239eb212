import ShihyoModel
import ShihyoStatistics

extension FigureComparison {
  /// 年平均増減率 in per cent: (now / base)^(1 / years) − 1.
  ///
  /// - Undefined, in words: within the first year, between different seasons, from 0 or below.
  /// - Source: domain.md, section 9.
  func meanGrowth(from base: TrendPoint?, to now: TrendPoint) -> Figure {
    pair(base?.figure, now.figure, kind: .change, unit: "％") { before, after in
      guard let base, base.period != now.period else { return .undefined(FigureText.nothing) }
      guard let years = Self.years(from: base.period, to: now.period) else { return .undefined(Self.otherSeason) }
      do throws(StatisticsRule) {
        return .approximate(100 * (try MeanAnnualGrowth.of(first: before, last: after, steps: years)))
      } catch {
        return .undefined(error == .nothingBefore ? ChangeWords.baseNotPositive : error.message)
      }
    }
  }

  private static let otherSeason = Bilingual(
    ja: "基準の期と同じ季節の、後の年でない", en: "not the season of the base in a later year")

  /// Whole years between two periods; nil where they do not lie whole years apart, or not later.
  private static func years(from base: Period, to now: Period) -> Int? {
    guard base.first.month == now.first.month, base.first.day == now.first.day, now.first.year > base.first.year else {
      return nil
    }
    return now.first.year - base.first.year
  }
}
