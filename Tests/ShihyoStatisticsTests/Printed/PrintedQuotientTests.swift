import ShihyoModel
import ShihyoStatistics
import Testing

/// Rows of statistics.md, section 9.
@Suite struct PrintedQuotientTests {
  @Test(
    arguments: [
      ("5.19", 28, nil), ("3.45", 20, 69), ("3.44", 20, nil), ("5.18", 28, 145), ("5.21", 28, 146), ("-3.45", 20, -69),
    ] as [(String, Int, Int?)])
  func `checks means`(_ printed: String, _ n: Int, _ k: Int?) throws {
    let printed = try #require(ExactDecimal(printed))
    #expect(try PrintedQuotient.numerators(printed, n: n, kind: .mean) == k.map { $0...$0 })
  }

  @Test(
    arguments: [
      ("33.3", 7, nil), ("28.6", 7, 2), ("62.5", 8, 5), ("62.4", 8, nil), ("12.3", 47, nil), ("12.8", 47, 6),
      ("67", 3, 2), ("66", 3, nil), ("12.3", 299, nil), ("12.4", 299, 37), ("100", 7, 7), ("0.0", 7, 0),
      ("101", 7, nil),
    ] as [(String, Int, Int?)])
  func `checks percentages`(_ printed: String, _ n: Int, _ k: Int?) throws {
    let printed = try #require(ExactDecimal(printed))
    #expect(try PrintedQuotient.numerators(printed, n: n, kind: .percentage) == k.map { $0...$0 })
  }

  @Test func `accepts truncation where it is named`() throws {
    #expect(try PrintedQuotient.numerators(ExactDecimal(66), n: 3, kind: .percentage, modes: [.down]) == 2...2)
  }

  @Test func `agrees with trying every numerator`() throws {
    var numbers = SeededNumbers(9)
    for round in 0..<200 {
      let n = 1 + numbers.next(400)
      let printed = ExactDecimal(coefficient: Int128(numbers.next(1001)), decimals: 1)
      let mode = RoundingMode.allCases[numbers.next(4)]
      let expected = (0...n).filter { Rational(100 * $0, over: n)?.rounded(to: 1, mode) == printed }
      let found = try PrintedQuotient.numerators(printed, n: n, kind: .percentage, modes: [mode])
      #expect(found.map { Array($0) } ?? [] == expected, "round \(round): \(printed) of \(n), \(mode)")
    }
  }

  @Test func `finds the bases that fit`() throws {
    let eighths = try PrintedQuotient.possibleBases(of: decimals("12.5 87.5"), in: 1...40, kind: .percentage)
    #expect(eighths == [8, 16, 24, 32, 40])
    let one = try PrintedQuotient.possibleBases(of: decimals("38.7"), in: 1...79, kind: .percentage)
    #expect(one == [31, 62, 75])
  }

  @Test func `checks shares together`() throws {
    #expect(try PrintedQuotient.arePossibleTogether(decimals("33.3 33.3 33.3"), n: 3))
    #expect(try PrintedQuotient.arePossibleTogether(decimals("16.7 16.7 16.7 16.7 16.7 16.7"), n: 6))
    // Each share of 8 is possible, but 5 + 4 people are not 8.
    #expect(try !PrintedQuotient.arePossibleTogether(decimals("62.5 50.0"), n: 8))
    #expect(try !PrintedQuotient.arePossibleTogether(decimals("62.4 37.6"), n: 8))
  }

  @Test func `says when it cannot fail and refuses no base`() {
    #expect(PrintedQuotient.isInformative(decimals: 2, n: 99, kind: .mean))
    #expect(!PrintedQuotient.isInformative(decimals: 2, n: 100, kind: .mean))
    #expect(PrintedQuotient.isInformative(decimals: 1, n: 999, kind: .percentage))
    #expect(!PrintedQuotient.isInformative(decimals: 1, n: 1000, kind: .percentage))
    #expect(throws: StatisticsRule.noBase) { try PrintedQuotient.numerators(.zero, n: 0, kind: .mean) }
    let large = ExactDecimal(1_000_000_000_000)
    #expect(throws: StatisticsRule.tooManyDigits) { try PrintedQuotient.numerators(large, n: .max, kind: .mean) }
  }
}
