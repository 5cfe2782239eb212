import ShihyoModel
import ShihyoStatistics
import Testing

@Suite struct GroupedMedianTests {
  static func ages(_ young: Int, _ middle: Int, _ old: Int) -> [(lower: Int, upper: Int?, count: Int)] {
    [(0, 29, young), (30, 59, middle), (60, nil, old)]
  }

  /// statistics.md, section 2: 120 in each bracket gives 45.
  @Test func `lies within its bracket`() throws {
    #expect(try GroupedMedian(Self.ages(120, 120, 120)) == .value(Rational(45)))
    #expect(try GroupedMedian(Self.ages(120, 0, 120)) == .value(Rational(30)))
    #expect(try GroupedMedian(Self.ages(0, 7, 0)) == .value(Rational(45)))
  }

  @Test func `has no number in an open bracket`() throws {
    #expect(try GroupedMedian(Self.ages(1, 1, 9)) == .atLeast(60))
  }

  @Test func `refuses brackets that are no partition`() {
    #expect(throws: StatisticsRule.bracketsOverlap(position: 2)) { try GroupedMedian([(0, 30, 1), (30, 59, 1)]) }
    #expect(throws: StatisticsRule.bracketsOverlap(position: 2)) { try GroupedMedian([(60, nil, 1), (0, 59, 1)]) }
    #expect(throws: StatisticsRule.bracketsOverlap(position: 1)) { try GroupedMedian([(9, 0, 1)]) }
    #expect(throws: StatisticsRule.noValues) { try GroupedMedian(Self.ages(0, 0, 0)) }
    #expect(throws: StatisticsRule.negativeCount) { try GroupedMedian(Self.ages(0, -1, 5)) }
  }
}
