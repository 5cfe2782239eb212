import ShihyoModel
import ShihyoStatistics
import Testing

/// Rows of statistics.md, section 6 (Kish).
@Suite struct EffectiveSampleTests {
  @Test(
    arguments: [
      ([("1", 1), ("2", 1), ("3", 1), ("4", 1)], "10/3", "1.2"), ([("0.5", 50), ("1.5", 50)], "80", "1.25"),
      ([("3/5", 50), ("4/3", 30), ("3/2", 20)], "30000/349", "349/300"), ([("0.7", 23)], "23", "1"),
    ] as [([(String, Int)], String, String)])
  func `equals the reference`(_ weights: [(String, Int)], _ effective: String, _ design: String) throws {
    let sample = try EffectiveSample(weights.map { (weight: quotient($0.0), count: $0.1) })
    #expect(sample.effective == quotient(effective))
    #expect(sample.designEffect == quotient(design))
  }

  @Test func `leaves answers without weight out`() throws {
    let sample = try EffectiveSample([(weight: Rational(1), count: 5), (weight: .zero, count: 7)])
    #expect(sample.n == 5 && sample.designEffect == Rational(1))
  }

  @Test func `takes doubles and refuses what is no weight`() throws {
    #expect(try EffectiveSample([0.5, 1.5, 0.5, 1.5]).effective == quotient("16/5"))
    #expect(throws: StatisticsRule.notFinite) { try EffectiveSample([1, .nan]) }
    #expect(throws: StatisticsRule.negativeWeight) { try EffectiveSample([1, -1]) }
    #expect(throws: StatisticsRule.noWeight) { try EffectiveSample([0, 0]) }
    #expect(throws: StatisticsRule.negativeCount) { try EffectiveSample([(weight: Rational(1), count: -1)]) }
  }
}
