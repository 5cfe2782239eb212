import ShihyoModel
import ShihyoStatistics
import Testing

/// Rows of statistics.md, section 4 (Newcombe 1998b, Table II, method 10), to six decimals.
@Suite struct ProportionDifferenceTests {
  @Test(
    arguments: [
      (56, 70, 48, 80, 0.200000, 0.052431, 0.333873), (9, 10, 3, 10, 0.600000, 0.170523, 0.809018),
      (6, 7, 2, 7, 0.571429, 0.058228, 0.806250), (5, 56, 0, 29, 0.089286, -0.038137, 0.192560),
      (0, 10, 0, 20, 0, -0.161125, 0.277533), (10, 10, 0, 20, 1, 0.679086, 1), (10, 10, 0, 10, 1, 0.607509, 1),
      (1198, 2691, 557, 1835, 0.141645, 0.113213, 0.169570),
    ] as [(Int, Int, Int, Int, Double, Double, Double)])
  func `equals the reference`(
    _ x1: Int, _ n1: Int, _ x2: Int, _ n2: Int, _ difference: Double, _ lower: Double, _ upper: Double
  ) throws {
    let result = try ProportionDifference(Proportion(count: x1, of: n1), minus: Proportion(count: x2, of: n2))
    #expect(isNear(result.difference.nearestDouble, difference, absolute: 5.1e-7))
    #expect(isNear(result.interval.lower, lower, absolute: 5.1e-7))
    #expect(isNear(result.interval.upper, upper, absolute: 5.1e-7))
    #expect(result.interval.lower >= -1 && result.interval.upper <= 1)
    #expect(result.excludesZero == (lower > 0))
  }

  @Test func `has no interval between two full counts`() throws {
    let all = try Proportion(count: 3, of: 10)
    #expect(throws: StatisticsRule.fullCount) {
      try ProportionDifference(all, minus: all, populations: (first: 10, second: 10))
    }
  }
}
