import ShihyoModel
import ShihyoStatistics
import Testing

/// Rows of statistics.md, section 7 (Nile: R's `mk.test` help).
@Suite struct MannKendallTests {
  @Test(
    arguments: [
      ("1 2 2 3", 5, "23/3", 1.4446302370292303, 0.14856177489186864, 0.9128709291752769, "7/12"),
      ("1 2 3 4 5", 10, "50/3", 2.2045407685048604, 0.02748633611151033, 1, "1"),
      ("10 12 11 15 14 18", 11, "85/3", 1.8786728732554487, 0.060289173990602095, 11.0 / 15, "3/2"),
      (
        PublishedSeries.nile, -1387, "338185/3", -4.128066522844101, 3.658262921664327e-05, -0.280741334724613, "-2.6"
      ),
    ] as [(String, Int, String, Double, Double, Double, String)])
  func `equals the reference`(
    _ values: String, _ s: Int, _ variance: String, _ z: Double, _ p: Double, _ tau: Double, _ slope: String
  ) throws {
    let series = TimeSeries(values: decimals(values))
    let test = try MannKendall(series)
    #expect(test.s == s && test.n == decimals(values).count)
    #expect(test.variance == quotient(variance))
    #expect(isClose(test.z, z, relative: 1e-12))
    #expect(isClose(test.p, p, relative: 1e-9))
    #expect(isClose(test.tau, tau, relative: 1e-12))
    #expect(try TheilSen(series).slope == quotient(slope))
  }

  /// n = 4, always rising: 2 of 24 orders.
  @Test func `counts orders for short series without ties`() throws {
    #expect(try MannKendall(TimeSeries(values: decimals("1 2 3 4"))).exactP == quotient("2/24"))
    #expect(try MannKendall(TimeSeries(values: decimals("1 2 2 4"))).exactP == nil)
    // scipy 1.17.1, kendalltau with method exact
    #expect(try MannKendall(TimeSeries(values: decimals("2 1 4 3 5 6"))).exactP == quotient("40/720"))
  }

  @Test func `says that a series is too short or does not move`() {
    #expect(throws: StatisticsRule.tooShort(count: 3, needed: 4)) {
      try MannKendall(TimeSeries(values: decimals("1 2 3") + [nil, nil]))
    }
    #expect(throws: StatisticsRule.noVariation) { try MannKendall(TimeSeries(values: decimals("7 7 7 7 7"))) }
  }

  @Test func `passes over missing periods`() throws {
    let gap: [ExactDecimal?] = decimals("10 12") + [nil] + decimals("11 15 14 18")
    #expect(try MannKendall(TimeSeries(values: gap)).s == 11)
  }
}
