import ShihyoModel
import ShihyoStatistics
import Testing

/// Rows of statistics.md, section 5 (R's `chisq.test` help, UCBAdmissions).
@Suite struct ChiSquareTestTests {
  static let parties = [[762, 327, 468], [484, 239, 477]]

  struct Row: Sendable {
    let counts: [[Int]]
    let yates: Bool
    let statistic: Double
    let degrees: Int
    let p: Double?
  }

  @Test(arguments: [
    Row(counts: parties, yates: false, statistic: 30.070149095754672, degrees: 2, p: 2.9535891832117595e-07),
    Row(counts: parties, yates: true, statistic: 30.070149095754672, degrees: 2, p: 2.9535891832117595e-07),
    Row(counts: [[12, 7], [5, 7]], yates: true, statistic: 0.6411202638950317, degrees: 1, p: 0.42330542432241836),
    Row(counts: [[12, 7], [5, 7]], yates: false, statistic: 1.3716460268317854, degrees: 1, p: 0.2415292747636834),
    Row(counts: [[1198, 1493], [557, 1278]], yates: false, statistic: 92.20528041152762, degrees: 1, p: nil),
    Row(counts: [[1198, 1493], [557, 1278]], yates: true, statistic: 91.60959785812125, degrees: 1, p: nil),
  ]) func `equals the reference`(_ row: Row) throws {
    let test = try ChiSquareTest(ContingencyTable(counts: row.counts), yates: row.yates)
    #expect(isClose(test.statistic.nearestDouble, row.statistic, relative: 1e-12))
    #expect(test.degreesOfFreedom == row.degrees)
    if let p = row.p { #expect(isClose(test.p, p, relative: 1e-9)) }
    #expect(test.p > 0 && test.warning == nil)
  }

  @Test func `expects the published counts`() throws {
    let expected = try ContingencyTable(counts: Self.parties).expected[0].map(\.nearestDouble)
    for (actual, published) in zip(expected, [703.67138194, 319.64526659, 533.68335147]) {
      #expect(isNear(actual, published, absolute: 5.1e-9))
    }
  }

  @Test(arguments: [
    ([20, 15, 25], "1 1 1", 2.5, 2, 0.2865047968601901),
    ([89, 37, 30, 28, 2], "40 20 20 15 5", 9.990143369175627, 4, 0.040594043344781214),
  ]) func `tests the fit to shares`(
    _ counts: [Int], _ shares: String, _ statistic: Double, _ degrees: Int, _ p: Double
  ) throws {
    let test = try ChiSquareTest(counts: counts, expected: decimals(shares))
    #expect(isClose(test.statistic.nearestDouble, statistic, relative: 1e-12))
    #expect(test.degreesOfFreedom == degrees)
    #expect(isClose(test.p, p, relative: 1e-9))
  }

  @Test func `warns of small expected counts`() throws {
    let test = try ChiSquareTest(ContingencyTable(counts: [[1, 2], [3, 40]]))
    #expect(test.smallExpected == 3)
    #expect(test.warning == .smallExpected(cells: 3))
  }

  @Test func `refuses shares that do not fit`() {
    let halves = decimals("1 1")
    #expect(throws: StatisticsRule.lengthsDiffer(3, 2)) { try ChiSquareTest(counts: [1, 2, 3], expected: halves) }
    #expect(throws: StatisticsRule.expectedZero(position: 2)) {
      try ChiSquareTest(counts: [1, 2, 3], expected: decimals("1 0 1"))
    }
    #expect(throws: StatisticsRule.noValues) { try ChiSquareTest(counts: [0, 0], expected: halves) }
    #expect(throws: StatisticsRule.negativeCount) { try ChiSquareTest(counts: [3, -1], expected: halves) }
    #expect(throws: StatisticsRule.negativeWeight) { try ChiSquareTest(counts: [3, 1], expected: decimals("1 -1")) }
    #expect(throws: StatisticsRule.tableTooSmall) { try ChiSquareTest(counts: [3, 0], expected: decimals("1 0")) }
  }
}
