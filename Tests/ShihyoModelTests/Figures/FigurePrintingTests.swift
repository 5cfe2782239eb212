import ShihyoModel
import Testing

struct FigurePrintingTests {
  static func exact(_ numerator: Int, _ denominator: Int) throws -> Figure.Value {
    .exact(try #require(Rational(numerator, over: denominator)))
  }

  @Test(arguments: [
    (1, 4, 1, "0.3"), (5, 2, 0, "3"), (-1, 4, 1, "-0.3"), (24449, 10000, 2, "2.44"), (-1, 1000, 1, "0.0"),
    (1300, 132, 1, "9.8"),
    (11800, 132, 1, "89.4"), (100, 132, 1, "0.8"), (800, 23, 2, "34.78"), (125, 1, 1, "125.0"), (2, 3, 0, "1"),
  ])
  func `rounds once, half away from zero`(numerator: Int, denominator: Int, digits: Int, printed: String) throws {
    let value = try Self.exact(numerator, denominator)
    #expect(Figure(kind: .share, value: value, textDigits: digits).printed == printed)
    let named = Figure(kind: .share, value: value, digits: digits, textDigits: 5)
    #expect(named.printed == printed)
    #expect(named.machineSpelling == printed)
  }

  @Test(arguments: [
    (1, 8, "0.125"), (277, 10, "27.7"), (1, 3, "0.3333333333333333"), (1300, 132, "9.848484848484848"), (-5, 1, "-5"),
    (0, 7, "0"),
  ])
  func `machine output without digits is exact or the nearest double`(numerator: Int, denominator: Int, text: String)
    throws
  {
    #expect(Figure(kind: .share, value: try Self.exact(numerator, denominator), textDigits: 1).machineSpelling == text)
  }

  @Test(arguments: ["12.30", "0", "-0.50", "5964", "100.000"])
  func `sums and extremes keep their trailing zeros`(text: String) throws {
    let figure = Figure(kind: .sum, value: .decimal(try #require(ExactDecimal(text))))
    #expect(figure.printed == text)
    #expect(figure.machineSpelling == text)
  }

  @Test func `digits asked for by name apply to decimals too`() throws {
    let value = Figure.Value.decimal(try #require(ExactDecimal("-0.04")))
    #expect(Figure(kind: .sum, value: value, digits: 1).machineSpelling == "0.0")
    #expect(Figure(kind: .sum, value: value, digits: 3).machineSpelling == "-0.040")
  }

  @Test func `the mode of rounding is the figure's own`() throws {
    let value = try Self.exact(25, 10)
    #expect(Figure(kind: .mean, value: value, rounding: .down).printed == "2")
    #expect(Figure(kind: .mean, value: value, rounding: .up).printed == "3")
    #expect(Figure(kind: .mean, value: value, rounding: .halfEven).printed == "2")
  }

  @Test(arguments: [(0.1, "0.1"), (-0.0, "0"), (2.5e-7, "0.00000025"), (1e22, "10000000000000000000000"), (0.5, "0.5")])
  func `doubles are spelled without an exponent`(double: Double, text: String) {
    #expect(Figure(kind: .share, value: .approximate(double)).machineSpelling == text)
  }

  @Test(arguments: [0.1, -2.5, 1.0 / 3, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 4_503_599_627_370_497.5])
  func `a double has one exact value`(double: Double) throws {
    #expect(try #require(Rational(exactly: double)).nearestDouble == double)
  }

  @Test func `what is no finite number is not printed`() {
    for double in [Double.nan, .infinity, -.infinity] {
      #expect(Figure(kind: .share, value: .approximate(double)).printed == "")
      #expect(Figure(kind: .share, value: .approximate(double)).machineSpelling == "")
    }
  }

  @Test func `texts and dates stand as they are, absent values are empty`() throws {
    let date = try #require(CalendarDate(year: 2025, month: 9, day: 30))
    #expect(Figure(kind: .maximum, value: .date(date)).machineSpelling == "2025-09-30")
    #expect(Figure(kind: .maximum, value: .text("甲")).printed == "甲")
    #expect(Figure(kind: .sum, value: .absent(.nilCase)).machineSpelling == "")
    #expect(Figure(kind: .share, value: .undefined(Bilingual(ja: "", en: ""))).printed == "")
  }

  @Test func `marks are spelled in their order`() {
    var reasons = ReasonCounts()
    reasons[.missing] = 2
    reasons[.nilCase] = 1
    let sum = Figure(
      kind: .sum, value: .decimal(.zero), marks: [.revised, .provisional, .incomplete], reasons: reasons)
    #expect(sum.markSpellings == ["incomplete(nil=1 missing=2)", "provisional", "revised"])
    #expect(Figure(kind: .sum, value: .absent(.suppressed)).markSpellings == ["suppressed"])
    #expect(
      Figure(kind: .sum, value: .absent(.missing), reasons: reasons).markSpellings == [
        "missing", "incomplete(nil=1 missing=2)",
      ])
    #expect(Figure(kind: .share, value: .approximate(0.5)).markSpellings == ["inexact"])
    #expect(Figure(kind: .count, value: .decimal(.zero)).markSpellings == [])
  }

  @Test func `a group whose cells all share one reason is not incomplete`() {
    var reasons = ReasonCounts()
    reasons[.missing] = 3
    #expect(Figure(kind: .sum, value: .absent(.missing), reasons: reasons).markSpellings == ["missing"])
  }
}
