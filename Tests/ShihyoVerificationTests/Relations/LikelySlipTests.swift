import ShihyoModel
import Testing

@testable import ShihyoVerification

struct LikelySlipTests {
  struct Slip: Sendable, CustomTestStringConvertible {
    var printed: String
    /// Numerator and denominator of what should stand there.
    var exact: (Int, Int)
    var slip: LikelySlip?
    var testDescription: String { "\(printed) for \(exact.0)/\(exact.1)" }
  }

  static let slips = [
    Slip(printed: "5694", exact: (5964, 1), slip: .transposed),
    Slip(printed: "1270", exact: (127, 1), slip: .factor(exponent: 1)),
    Slip(printed: "2.3", exact: (228, 10), slip: .factor(exponent: -1)),
    Slip(printed: "34.7", exact: (800, 23), slip: .truncated),
    Slip(printed: "34", exact: (800, 23), slip: .truncated),
    Slip(printed: "33.4", exact: (100, 3), slip: .roundedUp),
    Slip(printed: "3.5", exact: (-35, 10), slip: .sign),
    Slip(printed: "128", exact: (127, 1), slip: .neighbour(from: "8", to: "7")),
    // On the block of keys 5 stands over 2, and 0 under 1.
    Slip(printed: "157", exact: (127, 1), slip: .neighbour(from: "5", to: "2")),
    Slip(printed: "-127", exact: (127, 1), slip: .sign),
    Slip(printed: "177", exact: (127, 1), slip: .oneDigit(from: "7", to: "2")),
    Slip(printed: "596", exact: (5964, 1), slip: .factor(exponent: -1)),
    Slip(printed: "594", exact: (5964, 1), slip: .missingDigit),
    Slip(printed: "911", exact: (127, 1), slip: nil),
  ]

  @Test(arguments: slips) func `names the slip`(slip: Slip) throws {
    let printed = try #require(ExactDecimal(slip.printed))
    let found = LikelySlip.find(
      printed: Rational(printed), step: Rational(ExactDecimal(coefficient: 1, decimals: printed.decimals)),
      expected: try #require(Rational(slip.exact.0, over: slip.exact.1)))
    #expect(found == slip.slip)
  }

  @Test func `another base is found before a chance likeness of digits`() {
    let found = LikelySlip.find(
      printed: Rational(40), step: Rational(1), expected: Rational(35),
      candidates: [LikelySlip.Candidate(value: Rational(40), slip: .otherBase("npo.asked"))])
    #expect(found == .otherBase("npo.asked"))
  }

  @Test func `what is right has no slip`() {
    #expect(LikelySlip.find(printed: Rational(35), step: Rational(1), expected: Rational(35)) == nil)
  }
}
