import ShihyoModel
import ShihyoStatistics
import Testing

/// Certified values of NIST StRD: mean, standard deviation and lag-1 autocorrelation, to 15 digits as published.
struct CertifiedSet: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let data: String
  let mean: String
  let deviation: Double
  let autocorrelation: Double

  static func alternating(_ first: String, _ low: String, _ high: String) -> String {
    first + String(repeating: " \(low) \(high)", count: 500)
  }

  static let all = [
    CertifiedSet("Lottery", CertifiedSets.lottery, "518.958715596330", 291.699727470969, -0.120948622967393),
    CertifiedSet("Lew", CertifiedSets.lew, "-177.435000000000", 277.332168044316, -0.307304800605679),
    CertifiedSet("Mavro", CertifiedSets.mavro, "2.00185600000000", 0.000429123454003053, 0.937989183438248),
    CertifiedSet("Michelso", CertifiedSets.michelso, "299.852400000000", 0.0790105478190518, 0.535199668621283),
    CertifiedSet("NumAcc1", "10000001 10000003 10000002", "10000002", 1, -0.5),
    CertifiedSet("NumAcc2", alternating("1.2", "1.1", "1.3"), "1.2", 0.1, -0.999),
    CertifiedSet("NumAcc3", alternating("1000000.2", "1000000.1", "1000000.3"), "1000000.2", 0.1, -0.999),
    CertifiedSet("NumAcc4", alternating("10000000.2", "10000000.1", "10000000.3"), "10000000.2", 0.1, -0.999),
  ]

  private init(_ name: String, _ data: String, _ mean: String, _ deviation: Double, _ autocorrelation: Double) {
    testDescription = name
    self.data = data
    self.mean = mean
    self.deviation = deviation
    self.autocorrelation = autocorrelation
  }
}

@Suite struct MomentsTests {
  @Test(arguments: CertifiedSet.all)
  func `holds all fifteen certified digits`(_ set: CertifiedSet) throws {
    let moments = try Moments(decimals(set.data))
    let certified = try #require(ExactDecimal(set.mean))
    #expect(moments.mean.rounded(to: certified.decimals) == certified)
    #expect(isClose(try #require(moments.standardDeviation), set.deviation, relative: 2e-15))
    let autocorrelation = try #require(moments.autocorrelation)
    #expect(isClose(autocorrelation.nearestDouble, set.autocorrelation, relative: 2e-15))
  }

  @Test func `counts the published numbers of values`() {
    #expect(decimals(CertifiedSets.lottery).count == 218)
    #expect(decimals(CertifiedSets.lew).count == 200)
    #expect(decimals(CertifiedSets.mavro).count == 50)
    #expect(decimals(CertifiedSets.michelso).count == 100)
  }

  @Test func `has no spread of one value and none of equal values`() throws {
    let one = try Moments([ExactDecimal(7)])
    #expect(one.mean == Rational(7) && one.variance == nil && one.standardDeviation == nil)
    #expect(one.autocorrelation == nil)
    let equal = try Moments(decimals("0.1 0.1 0.1"))
    #expect(equal.variance == .zero && equal.standardDeviation == 0 && equal.autocorrelation == nil)
    #expect(throws: StatisticsRule.noValues) { try Moments([]) }
  }
}
