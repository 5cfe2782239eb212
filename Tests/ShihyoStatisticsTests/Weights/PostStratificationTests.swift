import ShihyoModel
import ShihyoStatistics
import Testing

/// statistics.md, section 6: n = 50 30 20, yes = 30 12 4, N = 3000 4000 3000.
@Suite struct PostStratificationTests {
  static let sample = [50, 30, 20]
  static let yes = [30, 12, 4]

  @Test func `weights groups to the population and keeps the number of answers`() throws {
    let weights = try PostStratification.weights(sample: Self.sample, population: decimals("3000 4000 3000"))
    #expect(weights == [quotient("3/5"), quotient("4/3"), quotient("3/2")])
    #expect(zip(weights, Self.sample).map { $0 * Rational($1) }.reduce(.zero, +) == Rational(100))
  }

  @Test func `moves the share from 46 to 40 percent exactly`() throws {
    let weights = try PostStratification.weights(sample: Self.sample, population: decimals("3000 4000 3000"))
    let groups = zip(weights, zip(Self.yes, Self.sample)).map { (weight: $0, count: $1.0, base: $1.1) }
    let weighted = try WeightedShare(groups)
    #expect(weighted.share == quotient("0.4") && weighted.n == 100)
    #expect(weighted.sample.effective == quotient("30000/349"))
    #expect(try weighted.proportion.base == quotient("30000/349"))
    let raw = try WeightedShare(groups.map { (weight: Rational(1), count: $0.count, base: $0.base) })
    #expect(raw.share == quotient("0.46") && raw.sample.effective == Rational(100))
  }

  @Test func `refuses groups that the sample does not hold`() throws {
    #expect(throws: StatisticsRule.stratumEmpty(position: 2)) {
      try PostStratification.weights(sample: [3, 0], population: decimals("10 20"))
    }
    let weights = try PostStratification.weights(sample: [3, 0], population: decimals("10 0"))
    #expect(weights == [Rational(1), .zero])
    #expect(throws: StatisticsRule.lengthsDiffer(1, 2)) {
      try PostStratification.weights(sample: [3], population: decimals("10 0"))
    }
    #expect(throws: StatisticsRule.noBase) { try PostStratification.weights(sample: [3], population: decimals("0")) }
    #expect(throws: StatisticsRule.noBase) { try PostStratification.weights(sample: [0], population: decimals("9")) }
    #expect(throws: StatisticsRule.negativeCount) {
      try PostStratification.weights(sample: [-3], population: decimals("9"))
    }
  }

  @Test func `refuses shares of nothing`() {
    #expect(throws: StatisticsRule.noWeight) { try WeightedShare([]) }
    #expect(throws: StatisticsRule.noWeight) { try WeightedShare([(weight: .zero, count: 1, base: 2)]) }
    #expect(throws: StatisticsRule.countAboveBase) { try WeightedShare([(weight: Rational(1), count: 3, base: 2)]) }
  }
}
