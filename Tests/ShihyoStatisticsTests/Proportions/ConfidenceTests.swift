import ShihyoModel
import ShihyoStatistics
import Testing

@Suite struct ConfidenceTests {
  @Test(arguments: [("0.90", 1.6448536269514722), ("0.95", 1.959963984540054), ("0.99", 2.5758293035489004)])
  func `finds the published quantile`(_ level: String, _ z: Double) throws {
    #expect(isClose(try Confidence(level: try #require(ExactDecimal(level))).z, z, relative: 1e-15))
  }

  @Test func `agrees with its constants`() throws {
    for constant in [Confidence.percent90, .percent95, .percent99] {
      #expect(isClose(try Confidence(level: constant.level).z, constant.z, relative: 1e-15))
    }
  }

  @Test(arguments: ["0", "1", "95", "-0.5"]) func `refuses what is no level`(_ level: String) throws {
    let level = try #require(ExactDecimal(level))
    #expect(throws: StatisticsRule.confidenceOutside(level)) { try Confidence(level: level) }
  }
}
