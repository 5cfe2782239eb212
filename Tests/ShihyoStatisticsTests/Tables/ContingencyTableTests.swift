import ShihyoModel
import ShihyoStatistics
import Testing

@Suite struct ContingencyTableTests {
  @Test func `leaves empty rows and columns out and says so`() throws {
    let table = try ContingencyTable(counts: [[12, 0, 7], [0, 0, 0], [5, 0, 7]])
    #expect(table.emptyRows == [1] && table.emptyColumns == [1])
    #expect(table.rows == [0, 2] && table.columns == [0, 2])
    #expect(table.cells == [[Rational(12), Rational(7)], [Rational(5), Rational(7)]])
    #expect(table.total == Rational(31) && table.degreesOfFreedom == 1)
  }

  @Test func `refuses what is no table`() {
    #expect(throws: StatisticsRule.noValues) { try ContingencyTable(counts: [[0, 0], [0, 0]]) }
    #expect(throws: StatisticsRule.noValues) { try ContingencyTable(counts: []) }
    #expect(throws: StatisticsRule.tableTooSmall) { try ContingencyTable(counts: [[3, 4], [0, 0]]) }
    #expect(throws: StatisticsRule.raggedTable(row: 2)) { try ContingencyTable(counts: [[3, 4], [1]]) }
    #expect(throws: StatisticsRule.negativeCount) { try ContingencyTable(counts: [[3, 4], [1, -1]]) }
  }

  /// Equal weights leave the effective number and every statistic as they are.
  @Test func `scales weights to the effective number`() throws {
    let counts = [[12, 7], [5, 7]]
    let doubled = counts.map { $0.map { Rational(2 * $0) } }
    let weighted = try ContingencyTable(weighted: doubled, effectiveBase: Rational(31))
    #expect(try ChiSquareTest(weighted) == ChiSquareTest(ContingencyTable(counts: counts)))
    #expect(throws: StatisticsRule.noBase) { try ContingencyTable(weighted: doubled, effectiveBase: .zero) }
  }
}
