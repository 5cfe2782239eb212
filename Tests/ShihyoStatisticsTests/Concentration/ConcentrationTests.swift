import ShihyoModel
import ShihyoStatistics
import Testing

/// Rows of statistics.md, section 11.
@Suite struct ConcentrationTests {
  /// Help data of R's package ineq: 0.462091130267624 there, 0.5134346 corrected; by the mean difference of all pairs 76922/166465.
  @Test func `equals the published Gini`() throws {
    let gini = try Gini(decimals("541 1463 2445 3438 4437 5401 6392 8304 11904 22261"))
    #expect(gini.value == quotient("76922/166465"))
    #expect(isClose(gini.value.nearestDouble, 0.46209113026762383, relative: 1e-12))
    #expect(isClose(try #require(gini.corrected).nearestDouble, 0.5134345891862487, relative: 1e-12))
  }

  @Test(arguments: [("5 5 5", "0", "0"), ("0 0 0 1", "0.75", "1"), ("1 0 0 0", "0.75", "1"), ("3", "0", nil)])
  func `knows the ends of Gini`(_ values: String, _ value: String, _ corrected: String?) throws {
    let gini = try Gini(decimals(values))
    #expect(gini.value == quotient(value) && gini.corrected == corrected.map(quotient))
  }

  @Test func `refuses inequality of nothing`() {
    #expect(throws: StatisticsRule.noWeight) { try Gini(decimals("0 0")) }
    #expect(throws: StatisticsRule.negativeWeight) { try Gini(decimals("1 -1")) }
    #expect(throws: StatisticsRule.noValues) { try Gini([]) }
    #expect(throws: StatisticsRule.noWeight) { try Herfindahl(decimals("0 0")) }
    #expect(throws: StatisticsRule.negativeWeight) { try Herfindahl(decimals("1 -1")) }
    #expect(throws: StatisticsRule.noValues) { try Herfindahl([]) }
  }

  /// By hand: 0.3² + 0.3² + 0.2² + 0.2²; of the help data above Σx² / (Σx)².
  @Test func `equals the reference index`() throws {
    let help = try Herfindahl(decimals("541 1463 2445 3438 4437 5401 6392 8304 11904 22261"))
    #expect(help.value == quotient("408080053/2216847698"))
    let index = try Herfindahl(decimals("30 30 20 20"))
    #expect(index.value == quotient("0.26") && index.points == Rational(2600))
    #expect(index.normalised == quotient("1/75"))
    #expect(try Herfindahl(decimals("7")).normalised == nil)
  }

  /// Friedman's chi-square of the same ranks in scipy is m(n−1)W: 7 and 13.454545454545457.
  @Test func `equals the reference concordance`() throws {
    let ranks = try Concordance([decimals("1 2 3 4"), decimals("1 3 2 4"), decimals("2 1 3 4")])
    #expect(ranks.rankSums == [4, 6, 8, 12].map { Rational($0) })
    #expect(ranks.value == quotient("7/9"))
    #expect(ranks.chiSquare == Rational(7) && ranks.degreesOfFreedom == 3)
    #expect(isClose(try #require(ranks.p), 0.0718977724964715, relative: 1e-9))  // mpmath
  }

  @Test func `corrects concordance for ties`() throws {
    let four = try Concordance([
      decimals("1 2 2 4 5"), decimals("2 1 3 3 5"), decimals("1 3 2 5 4"), decimals("1 2.5 2.5 4 5"),
    ])
    #expect(four.value == quotient("37/44") && four.chiSquare == quotient("148/11"))
    #expect(isClose(try #require(four.p), 0.009255690350419982, relative: 1e-9))
    let tied = try Concordance([decimals("1 1 2"), decimals("5 5 9")])
    #expect(tied.value == Rational(1))
    #expect(throws: StatisticsRule.noVariation) { try Concordance([decimals("1 1"), decimals("2 2")]) }
    #expect(throws: StatisticsRule.raggedTable(row: 2)) { try Concordance([decimals("1 2"), decimals("2")]) }
    #expect(throws: StatisticsRule.noValues) { try Concordance([]) }
    #expect(throws: StatisticsRule.tableTooSmall) { try Concordance([decimals("1")]) }
  }

  @Test func `shares ranks among equal values`() throws {
    let ranks = MidRanks.of(decimals("30 10 10 20 10"))
    #expect(ranks == [5, 2, 2, 4, 2].map { Rational($0) })
    #expect(MidRanks.of([]).isEmpty)
    let mean = try MidRanks.mean([(rank: Rational(1), count: 3), (rank: quotient("2.5"), count: 2)])
    #expect(mean == quotient("1.6"))
    #expect(throws: StatisticsRule.noValues) { try MidRanks.mean([]) }
    #expect(throws: StatisticsRule.negativeCount) { try MidRanks.mean([(rank: Rational(1), count: -1)]) }
  }
}
