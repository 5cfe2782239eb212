import ShihyoModel
import ShihyoStatistics
import Testing

/// statistics.md, section 7.
@Suite struct TheilSenTests {
  @Test func `gives the published interval of the Nile`() throws {
    let fit = try TheilSen(TimeSeries(values: decimals(PublishedSeries.nile)))
    let lower = try #require(fit.lower).nearestDouble
    let upper = try #require(fit.upper).nearestDouble
    #expect(isClose(lower, -3.627906976744186, relative: 1e-12))
    #expect(isClose(upper, -1.4285714285714286, relative: 1e-12))
  }

  @Test func `takes unequal times as they are`() throws {
    let points = zip([2010, 2012, 2013, 2017], decimals("5 9 9 20")).map { TimeSeries.Point(time: $0, value: $1) }
    let fit = try TheilSen(TimeSeries(points))
    #expect(fit.slope == quotient("29/14"))
    #expect(fit.intercept == Rational(9) - quotient("29/14") * quotient("2012.5"))
    #expect(fit.lower == nil && fit.upper == nil)
  }

  @Test func `leaves a missing period its time`() throws {
    let gap: [ExactDecimal?] = [ExactDecimal(1), nil, ExactDecimal(3)]
    #expect(try TheilSen(TimeSeries(values: gap)).slope == Rational(1))
    #expect(throws: StatisticsRule.tooShort(count: 1, needed: 2)) {
      try TheilSen(TimeSeries(values: [ExactDecimal(1), nil]))
    }
  }
}
