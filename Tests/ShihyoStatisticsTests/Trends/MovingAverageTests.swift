import ShihyoModel
import ShihyoStatistics
import Testing

@Suite struct MovingAverageTests {
  /// statistics.md, section 7: centred 2 × 4.
  @Test func `equals the reference and has no ends`() throws {
    let averages = try MovingAverage.centred(SeasonalMannKendallTests.quarters, window: 4)
    let published = decimals("33.5 33.625 34.125 35.0 35.625 36.5 36.875 37.125").map { Rational($0) }
    #expect(averages == [nil, nil] + published + [nil, nil])
  }

  @Test func `is plain for an odd window and empty beside gaps`() throws {
    let values: [ExactDecimal?] = decimals("1 2 6 4") + [nil] + decimals("3 3 3")
    let averages = try MovingAverage.centred(values, window: 3)
    #expect(averages == [nil, Rational(3), Rational(4), nil, nil, nil, Rational(3), nil])
    #expect(try MovingAverage.centred([ExactDecimal(1)], window: 4) == [nil])
    #expect(throws: StatisticsRule.windowOutside(1)) { try MovingAverage.centred(values, window: 1) }
  }
}
