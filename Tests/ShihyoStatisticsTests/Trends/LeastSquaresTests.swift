import ShihyoModel
import ShihyoStatistics
import Testing

/// NIST StRD Norris, certified to 15 digits (statistics.md, section 7), half a unit of which is 6e-15 at most.
@Suite struct LeastSquaresTests {
  @Test func `holds the certified digits`() throws {
    let pairs = PublishedSeries.norris.split(separator: ",").map { decimals(String($0)) }
    #expect(pairs.count == 36)
    let fit = try LeastSquares(pairs.map { (x: $0[1], y: $0[0]) })
    #expect(isClose(fit.intercept.nearestDouble, -0.262323073774029, relative: 6e-15))
    #expect(isClose(fit.slope.nearestDouble, 1.00211681802045, relative: 6e-15))
    #expect(isClose(try #require(fit.residualDeviation), 0.884796396144373, relative: 6e-15))
    #expect(isClose(try #require(fit.determination).nearestDouble, 0.999993745883712, relative: 6e-15))
    #expect(isClose(try #require(fit.interceptError), 0.232818234301152, relative: 6e-15))
    #expect(isClose(try #require(fit.slopeError), 0.000429796848199937, relative: 6e-15))
  }

  @Test func `says what has no line`() throws {
    let (one, two) = (ExactDecimal(1), ExactDecimal(2))
    #expect(throws: StatisticsRule.tooShort(count: 1, needed: 2)) { try LeastSquares([(x: one, y: one)]) }
    #expect(throws: StatisticsRule.noVariation) { try LeastSquares([(x: one, y: one), (x: one, y: two)]) }
    let exact = try LeastSquares([(x: one, y: one), (x: two, y: one)])
    #expect(exact.slope == .zero && exact.determination == nil && exact.residualDeviation == nil)
  }
}
