import ShihyoModel
import ShihyoStatistics
import Testing

/// NIST StRD sets of statistics.md, section 1, where doubles lose digits.
@Suite struct MeanTests {
  @Test(arguments: [("1.2", "1.1", "1.3"), ("10000000.2", "10000000.1", "10000000.3")])
  func `is exact for the certified sets`(_ mean: String, _ low: String, _ high: String) throws {
    let first = try #require(ExactDecimal(mean))
    let pair = try #require(ExactDecimal(low)).coefficient + #require(ExactDecimal(high)).coefficient
    let sum = ExactDecimal(coefficient: first.coefficient + 500 * pair, decimals: first.decimals)
    #expect(Mean.of(sum: sum, n: 1001) == Rational(first))
  }

  @Test func `has no value where nothing was counted`() {
    #expect(Mean.of(sum: .zero, n: 0) == nil)
    #expect(Mean.of(sum: ExactDecimal(1), n: 3) == Rational(1, over: 3))
  }
}
