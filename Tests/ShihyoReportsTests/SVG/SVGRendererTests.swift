import Foundation
import ShihyoModel
import Testing

@testable import ShihyoReports

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct SVGRendererTests {
  private func values(_ name: String, of element: String, in svg: String) -> [Double] {
    svg.components(separatedBy: "<\(element) ").dropFirst().compactMap { piece in
      (" " + piece).components(separatedBy: " \(name)=\"").dropFirst().first.flatMap {
        Double($0.prefix { $0 != "\"" })
      }
    }
  }

  /// Widths of the bars of one series, by the class of its outline.
  private func bars(_ series: Int, _ svg: String) -> [Double] {
    svg.split(separator: "\n").filter {
      $0.contains("<rect") && $0.contains("o\(series)\"") && !$0.contains("height=\"12\"")
    }
    .flatMap { values("width", of: "rect", in: String($0)) }
  }

  @Test(arguments: ChartSamples.all.indices) func `is sound XML with title and description`(index: Int) throws {
    for language in Language.allCases {
      let svg = ChartSamples.svg(ChartSamples.all[index], language)
      #expect(XMLParser(data: Data(svg.utf8)).parse())
      #expect(svg.contains("<title id=\"chart-t\">見本</title>"))
      #expect(svg.contains("<desc id=\"chart-d\">"))
      #expect(!svg.contains("NaN"))
    }
  }

  @Test(arguments: ChartSamples.all.indices) func `is the same on every run, byte for byte`(index: Int) {
    let chart = ChartSamples.all[index]
    assertSnapshot(ChartSamples.svg(chart) + "\n", named: "chart-\(chart.kind.rawValue).svg")
  }

  @Test func `bars are as long as their numbers`() throws {
    let widths = bars(0, ChartSamples.svg(ChartSamples.ages))
    #expect(widths.count == 3)
    #expect(abs(widths[1] / widths[2] - 27.7 / 71.4) < 0.001 && abs(widths[0] / widths[2] - 0.9 / 71.4) < 0.001)
  }

  @Test func `negative bars lie left of zero, and a missing one is a sign`() throws {
    let svg = ChartSamples.svg(ChartSamples.negative)
    let widths = bars(0, svg)
    #expect(widths.count == 2 && abs(widths[0] / widths[1] - 2) < 0.001)
    let places = svg.split(separator: "\n").filter { $0.contains("<rect") && $0.contains("o0\"") }
      .flatMap { values("x", of: "rect", in: String($0)) }
    try #require(places.count == 2 && widths.count == 2)
    #expect(abs(places[1] + widths[1] - places[0]) < 0.011)
    #expect(svg.contains(">△617</text>") && svg.contains(">…</text>") && svg.contains("棒のないものは値がない"))
  }

  @Test func `parts of 100 ％ fill the bar; what is too narrow is named beside it`() {
    let svg = ChartSamples.svg(ChartSamples.ranks)
    let (threes, twos, ones) = (bars(0, svg), bars(1, svg), bars(2, svg))
    for row in 0..<2 {
      let whole = threes[row] + twos[row] + ones[row]
      #expect(abs(whole - (threes[0] + twos[0] + ones[0])) < 0.02)
      #expect(abs(threes[row] / whole - [10.0 / 88, 3.0 / 44][row]) < 0.001)
    }
    #expect(svg.contains(">ランク1：1</text>"))
    #expect(!svg.contains(">ランク1：0</text>"))
  }

  /// Ten series of 10 each: eight have a style, and a tenth of the bar each.
  @Test func `series without a style are part of the whole`() {
    let chart = ChartSamples.chart(
      .stackedShares, ["甲"], (1...10).map { ("第\($0)市民センターという長い名前", ChartSamples.numbers(10)) })
    let svg = ChartSamples.svg(chart)
    let whole = bars(0, ChartSamples.svg(ChartSamples.chart(.stackedShares, ["甲"], [("a", ChartSamples.numbers(10))])))
    #expect((0..<8).allSatisfy { bars($0, svg).count == 1 && bars($0, svg)[0] * 10 <= whole[0] })
    #expect(svg.contains("棒の白い部分は、ほかの2系列を合わせたもの") && svg.contains("ほか2系列は表にある"))
    // 1,000,000 does not fit into a part; the name is cut, the figure never.
    let large = ChartSamples.chart(
      .stackedShares, ["甲"], (1...10).map { ("第\($0)市民センターという長い名前", ChartSamples.numbers(1_000_000)) })
    #expect(ChartSamples.svg(large).contains("…：1,000,000</text>"))
  }

  @Test func `a line without a value says so, and has no axis`() {
    let none = ChartSamples.chart(.line, ["甲"], [("a", [Samples.absent(.missing)])])
    #expect(ChartSamples.svg(none).contains("描ける値がない") && !ChartSamples.svg(none).contains(">1</text>"))
  }

  @Test func `a line of no values takes no style, and is named`() {
    let none = [Samples.absent(.missing), Samples.absent(.suppressed)]
    let series = (1...9).map { ("系列\($0)", $0 == 1 ? none : ChartSamples.numbers($0, $0 + 1)) }
    let chart = ChartSamples.chart(.line, ["4月", "5月"], series)
    let svg = ChartSamples.svg(chart)
    // Eight lines are left, which have a style each; the first of them is the second of the table.
    #expect(svg.contains("値がなく線のない系列：系列1<") && !svg.contains("系列は表にある") && !svg.contains("線の切れ目"))
    #expect(ChartSamples.svg(chart, .en).contains("No line, for want of values: 系列1<"))
    #expect(chart.isReadable && !ChartSamples.chart(.bars, ["4月", "5月"], series).isReadable)
    #expect(chart.withoutSilentLines.chart.series.map(\.label.ja).first == "系列2")
  }

  @Test func `many bars stand closer`() throws {
    func height(_ count: Int) throws -> Int {
      let numbers = (1...count).map { Samples.count($0) }
      let svg = ChartSamples.svg(ChartSamples.chart(.bars, numbers.map(\.printed), [("a", numbers)]))
      let box = try #require(svg.firstMatch(of: #/viewBox="0 0 [0-9.]+ ([0-9]+)/#))
      return try #require(Int(box.1))
    }
    #expect(try height(12) >= 12 * 26)
    #expect(try height(30) <= 30 * 19 + 60 && height(30) >= 30 * 19)
  }

  @Test func `no bar is drawn of parts that are not all known`() {
    let chart = ChartSamples.chart(
      .stackedShares, ["甲", "乙", "丙"],
      [
        ("a", [Samples.count(1), Samples.absent(.missing), Samples.absent(.nilCase)]),
        ("b", [Samples.sum("-1"), Samples.count(2), Samples.count(3)]),
      ])
    let svg = ChartSamples.svg(chart)
    #expect(bars(0, svg).count == 1)  // 丙: － is a part of 0
    #expect(svg.contains("a 1、b △1") && svg.contains("a …、b 2") && svg.contains("値がそろわない棒は描かない"))
  }

  @Test func `a line has gaps where values are missing, and dashes where they are partial`() {
    let svg = ChartSamples.svg(ChartSamples.quarters)
    let first = svg.split(separator: "\n").filter { $0.contains("<line") && $0.contains("class=\"k0\"") }
    #expect(first.count == 1 && first[0].contains("stroke-dasharray"))
    #expect(svg.split(separator: "\n").filter { $0.contains("class=\"k1\"") && $0.contains("<line") }.count == 3)
    #expect(svg.contains("class=\"w0\"") && svg.contains("白抜きの印と破線") && svg.contains("線の切れ目は値がない"))
    #expect(!svg.contains("縦軸は0から始まらない"))
  }

  @Test func `an axis that does not begin at 0 says so`() {
    let close = ChartSamples.chart(.line, ["1", "2"], [("人", ChartSamples.numbers(515_929, 529_952))])
    #expect(ChartSamples.svg(close).contains("縦軸は0から始まらない"))
    #expect(ChartSamples.svg(close, .en).contains("does not begin at 0"))
  }

  @Test(arguments: ReportChart.Kind.allCases) func `nothing to draw is said or shown, never drawn as 0`(
    kind: ReportChart.Kind
  ) {
    let none = ChartSamples.chart(kind, ["甲", "乙"], [("a", [Samples.absent(.missing), Samples.absent(.suppressed)])])
    let svg = ChartSamples.svg(none)
    #expect(bars(0, svg).isEmpty && svg.contains("…"))
    for empty in [ChartSamples.chart(kind, [], [("a", [])]), ChartSamples.chart(kind, ["甲"], [])] {
      #expect(XMLParser(data: Data(ChartSamples.svg(empty).utf8)).parse())
    }
  }

  @Test func `what does not fit is said`() {
    let names = (1...50).map { "区分\($0)" }
    let many = ChartSamples.chart(.bars, names, [("a", (1...50).map { Samples.count($0) })])
    #expect(ChartSamples.svg(many).contains("ほか10区分は表にある"))
    let series = (1...10).map { ("系列\($0)", ChartSamples.numbers($0, $0)) }
    #expect(ChartSamples.svg(ChartSamples.chart(.line, ["1", "2"], series)).contains("ほか2系列は表にある"))
    let long = String(repeating: "長い名前", count: 50)
    let svg = ChartSamples.svg(ChartSamples.chart(.bars, [long], [("a", ChartSamples.numbers(1))]))
    #expect(svg.contains("…</text>") && svg.contains("<title>\(long)</title>"))
  }

  @Test func `figures of three close lines do not stand on each other, and what is left out is said`() throws {
    func close(_ values: [String]) -> ReportChart {
      ChartSamples.chart(
        .line, ["4月", "5月"], values.enumerated().map { ("系列\($0)", [Samples.sum($1), Samples.sum("90.0")]) })
    }
    func figures(_ values: [String]) -> [(text: String, x: String, y: Double)] {
      ChartSamples.svg(close(values)).matches(
        of: #/<text x="([0-9.]+)" y="([0-9.]+)" class="v h" text-anchor="middle">([^<]*)</#
      ).map { (String($0.3), String($0.1), Double($0.2) ?? 0) }
    }
    // Of two close points one figure goes up, the other down; the pairs at 90.0 are one point.
    let two = figures(["47.8", "47.5"])
    #expect(two.filter { $0.text == "47.8" || $0.text == "47.5" }.count == 2)
    let three = figures(["47.8", "47.6", "47.5"])
    #expect(Set(three.map(\.text)).isSuperset(of: ["47.8", "47.5"]) && !three.contains { $0.text == "47.6" })
    #expect(ChartSamples.svg(close(["47.8", "47.6", "47.5"])).contains("重なる数値は書いていない（表にある）。"))
    for found in [two, three, figures(["47.8", "60.0", "75.0"])] {
      for (place, one) in found.enumerated() {
        for other in found[..<place] where other.x == one.x { #expect(abs(other.y - one.y) >= 10) }
      }
    }
    #expect(figures(["47.8", "60.0", "75.0"]).count >= 4 && figures(["10.0", "50.0", "89.0"]).count >= 4)
    #expect(!ChartSamples.svg(ChartSamples.quarters).contains("重なる"))
  }

  @Test func `signs that fonts draw wide have their room`() {
    #expect(ChartLabel.width("␛␇") >= 2 * ChartLabel.width("あ"))
    #expect(ChartLabel.width("WWWW") > ChartLabel.width("1111") && ChartLabel.width("あ") == ChartLabel.width("11"))
  }

  @Test func `markup in labels stays text`() {
    let label = "</text></svg><script>alert('1')</script>\"&\u{202E}\u{1B}"
    let chart = ChartSamples.chart(.bars, [label], [(label, ChartSamples.numbers(1)), ("b", ChartSamples.numbers(2))])
    var titled = chart
    titled.title = ChartSamples.text(label)
    let svg = ChartSamples.svg(titled)
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    #expect(!svg.contains("<script") && !svg.contains("\u{202E}") && !svg.contains("\u{1B}"))
  }

  @Test func `a notice stands in the chart, and every series has a pattern of its own`() {
    let notice = Bilingual(ja: "架空データ", en: "fictional")
    #expect(SVGRenderer(language: .ja, notice: notice).render(ChartSamples.ages).contains("【架空データ】"))
    let patterns = ChartStyle.patterns(8, prefix: "x").map { $0.split(separator: "id=").first.map(String.init) ?? "" }
    #expect(patterns.count == 7 && Set(ChartStyle.patterns(8, prefix: "x")).count == 7)
    let markers = (0..<8).map { ChartStyle.marker($0).map { corners in "\(corners)" } ?? "circle" }
    #expect(Set(markers).count == 8)
  }
}
