import ShihyoModel

/// The text that stands for a chart where it cannot be seen: what kind it is, and its figures, or for long series the first,
/// the last, the largest and the smallest.
enum ChartWords {
  /// A list of more figures than this is not listened to.
  private static let limit = 12

  static func alternative(of chart: ReportChart) -> Bilingual {
    Bilingual(ja: text(of: chart, .ja), en: text(of: chart, .en))
  }

  private static func text(of chart: ReportChart, _ language: Language) -> String {
    let isJapanese = language == .ja
    let series = chart.series.map { one in
      let label = chart.series.count > 1 ? one.label[language] + (isJapanese ? "：" : ": ") : ""
      return label + figures(one, of: chart, language)
    }
    let parts = [kind(chart.kind)[language]] + series
    return parts.joined(separator: isJapanese ? "。" : ". ") + (isJapanese ? "。" : ".")
  }

  private static func figures(_ series: ReportChart.Series, of chart: ReportChart, _ language: Language) -> String {
    let isJapanese = language == .ja
    let places = Array(zip(chart.categories, series.figures))
    func words(_ place: (ReportTable.KeyCell, Figure)) -> String {
      place.0.label[language] + " " + place.1.text(language)
    }
    guard places.count > limit else { return places.map(words).joined(separator: isJapanese ? "、" : ", ") }
    let drawn = places.compactMap { place in place.1.drawn.map { (place: place, value: $0) } }
    guard let first = drawn.first, let last = drawn.last,
      let largest = drawn.max(by: { $0.value < $1.value }), let smallest = drawn.min(by: { $0.value < $1.value })
    else { return isJapanese ? "値がない" : "no values" }
    let named = [
      (Bilingual(ja: "最初", en: "first"), first), (Bilingual(ja: "最後", en: "last"), last),
      (Bilingual(ja: "最大", en: "largest"), largest), (Bilingual(ja: "最小", en: "smallest"), smallest),
    ].map { $0[language] + (isJapanese ? "は" : " ") + words($1.place) }
    let missing = places.count - drawn.count
    let gap = missing == 0 ? [] : [isJapanese ? "値のないもの\(missing)" : "without a value \(missing)"]
    return (named + gap).joined(separator: isJapanese ? "、" : ", ")
  }

  private static func kind(_ kind: ReportChart.Kind) -> Bilingual {
    switch kind {
    case .bars: Bilingual(ja: "棒グラフ", en: "Bar chart")
    case .stackedShares: Bilingual(ja: "100％積上げ棒グラフ", en: "Stacked bars of 100 %")
    case .ageBars: Bilingual(ja: "年齢区分別の棒グラフ", en: "Bar chart by age")
    case .line: Bilingual(ja: "折れ線グラフ", en: "Line chart")
    case .matrix: Bilingual(ja: "マトリクス（件数）", en: "Matrix of counts")
    }
  }
}
