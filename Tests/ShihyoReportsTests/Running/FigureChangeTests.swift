import ShihyoDefinitions
import ShihyoModel
import Testing

@testable import ShihyoReports

struct FigureChangeTests {
  private func rate(_ numerator: Int, _ denominator: Int) -> Figure {
    Figure(
      kind: .share,
      value: Rational(numerator, over: denominator).map { .exact($0 * Rational(100)) } ?? .absent(.nilCase),
      unit: "％", textDigits: 1)
  }

  private func count(_ number: Int) -> Figure { .count(number) }

  @Test func `percentages differ in points, rounded from the exact difference`() {
    // 47.86 % and 46.54 %: printed 47.9 and 46.5, apart 1.4 as printed and 1.32 exactly.
    let change = FigureChange(now: rate(4786, 10_000), before: rate(4654, 10_000), comparison: .yearAgo)
    #expect(change.figure.kind == .points)
    #expect(change.figure.printed == "1.3")
    #expect(change.figure.unit == "ポイント")
    #expect(change.differsFromPrinted)
  }

  @Test func `counts change by a rate`() {
    let change = FigureChange(now: count(252), before: count(127), comparison: .previous).figure
    #expect(change.kind == .change && change.printed == "98.4" && change.unit == "％")
    #expect(change.numerator == ExactDecimal(252) && change.denominator == ExactDecimal(127))
    let fallen = FigureChange(now: count(127), before: count(252), comparison: .previous).figure
    #expect(fallen.printed == "-49.6")
    #expect(fallen.withoutSign.printed == "49.6")
  }

  @Test func `nothing to compare stays nothing`() {
    let missing = Figure(kind: .sum, value: .absent(.missing))
    #expect(FigureChange(now: count(5), before: missing, comparison: .previous).figure.value == .absent(.missing))
    guard case .undefined(let words) = FigureChange(now: count(5), before: count(0), comparison: .previous).figure.value
    else {
      Issue.record("a change from 0 has no rate")
      return
    }
    #expect(words.ja == "皆増")
  }
}
