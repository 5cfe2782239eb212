import ShihyoModel
import ShihyoStatistics
import Testing

/// statistics.md, section 2.
@Suite struct WeightedMedianTests {
  static func values(_ weights: String) -> [(value: ExactDecimal, weight: Rational)] {
    decimals(weights).enumerated().map { (value: ExactDecimal($0.offset + 1), weight: Rational($0.element)) }
  }

  @Test(arguments: [(".15 .10 .20 .30 .25", 4, 4), (".49 .01 .25 .25", 2, 3), ("0 0 3 0", 3, 3), ("1 1 1 1", 2, 3)])
  func `equals the reference`(_ weights: String, _ lower: Int, _ upper: Int) throws {
    let spelled = weights.replacing(" .", with: " 0.")
    let median = try WeightedMedian(Self.values(spelled.hasPrefix(".") ? "0" + spelled : spelled).reversed())
    #expect(median.lower == ExactDecimal(lower) && median.upper == ExactDecimal(upper))
    #expect(median.middle == Rational(lower + upper, over: 2))
  }

  @Test func `refuses weights that are none`() {
    #expect(throws: StatisticsRule.noWeight) { try WeightedMedian(Self.values("0 0")) }
    #expect(throws: StatisticsRule.noWeight) { try WeightedMedian([]) }
    #expect(throws: StatisticsRule.negativeWeight) { try WeightedMedian(Self.values("1 -1 3")) }
  }
}
