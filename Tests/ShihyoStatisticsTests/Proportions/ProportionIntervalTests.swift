import ShihyoModel
import ShihyoStatistics
import Testing

/// Rows of statistics.md, section 3; 95 %, ten decimals.
///
/// Clopper–Pearson of 15/148 is recomputed (scipy, and binomial sums of 40 digits): the limits of that page,
/// 0.0578438401 and 0.1616503503, leave 0.02499943 and 0.02500026 in the tails instead of 0.025.
@Suite struct ProportionIntervalTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let x: Int
    let n: Int
    let wilson: (Double, Double)
    let agrestiCoull: (Double, Double)
    let clopperPearson: (Double, Double)
    var testDescription: String { "\(x)/\(n)" }
  }

  static let rows = [
    Row(
      x: 81, n: 263, wilson: (0.2552885199, 0.3662095770), agrestiCoull: (0.2552206652, 0.3662774317),
      clopperPearson: (0.2527367456, 0.3676219226)),
    Row(
      x: 15, n: 148, wilson: (0.0623863995, 0.1604872417), agrestiCoull: (0.0613859749, 0.1614876663),
      clopperPearson: (0.0578440101, 0.1616504903)),
    Row(
      x: 0, n: 20, wilson: (0, 0.1611251581), agrestiCoull: (-0.0286844025, 0.1898095605),
      clopperPearson: (0, 0.1684334710)),
    Row(
      x: 1, n: 29, wilson: (0.0061132143, 0.1717552188), agrestiCoull: (-0.0084180755, 0.1862865086),
      clopperPearson: (0.0008726469, 0.1776442955)),
    Row(
      x: 50, n: 100, wilson: (0.4038315304, 0.5961684696), agrestiCoull: (0.4038315304, 0.5961684696),
      clopperPearson: (0.3983211295, 0.6016788705)),
  ]

  @Test(arguments: rows) func `equals the reference to ten decimals`(_ row: Row) throws {
    let proportion = try Proportion(count: row.x, of: row.n)
    for (interval, expected) in [
      (try proportion.wilson(), row.wilson), (try proportion.agrestiCoull(), row.agrestiCoull),
      (try proportion.clopperPearson(), row.clopperPearson),
    ] {
      #expect(isNear(interval.lower, expected.0, absolute: 6e-11))
      #expect(isNear(interval.upper, expected.1, absolute: 6e-11))
    }
  }

  @Test(arguments: [1, 3, 7, 20, 1000, 100_000]) func `ends exactly at 0 and at 1`(_ n: Int) throws {
    let none = try Proportion(count: 0, of: n)
    let all = try Proportion(count: n, of: n)
    #expect(try none.wilson().lower == 0 && none.clopperPearson().lower == 0)
    #expect(try all.wilson().upper == 1 && all.clopperPearson().upper == 1)
    #expect(try none.wilson().upper < 1 && all.wilson().lower > 0)
  }

  /// scipy 1.17.1, `binomtest(x, n).proportion_ci`, seeded cases checked when this was written.
  @Test(arguments: SeededIntervals.all) func `agrees with an independent library`(_ row: SeededIntervals.Row) throws {
    let proportion = try Proportion(count: row.x, of: row.n)
    let confidence = try Confidence(level: try #require(ExactDecimal(row.level)))
    let wilson = try proportion.wilson(confidence)
    let exact = try proportion.clopperPearson(confidence)
    for (actual, expected) in zip([wilson.lower, wilson.upper, exact.lower, exact.upper], row.limits) {
      #expect(isNear(actual, expected, absolute: 1e-11))
    }
  }

  @Test func `narrows for a finite population and has no interval of a full count`() throws {
    let sample = try Proportion(count: 30, of: 100)
    let wide = try sample.wilson()
    let narrow = try sample.wilson(population: 1000)
    #expect(narrow.lower > wide.lower && narrow.upper < wide.upper)
    #expect(throws: StatisticsRule.fullCount) { try sample.wilson(population: 100) }
    #expect(throws: StatisticsRule.sampleAbovePopulation(sample: 100, population: 99)) {
      try sample.clopperPearson(population: 99)
    }
  }

  @Test func `is that of the effective number for weighted shares`() throws {
    let weighted = try Proportion(share: quotient("2/5"), effectiveBase: Rational(80))
    let plain = try Proportion(count: 32, of: 80)
    #expect(try weighted.wilson() == plain.wilson())
    #expect(weighted.count == Rational(32))
  }
}
