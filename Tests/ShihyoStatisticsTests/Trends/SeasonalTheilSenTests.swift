import ShihyoModel
import ShihyoStatistics
import Testing

@Suite struct SeasonalTheilSenTests {
  /// statistics.md, section 7: years × quarters 20 35 50 28 / 22 34 55 30 / 25 38 54 33; the slopes within each quarter are
  /// 2 5/2 3, −1 3/2 4, 5 2 −1, 2 5/2 3, whose median is (2 + 5/2) / 2.
  @Test func `compares each quarter with its own`() throws {
    let series = TimeSeries(values: decimals("20 35 50 28 22 34 55 30 25 38 54 33"))
    #expect(try TheilSen(series, seasons: 4).slope == Rational(9, over: 4))
    #expect(throws: StatisticsRule.windowOutside(1)) { try TheilSen(series, seasons: 1) }
    #expect(throws: StatisticsRule.tooShort(count: 1, needed: 2)) {
      try TheilSen(TimeSeries(values: decimals("1 2 3")), seasons: 4)
    }
  }

  @Test func `fractions are values like any other`() throws {
    let thirds = [1, 2, 4, 3, 5].enumerated().map {
      TimeSeries.Point(time: $0.offset, exact: Rational($0.element, over: 3))
    }
    #expect(try TheilSen(TimeSeries(thirds)).slope == Rational(1, over: 3))
    #expect(try MannKendall(TimeSeries(thirds)).s == 8)
  }
}
