import ShihyoModel
import Testing

@testable import ShihyoReports

@Test func aChartKeepsTheFiguresOfItsSeries() {
  let figure = Figure(kind: .share, value: .exact(Rational(ExactDecimal("27.7")!)), unit: "％", textDigits: 1)
  let chart = ReportChart(
    kind: .ageBars, name: "age", title: Bilingual(ja: "年齢", en: "Age"),
    categories: [ReportTable.KeyCell("Y30T59", label: Bilingual(ja: "30～59歳", en: "30-59"))],
    series: [.init(label: Bilingual(ja: "割合", en: "Share"), figures: [figure])], unit: "％",
    alternative: Bilingual(ja: "30～59歳は27.7％", en: "27.7% are 30-59"))
  let json = JSONRenderer().render(ReportDocument(blocks: [.chart(chart)]))
  #expect(json.contains(#""kind": "age-bars""#))
  #expect(json.contains(#""categories": ["Y30T59"]"#))
  #expect(json.contains("27.7％"))
}
