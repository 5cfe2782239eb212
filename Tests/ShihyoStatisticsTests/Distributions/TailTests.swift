import ShihyoStatistics
import Testing

/// Tails of statistics.md, section 5, and more from 50-digit arithmetic (mpmath 1.3.0).
@Suite struct TailTests {
  @Test(arguments: [
    (0, 0.5), (1, 0.15865525393145707), (8, 6.22096057427174e-16), (-1, 1 - 0.15865525393145707),
  ]) func `equals the normal tail`(_ z: Double, _ tail: Double) {
    #expect(isClose(NormalDistribution.upperTail(z), tail, relative: 1e-13))
  }

  @Test(arguments: [(0.05, 1.6448536269514722), (0.005, 2.5758293035489004), (0.025, 1.959963984540054), (0.5, 0)])
  func `inverts the normal tail`(_ tail: Double, _ z: Double) throws {
    #expect(isClose(try #require(NormalDistribution.upperQuantile(tail)), z, relative: 1e-14))
    #expect(isClose(try #require(NormalDistribution.upperQuantile(1 - tail)), -z, relative: 1e-14))
  }

  @Test(arguments: [1e-300, 1e-20, 1e-5, 0.3, 0.49999]) func `inverts far tails`(_ tail: Double) throws {
    let z = try #require(NormalDistribution.upperQuantile(tail))
    #expect(isClose(NormalDistribution.upperTail(z), tail, relative: 1e-12))
  }

  @Test(
    arguments: zip(
      1...5, [3.841458820694124, 5.991464547107979, 7.814727903251179, 9.487729036781154, 11.070497693516351]))
  func `equals the 5 percent points`(_ degrees: Int, _ x: Double) throws {
    let tail = try #require(ChiSquareDistribution.upperTail(x, degreesOfFreedom: degrees))
    #expect(isClose(tail, 0.05, relative: 1e-12))
  }

  @Test(arguments: TailPairs.chiSquare)
  func `equals the chi-square tail`(_ x: Double, _ degrees: Int, _ expected: Double) throws {
    let tail = try #require(ChiSquareDistribution.upperTail(x, degreesOfFreedom: degrees))
    #expect(isClose(tail, expected, relative: degrees > 1000 ? 1e-9 : 1e-11))
  }

  @Test(arguments: TailPairs.beta)
  func `equals the beta tail and inverts it`(_ x: Double, _ a: Double, _ b: Double, _ expected: Double) throws {
    let tail = try #require(BetaDistribution.lowerTail(x, a, b))
    #expect(isClose(tail, expected, relative: a + b > 10_000 ? 1e-9 : 1e-11))
    // Near 1 a tail hardly moves with x, so what is inverted is the tail, not the point.
    guard expected > 1e-12, expected < 1 - 1e-6 else { return }
    let quantile = try #require(BetaDistribution.lowerQuantile(expected, a, b))
    #expect(isClose(quantile, x, relative: 1e-9))
  }

  @Test func `has no value outside its range`() {
    #expect(NormalDistribution.upperQuantile(0) == nil && NormalDistribution.upperQuantile(1) == nil)
    #expect(ChiSquareDistribution.upperTail(1, degreesOfFreedom: 0) == nil)
    #expect(ChiSquareDistribution.upperTail(.nan, degreesOfFreedom: 3) == nil)
    #expect(ChiSquareDistribution.upperTail(-1, degreesOfFreedom: 3) == 1)
    #expect(ChiSquareDistribution.upperTail(.infinity, degreesOfFreedom: 3) == 0)
    #expect(BetaDistribution.lowerTail(1.5, 1, 1) == nil && BetaDistribution.lowerQuantile(0.5, 0, 1) == nil)
    #expect(BetaDistribution.lowerTail(0, 2, 3) == 0 && BetaDistribution.lowerTail(1, 2, 3) == 1)
  }
}
