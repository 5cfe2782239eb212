import ShihyoModel
import ShihyoStatistics
import Testing

/// Rows of statistics.md, section 1, where naive or Kahan's sums are wrong.
@Suite struct DoubleSumTests {
  @Test(
    arguments: [
      (Array(repeating: 0.1, count: 10), 1), ([1, 1e100, 1, -1e100], 2), ([1e16, 1, 1, -1e16], 2),
      (Array(repeating: 0.1, count: 1_000_000), 100_000), ([], 0), ([0.5], 0.5),
    ] as [([Double], Double)])
  func `rounds the exact sum once`(_ terms: [Double], _ expected: Double) throws {
    #expect(try DoubleSum.of(terms) == expected)
  }

  @Test func `does not depend on the order, even where a partial sum is beyond the doubles`() throws {
    let largest = Double.greatestFiniteMagnitude
    #expect(try DoubleSum.of([largest, largest, -largest]) == largest)
    #expect(try DoubleSum.of([largest, -largest, largest]) == largest)
    #expect(throws: StatisticsRule.notFinite) { try DoubleSum.of([largest, largest]) }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `refuses what is no number`(_ term: Double) {
    #expect(throws: StatisticsRule.notFinite) { try DoubleSum.of([1, term]) }
  }

  @Test func `equals exact rationals on seeded terms`() throws {
    var numbers = SeededNumbers(6)
    for round in 0..<200 {
      let terms = (0..<(1 + numbers.next(40))).map { _ in
        Double(numbers.next(2_000_001) - 1_000_000)
          * Double(sign: .plus, exponent: numbers.next(120) - 60, significand: 1)
      }
      let exact = terms.compactMap { Rational(exactly: $0) }.reduce(.zero, +).nearestDouble
      #expect(try DoubleSum.of(terms) == exact, "round \(round)")
      #expect(try DoubleSum.of(terms.reversed()) == exact, "round \(round)")
    }
  }
}
