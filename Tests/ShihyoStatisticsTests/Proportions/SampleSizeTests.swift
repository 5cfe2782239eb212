import ShihyoModel
import ShihyoStatistics
import Testing

/// statistics.md, section 3: ±5 points at 95 %, share 0.5; the exact sizes to four decimals.
@Suite struct SampleSizeTests {
  static let fivePoints = ExactDecimal(coefficient: 5, decimals: 2)

  @Test(
    arguments: [
      (1000, "277.7335", 278), (10_000, "369.9706", 370), (100_000, "382.6797", 383), (nil, "384.1459", 385),
      (1_000_000, "383.9988", 384),
    ] as [(Int?, String, Int)])
  func `equals the reference with the exact quantile`(_ population: Int?, _ exact: String, _ answers: Int) throws {
    let size = try SampleSize(margin: Self.fivePoints, population: population)
    #expect(size.exact.rounded(to: 4)?.description == exact)
    #expect(size.answers == answers)
  }

  @Test func `differs by one with 1.96, which it says`() throws {
    let size = try SampleSize(margin: Self.fivePoints, z: quotient("1.96"), population: 1_000_000)
    #expect(size.exact.rounded(to: 4)?.description == "384.0129")
    #expect(size.answers == 385)
    #expect(size.z == quotient("1.96"))
  }

  @Test func `does not add one where the size is whole`() throws {
    #expect(try SampleSize(margin: Self.fivePoints, z: Rational(2)).answers == 400)
    #expect(try SampleSize(margin: Self.fivePoints, population: 1).answers == 1)
    #expect(try SampleSize(margin: Self.fivePoints, share: .zero, population: 1).answers == 0)
  }

  @Test func `refuses what has no size`() {
    #expect(throws: StatisticsRule.marginOfErrorOutside(ExactDecimal(5))) { try SampleSize(margin: ExactDecimal(5)) }
    #expect(throws: StatisticsRule.marginOfErrorOutside(.zero)) { try SampleSize(margin: .zero) }
    #expect(throws: StatisticsRule.noBase) { try SampleSize(margin: Self.fivePoints, population: 0) }
    #expect(throws: StatisticsRule.countAboveBase) { try SampleSize(margin: Self.fivePoints, share: Rational(2)) }
  }
}
