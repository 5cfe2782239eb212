public import ShihyoModel

/// A cross table of answers, without its margins.
///
/// - Shape: `cells[row][column]`; empty rows and columns are left out and reported in `emptyRows`, `emptyColumns`.
///   `rows` and `columns` say which of the caller's stayed, from 0.
/// - Units: answers. Weighted answers are scaled so that they add up to the effective number.
/// - Missing: no-answer is a row or column like any other, or was left out by the caller, who must say so.
/// - Source: statistics.md, section 5.
public struct ContingencyTable: Hashable, Sendable {
  public let cells: [[Rational]]
  public let rows: [Int]
  public let columns: [Int]
  public let emptyRows: [Int]
  public let emptyColumns: [Int]
  public let rowTotals: [Rational]
  public let columnTotals: [Rational]
  public let total: Rational

  /// - Errors: `negativeCount`, `raggedTable`, `noValues` for a total of 0, `tableTooSmall` where fewer than two rows or
  ///   columns have a count.
  public init(counts: [[Int]]) throws(StatisticsRule) {
    try self.init(exact: counts.map { $0.map { Rational($0) } })
  }

  /// A table of Σ weights per cell, as uncertain as `effectiveBase` answers (Kish).
  ///
  /// - Errors: as for counts, and `noBase` for an effective base of 0 or below.
  public init(weighted: [[Rational]], effectiveBase: Rational) throws(StatisticsRule) {
    guard !effectiveBase.isNegative, !effectiveBase.isZero else { throw .noBase }
    let table = try ContingencyTable(exact: weighted)
    let factor = try effectiveBase.divided(by: table.total, else: .noValues)
    try self.init(exact: weighted.map { $0.map { $0 * factor } })
  }

  private init(exact all: [[Rational]]) throws(StatisticsRule) {
    let width = all.first?.count ?? 0
    for (index, row) in all.enumerated() {
      guard row.count == width else { throw .raggedTable(row: index + 1) }
      guard row.allSatisfy({ !$0.isNegative }) else { throw .negativeCount }
    }
    let allRowTotals = all.map { $0.total() }
    let allColumnTotals = (0..<width).map { column in all.map { $0[column] }.total() }
    rows = allRowTotals.indices.filter { !allRowTotals[$0].isZero }
    columns = allColumnTotals.indices.filter { !allColumnTotals[$0].isZero }
    emptyRows = allRowTotals.indices.filter { allRowTotals[$0].isZero }
    emptyColumns = allColumnTotals.indices.filter { allColumnTotals[$0].isZero }
    total = allRowTotals.total()
    guard !total.isZero else { throw .noValues }
    guard rows.count > 1, columns.count > 1 else { throw .tableTooSmall }
    let kept = columns
    cells = rows.map { row in kept.map { all[row][$0] } }
    rowTotals = rows.map { allRowTotals[$0] }
    columnTotals = columns.map { allColumnTotals[$0] }
  }

  /// (r − 1)(c − 1) of the rows and columns that stayed.
  public var degreesOfFreedom: Int { (rows.count - 1) * (columns.count - 1) }

  /// Counts that independence would give, row total · column total / total, exact; all above 0.
  public var expected: [[Rational]] {
    rowTotals.map { row in
      columnTotals.compactMap { column in row * column / total }
    }
  }
}
