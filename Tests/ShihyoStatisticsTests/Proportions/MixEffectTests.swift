import ShihyoModel
import ShihyoStatistics
import Testing

@Suite struct MixEffectTests {
  /// Kidney stones, open surgery against the percutaneous way (Charig et al. 1986, BMJ 292:879).
  @Test func `notices a total that moves against every part`() throws {
    let effect = try MixEffect(first: [(81, 87), (192, 263)], second: [(234, 270), (55, 80)])
    #expect(effect.total == quotient("289/350") - quotient("273/350"))
    #expect(effect.parts.allSatisfy { $0?.isNegative == true })
    #expect(effect.isReversed)
  }

  /// R's UCBAdmissions: overall men 44.52 %, women 30.35 %; department A 62.06 % and 82.41 % (statistics.md, section 4).
  @Test func `shows the departments beside the total`() throws {
    let effect = try MixEffect(
      first: [(512, 825), (353, 560), (120, 325), (138, 417), (53, 191), (22, 373)],
      second: [(89, 108), (17, 25), (202, 593), (131, 375), (94, 393), (24, 341)])
    #expect(effect.total == quotient("557/1835") - quotient("1198/2691"))
    #expect(effect.parts[0] == quotient("89/108") - quotient("512/825"))
    #expect(!effect.isReversed)
  }

  @Test func `says nothing where there is nothing to compare`() throws {
    let effect = try MixEffect(first: [(0, 0), (1, 2)], second: [(1, 2), (1, 2)])
    #expect(effect.parts == [nil, .zero] && !effect.isReversed)
    #expect(throws: StatisticsRule.noBase) { try MixEffect(first: [(0, 0)], second: [(1, 2)]) }
    #expect(throws: StatisticsRule.countAboveBase) { try MixEffect(first: [(1, 0)], second: [(1, 2)]) }
    #expect(throws: StatisticsRule.lengthsDiffer(1, 2)) { try MixEffect(first: [(1, 2)], second: [(1, 2), (1, 2)]) }
  }
}
