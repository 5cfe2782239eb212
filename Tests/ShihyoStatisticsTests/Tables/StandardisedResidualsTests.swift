import ShihyoModel
import ShihyoStatistics
import Testing

/// statistics.md, section 5, first row, to eight decimals.
@Suite struct StandardisedResidualsTests {
  @Test func `equals the reference and mirrors itself in two rows`() throws {
    let residuals = try ContingencyTable(counts: ChiSquareTestTests.parties).standardisedResiduals
    for (column, published) in [4.50205352, 0.69945173, -5.31594554].enumerated() {
      #expect(isNear(residuals[0][column], published, absolute: 5.1e-9))
      #expect(isClose(residuals[1][column], -residuals[0][column], relative: 1e-14))
    }
  }

  /// In a 2 × 2 table the square of every residual is χ² without Yates.
  @Test func `squares to chi-square in a table of four cells`() throws {
    let table = try ContingencyTable(counts: [[12, 7], [5, 7]])
    let statistic = try ChiSquareTest(table).statistic.nearestDouble
    for residual in table.standardisedResiduals.flatMap({ $0 }) {
      #expect(isClose(residual * residual, statistic, relative: 1e-13))
    }
  }
}
