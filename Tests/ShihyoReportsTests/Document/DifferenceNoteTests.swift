import ShihyoModel
import Testing

@testable import ShihyoReports

struct DifferenceNoteTests {
  private func rate(_ numerator: Int, _ denominator: Int) -> Figure {
    var figure = Samples.share(numerator, of: denominator)
    figure.digits = 1
    return figure
  }

  private func points(_ numerator: Int, _ denominator: Int) -> Figure {
    var figure = rate(numerator, denominator)
    (figure.kind, figure.unit) = (.points, "ポイント")
    return figure
  }

  private func isNoted(_ lines: [[Figure]]) -> [Bool] {
    DifferenceNote.noted(lines.map { $0.map { .figure($0) } }, DifferenceNote.text)
      .map { $0.last == .text(DifferenceNote.text) }
  }

  @Test func `47.9 against 46.5 is 1.3 points, and that is said`() {
    // 47.86 and 46.54: exactly 1.32.
    let (now, before) = (rate(4786, 10_000), rate(4654, 10_000))
    #expect([now.printed, before.printed, points(132, 10_000).printed] == ["47.9", "46.5", "1.3"])
    #expect(isNoted([[now, before, points(132, 10_000)]]) == [true])
    #expect(isNoted([[now, before, points(-132, 10_000)]]) == [true])
    // The values may stand in the line before.
    #expect(isNoted([[now, before], [points(132, 10_000)]]) == [false, true])
  }

  @Test func `a difference that is that of the printed values needs no words`() {
    #expect(isNoted([[rate(480, 1000), rate(465, 1000), points(15, 1000)]]) == [false])
    // Nothing printed here has this difference.
    #expect(isNoted([[rate(4786, 10_000), rate(4654, 10_000), points(133, 10_000)]]) == [false])
    #expect(isNoted([[points(132, 10_000)], [rate(4786, 10_000), rate(4654, 10_000)]]) == [false, false])
    #expect(isNoted([[]]) == [false])
  }

  /// An equal difference of other figures says nothing of this one.
  @Test func `figures that say what they are are compared within their metric and group`() {
    func named(_ figure: Figure, _ metric: String, _ ward: String) -> Figure {
      var figure = figure
      figure.id = FigureID(report: "r", section: "s", metric: metric, period: "p", dimensions: ["区": ward])
      return figure
    }
    let (now, before) = (rate(4786, 10_000), rate(4654, 10_000))
    let change = named(points(132, 10_000), "use.points.previous", "甲")
    #expect(isNoted([[named(now, "use", "甲"), named(before, "use", "甲"), change]]) == [true])
    #expect(isNoted([[named(now, "use", "乙"), named(before, "use", "甲"), change]]) == [false])
    #expect(isNoted([[named(now, "users", "甲"), named(before, "users", "甲"), change]]) == [false])
  }
}
