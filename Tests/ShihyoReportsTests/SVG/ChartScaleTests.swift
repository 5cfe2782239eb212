import ShihyoModel
import Testing

@testable import ShihyoReports

struct ChartScaleTests {
  private func values(_ texts: [String]) -> [Rational] { texts.compactMap { ExactDecimal($0) }.map { Rational($0) } }

  @Test(arguments: [
    (["0", "71.4"], true, ["0", "20", "40", "60", "80"]), (["13", "118", "1"], true, ["0", "50", "100", "150"]),
    (["515929", "529952"], false, ["515000", "520000", "525000", "530000"]),
    (["47.8", "12.1"], false, ["0", "10", "20", "30", "40", "50"]),
    (["-3", "7"], false, ["-4", "-2", "0", "2", "4", "6", "8"]), (["5"], false, ["0", "1", "2", "3", "4", "5"]),
    ([], true, ["0", "1"]), (["0", "0"], true, ["0", "1"]),
    (["0.001"], true, ["0", "0.0002", "0.0004", "0.0006", "0.0008", "0.001"]),
  ])
  func `has round numbers`(numbers: [String], startsAtZero: Bool, ticks: [String]) {
    let scale = ChartScale(values(numbers), startsAtZero: startsAtZero, from: 0, to: 10_000)
    #expect(scale.ticks.map(\.machineSpelling) == ticks)
    for value in values(numbers) { #expect((0...10_000).contains(scale.place(value))) }
  }

  @Test func `places the ends and rounds to whole hundredths`() {
    let scale = ChartScale(values(["0", "3"]), startsAtZero: true, endsAtValues: true, from: 100, to: 200)
    #expect([0, 1, 2, 3].map { scale.place(Rational($0)) } == [100, 133, 167, 200])
    let downward = ChartScale(values(["0", "10"]), startsAtZero: true, from: 1000, to: 0)
    #expect(downward.place(Rational(10)) == 0 && downward.place(.zero) == 1000)
  }

  @Test(arguments: [(0, "0"), (5, "0.05"), (50, "0.5"), (1250, "12.5"), (1205, "12.05"), (-75, "-0.75"), (300, "3")])
  func `spells hundredths`(number: Int, text: String) { #expect(SVGElements.spell(number) == text) }

  @Test(arguments: [
    ("令和6年度第1四半期", 6000, ["令和6年度", "第1四半期"]), ("令和6年4月", 4500, ["令和6年", "4月"]), ("甲区", 6000, ["甲区"]),
    ("総務市民局（地域振興課）", 9000, ["総務市民局", "（地域振興課）"]), ("", 1000, []),
  ])
  func `breaks labels where a reader would`(text: String, width: Int, lines: [String]) {
    let label = ChartLabel(text, width: width)
    #expect(label.lines == lines && !label.isCut)
  }

  @Test(arguments: [1, 500, 3000, 20_000]) func `cuts with a sign, loses nothing without one, and always ends`(
    width: Int
  ) {
    let text = String(repeating: "名前W", count: 40)
    let label = ChartLabel(text, width: width)
    #expect(label.lines.count <= 2 && label.whole == text)
    #expect(label.isCut == (label.lines.joined() != text))
    #expect(!label.isCut || label.lines.last?.hasSuffix("…") == true)
  }
}
