import ShihyoModel
import ShihyoStatistics
import Testing

/// statistics.md, section 7: years × quarters.
@Suite struct SeasonalMannKendallTests {
  static let quarters = decimals("20 35 50 28 22 34 55 30 25 38 54 33")

  @Test func `equals the reference`() throws {
    let test = try SeasonalMannKendall(TimeSeries(values: Self.quarters), seasons: 4)
    #expect(test.s == 8 && test.n == 12)
    #expect(test.variance == quotient("44/3"))
    #expect(isClose(test.z, 1.8278153875348273, relative: 1e-12))
    #expect(isClose(test.p, 0.06757726305587, relative: 1e-9))
  }

  @Test func `does not depend on the season that the series starts in`() throws {
    let points = Self.quarters.enumerated().map { TimeSeries.Point(time: $0.offset - 3, value: $0.element) }
    #expect(try SeasonalMannKendall(TimeSeries(points), seasons: 4).s == 8)
  }

  @Test func `says what it cannot test`() {
    let eight = TimeSeries(values: Array(Self.quarters.prefix(8)))
    #expect(throws: StatisticsRule.seasonsTooShort(count: 2, needed: 3)) { try SeasonalMannKendall(eight, seasons: 4) }
    #expect(throws: StatisticsRule.windowOutside(1)) { try SeasonalMannKendall(eight, seasons: 1) }
    let still = TimeSeries(values: decimals("1 2 1 2 1 2"))
    #expect(throws: StatisticsRule.noVariation) { try SeasonalMannKendall(still, seasons: 2) }
  }
}
