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
    #expect(change.figure.numerator?.description == "47.86" && change.figure.denominator?.description == "46.54")
    let basis = FigureBasis(change.figure, .ja)
    #expect(basis.numerator == "（引かれる数）47.86" && basis.denominator == "（引く数）46.54")
    #expect(!basis.sentence.contains("分子"))
    let third = FigureChange(now: rate(1, 3), before: rate(1, 2), comparison: .previous).figure
    #expect(third.numerator?.description == "33.3333333333" && third.denominator?.description == "50")
    // Of a hidden side nothing is told.
    var hidden = rate(1, 3)
    hidden.value = .absent(.suppressed)
    #expect(FigureChange(now: rate(1, 2), before: hidden, comparison: .previous).figure.numerator == nil)
  }

  @Test func `counts change by a rate`() {
    let change = FigureChange(now: count(252), before: count(127), comparison: .previous).figure
    #expect(change.kind == .change && change.printed == "98.4" && change.unit == "％")
    #expect(change.numerator == ExactDecimal(252) && change.denominator == ExactDecimal(127))
    let fallen = FigureChange(now: count(127), before: count(252), comparison: .previous).figure
    #expect(fallen.printed == "-49.6")
    #expect(fallen.withoutSign.printed == "49.6")
  }

  private func entry(_ number: Int, months: Set<Int>?) -> MetricFigures.Entry {
    MetricFigures.Entry(keys: [], figure: count(number), months: months)
  }

  @Test func `six months are not compared with twelve`() throws {
    let (year, before) = (Period(machineSpelling: "FY2025"), Period(machineSpelling: "FY2024"))
    let (now, base) = (try #require(year), try #require(before))
    let half = entry(5, months: Set(0..<6))
    let whole = entry(10, months: Set(0..<12))
    let other = try #require(ComparedMonths(now: half, at: now, before: whole, at: base))
    #expect(other.note.ja == "令和7年度（4～9月の値だけ）と令和6年度は月がそろわないため、増減を示していない。")
    #expect(
      other.note.en == "FY2025 (Apr–Sep only) and FY2024 do not hold the same months, so their change is not shown.")
    #expect(ComparedMonths(now: half, at: now, before: half, at: base) == nil)
    #expect(ComparedMonths(now: half, at: now, before: entry(1, months: nil), at: base) == nil)
    let change = FigureChange(now: half.figure, before: whole.figure, comparison: .yearAgo, isComparable: false).figure
    #expect(change.value == .absent(.missing) && change.unit == "％" && change.kind == .change)
  }

  @Test func `months are named from the first of a period, those of the next year with 翌`() throws {
    let year = try #require(Period(machineSpelling: "FY2025"))
    #expect(year.months(.ja) == "4～翌3月" && year.months(.en) == "Apr–Mar")
    #expect(year.months([0, 1, 4, 9], .ja) == "4～5月・8月・翌1月")
    #expect(try #require(Period(machineSpelling: "FY2025Q2")).months(.ja) == "7～9月")
    #expect(try #require(Period(machineSpelling: "2025-08")).months(.ja) == "8月")
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
