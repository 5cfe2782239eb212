import ShihyoDefinitions
import ShihyoModel
import ShihyoStatistics

/// How the end of an interval and the verdict on a trend come about, with every number that goes into them.
///
/// - Source: statistics.md, sections 3 and 7.
enum AspectWords {
  /// Wilson's formula with the count, n and z.
  static func interval(_ aspect: FigureAspect, of share: Figure) -> Bilingual {
    let sign = aspect == .lower ? "−" : "+"
    let formula = "(p + z²÷2n \(sign) z√(p(1−p)÷n + z²÷4n²)) ÷ (1 + z²÷n) × 100"
    let count = share.numerator?.description ?? "…"
    let n = share.denominator?.description ?? "…"
    let numbers = "p = \(count) ÷ \(n), n = \(n), z = \(Confidence.percent95.z)"
    return Bilingual(
      ja: "ウィルソン法の95％区間の\(aspect == .lower ? "下限" : "上限")：\(formula)、\(numbers)",
      en: "\(aspect == .lower ? "lower" : "upper") end of Wilson's 95 % interval: \(formula), \(numbers)")
  }

  /// The test, and how many periods it compares.
  static func trend(_ points: [TimeSeries.Point], isSeasonal: Bool) -> Bilingual {
    let n = points.count { $0.value != nil }
    return isSeasonal
      ? Bilingual(
        ja: "季節別のマン・ケンドールの検定：同じ季節の期どうしの大小を数える。値のある期 n = \(n)",
        en: "seasonal Mann–Kendall test, which compares the same season of each year; periods with a value n = \(n)")
      : Bilingual(
        ja: "マン・ケンドールの検定：すべての2期の大小を数える。値のある期 n = \(n)",
        en: "Mann–Kendall test, which compares every two periods; periods with a value n = \(n)")
  }
}
