import ShihyoModel

@testable import ShihyoReports

/// Small charts with known numbers.
enum ChartSamples {
  static func text(_ text: String) -> Bilingual { Bilingual(ja: text, en: text) }

  static func chart(
    _ kind: ReportChart.Kind, _ categories: [String], _ series: [(String, [Figure])], unit: String? = nil
  ) -> ReportChart {
    var chart = ReportChart(
      kind: kind, name: "sample", title: text("見本"), categories: categories.map { .init($0) },
      series: series.map { .init(label: text($0.0), figures: $0.1) }, unit: unit, alternative: text(""))
    chart.alternative = ChartWords.alternative(of: chart)
    return chart
  }

  static func numbers(_ numbers: Int...) -> [Figure] { numbers.map { Samples.count($0) } }

  static let ranks = chart(
    .stackedShares, ["局等", "区役所"], [("ランク3", numbers(10, 3)), ("ランク2", numbers(78, 40)), ("ランク1", numbers(0, 1))],
    unit: "課題")

  static let quarters = chart(
    .line, ["令和6年度第1四半期", "令和6年度第2四半期", "令和6年度第3四半期", "令和6年度第4四半期"],
    [
      (
        "全体",
        [Samples.sum("47.8"), Samples.absent(.missing), Samples.sum("48.5"), Samples.sum("48.3", marks: [.partial])]
      ),
      ("有償", [Samples.sum("12.6"), Samples.sum("12.1"), Samples.sum("12.6"), Samples.sum("12.5")]),
    ], unit: "％")

  static let ages = chart(
    .ageBars, ["29歳以下", "30～59歳", "60歳以上"],
    [("割合", [Samples.sum("0.9"), Samples.sum("27.7"), Samples.sum("71.4")])], unit: "％")

  static let negative = chart(
    .bars, ["増", "減", "不詳"], [("差", [Samples.sum("1234"), Samples.sum("-617"), Samples.absent(.missing)])])

  static let matrix: ReportChart = {
    var chart = Self.chart(.matrix, ["インパクト高", "インパクト低"], [("緊急度高", numbers(3, 1)), ("緊急度低", numbers(7, 0))])
    chart.series[0].details = [text("B1 B6 B7"), text("A1")]
    chart.series[1].details = [text("A2 B2 B3 B4 B5 C1 C2"), text("")]
    return chart
  }()

  static let all = [ranks, quarters, ages, negative, matrix]

  static func svg(_ chart: ReportChart, _ language: Language = .ja) -> String {
    SVGRenderer(language: language).render(chart)
  }
}
