import ShihyoModel
import ShihyoStatistics
import Testing

/// The certified sets once more in doubles: 12 digits, less where the inputs themselves have lost theirs.
@Suite struct DoubleMomentsTests {
  @Test(arguments: CertifiedSet.all)
  func `holds the certified digits that doubles keep`(_ set: CertifiedSet) throws {
    let values = decimals(set.data).map { Rational($0).nearestDouble }
    let moments = try DoubleMoments(values)
    let mean = Rational(try #require(ExactDecimal(set.mean))).nearestDouble
    // The spread of 1000000.1 … 1000000.3 keeps 9.5 digits and of 10000000.1 … 10000000.3 8.2 (statistics.md, section 1).
    let lost = ["NumAcc3": 1e-9, "NumAcc4": 1e-8][set.testDescription]
    #expect(isClose(moments.mean, mean, relative: 1e-15))
    #expect(isClose(try #require(moments.standardDeviation), set.deviation, relative: lost ?? 1e-12))
    #expect(isClose(try #require(moments.autocorrelation), set.autocorrelation, relative: lost ?? 1e-12))
  }

  @Test func `does not cancel as the one-pass formula does`() throws {
    let values = decimals(CertifiedSet.all[7].data).map { Rational($0).nearestDouble }
    #expect(try #require(try DoubleMoments(values).standardDeviation) > 0.09)
  }

  @Test func `states what is undefined`() throws {
    #expect(throws: StatisticsRule.noValues) { try DoubleMoments([]) }
    #expect(throws: StatisticsRule.notFinite) { try DoubleMoments([1, .nan]) }
    let one = try DoubleMoments([3])
    #expect(one.mean == 3 && one.standardDeviation == nil && one.autocorrelation == nil)
  }
}
