import ShihyoModel
import ShihyoStatistics
import Testing

@Suite struct SamplingBasisTests {
  @Test(arguments: IntervalMethod.allCases) func `gives a sample its interval`(_ method: IntervalMethod) throws {
    let share = try Proportion(count: 30, of: 100)
    let expected =
      switch method {
      case .wilson: try share.wilson(.percent90, population: 1000)
      case .agrestiCoull: try share.agrestiCoull(.percent90, population: 1000)
      case .clopperPearson: try share.clopperPearson(.percent90, population: 1000)
      }
    #expect(try share.interval(.sample(population: 1000), .percent90, method: method) == expected)
  }

  @Test func `gives no interval to what was not sampled`() throws {
    let share = try Proportion(count: 30, of: 100)
    #expect(throws: StatisticsRule.fullCount) { try share.interval(.fullCount) }
    #expect(throws: StatisticsRule.fullCount) { try share.interval(.fullCount, evenIfSelfSelected: true) }
    #expect(throws: StatisticsRule.selfSelected) { try share.interval(.selfSelected) }
    #expect(try share.interval(.selfSelected, evenIfSelfSelected: true) == share.wilson())
  }

  @Test func `says so in the words of the office`() {
    #expect(StatisticsRule.fullCount.message.ja == "全数のため区間なし。")
    #expect(StatisticsRule.fullCount.severity == .note && StatisticsRule.selfSelected.severity == .note)
    #expect(StatisticsRule.smallExpected(cells: 1).severity == .warning)
  }
}
