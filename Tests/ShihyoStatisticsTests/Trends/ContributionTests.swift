import ShihyoModel
import ShihyoStatistics
import Testing

@Suite struct ContributionTests {
  static func parts(_ before: String, _ now: String) -> [(before: ExactDecimal, now: ExactDecimal)] {
    zip(decimals(before), decimals(now)).map { (before: $0, now: $1) }
  }

  /// statistics.md, section 11.
  @Test func `adds up to the growth of the total`() throws {
    let result = try Contribution(Self.parts("120 80 50", "132 76 62"))
    #expect(result.growth == quotient("0.08"))
    #expect(result.points == ["0.048", "-0.016", "0.048"].map(quotient))
    #expect(result.shares == ["0.6", "-0.2", "0.6"].map(quotient))
  }

  /// domain.md, section 9: total 350 → 365, part 193 → 202; 4.3 %, 2.6 points, 60.0 %.
  @Test func `prints as the encyclopedia does`() throws {
    let result = try Contribution(Self.parts("193 157", "202 163"))
    let hundred = Rational(100)
    #expect((result.growth * hundred).rounded(to: 1)?.description == "4.3")
    #expect((result.points[0] * hundred).rounded(to: 1)?.description == "2.6")
    #expect((try #require(result.shares)[0] * hundred).rounded(to: 1)?.description == "60.0")
  }

  @Test func `has no shares of no change and no growth from nothing`() throws {
    let still = try Contribution(Self.parts("3 4", "4 3"))
    #expect(still.shares == nil && still.points == [quotient("1/7"), quotient("-1/7")])
    #expect(throws: StatisticsRule.nothingBefore) { try Contribution(Self.parts("0 0", "1 2")) }
    #expect(throws: StatisticsRule.negativeBase) { try Contribution(Self.parts("-3 1", "1 2")) }
    #expect(throws: StatisticsRule.noValues) { try Contribution([]) }
  }
}
