import ShihyoModel
import Testing

@testable import ShihyoVerification

/// The bounds of domain.md, section 10.
struct NumberIntervalTests {
  private static func sum(_ texts: [String], _ mode: RoundingMode) throws -> NumberInterval {
    let parts = try texts.map { try #require(try PrintedText($0).main).interval(mode) }
    return parts.dropFirst().reduce(parts[0], +)
  }

  /// k parts: a total may be off by ⌊k/2⌋ units under half up, and by 0…k−1 under truncation.
  @Test(arguments: 1...7) func `a total is off by half its parts at most`(k: Int) throws {
    let parts = Array(repeating: "1.2%", count: k)
    for mode in [RoundingMode.halfUp, .down] {
      let sum = try Self.sum(parts, mode)
      let allowed = (-9...9).filter { units in
        let tenths = 12 * k + units
        let total = PrintedNumber(
          value: Rational(tenths, over: 10) ?? .zero, step: Rational(1, over: 10) ?? .zero, decimals: 1,
          unit: MeasureUnit(parsing: "%"), digits: "")
        return sum.meets(total.interval(mode))
      }
      #expect(allowed == (mode == .halfUp ? Array(-(k / 2)...(k / 2)) : Array(0...(k - 1))))
    }
  }

  @Test func `negative numbers round away from zero`() throws {
    let interval = try #require(try PrintedText("△1.5%").main).interval()
    #expect(!interval.contains(try #require(Rational(-145, over: 100)) + (Rational(1, over: 1000) ?? .zero)))
    #expect(interval.contains(try #require(Rational(-145, over: 100))))
    #expect(!interval.contains(try #require(Rational(-155, over: 100))))
  }

  @Test func `quotients of intervals, and no quotient over zero`() {
    let numerator = NumberInterval(low: Rational(1), high: Rational(2))
    let divided = numerator.divided(by: NumberInterval(low: Rational(2), high: Rational(4)))
    #expect(divided?.low == Rational(1, over: 4))
    #expect(divided?.high == Rational(1))
    #expect(numerator.divided(by: NumberInterval(low: Rational(0), high: Rational(4))) == nil)
  }
}
