public import ShihyoModel

extension Raking {
  /// Fits a two-way table to row and column targets.
  ///
  /// - Shape: `table[row][column]`; the result has the same shape.
  /// - Units: the table in any unit, the result in that of the targets.
  /// - Errors: as `Raking.init`, and `raggedTable`.
  /// - Source: statistics.md, section 6.
  public static func table(
    _ table: [[Double]], rows: [ExactDecimal], columns: [ExactDecimal], tolerance: Double = 1e-9
  ) throws(StatisticsRule) -> [[Double]] {
    guard table.count == rows.count else { throw .lengthsDiffer(table.count, rows.count) }
    var cells: [Cell] = []
    for (row, amounts) in table.enumerated() {
      guard amounts.count == columns.count else { throw .raggedTable(row: row + 1) }
      for (column, amount) in amounts.enumerated() { cells.append(Cell(categories: [row, column], amount: amount)) }
    }
    let fitted = try Raking(cells, targets: [rows, columns], tolerance: tolerance).fitted
    return rows.indices.map { Array(fitted[($0 * columns.count)..<(($0 + 1) * columns.count)]) }
  }

  static func check(_ cells: [Cell], _ targets: [[ExactDecimal]]) throws(StatisticsRule) {
    guard !cells.isEmpty, !targets.isEmpty else { throw .noValues }
    let totals = targets.map { $0.map { Rational($0) }.total() }
    for (list, total) in totals.enumerated() {
      guard targets[list].allSatisfy({ !$0.isNegative }) else { throw .negativeWeight }
      guard !total.isZero else { throw .noWeight }
      guard total == totals[0] else { throw .targetsDisagree(list: list + 1) }
    }
    var reached = targets.map { Array(repeating: false, count: $0.count) }
    for cell in cells {
      guard cell.amount.isFinite else { throw .notFinite }
      guard cell.amount >= 0 else { throw .negativeWeight }
      guard cell.categories.count == targets.count else { throw .lengthsDiffer(cell.categories.count, targets.count) }
      for (list, category) in cell.categories.enumerated() {
        guard targets[list].indices.contains(category) else { throw .lengthsDiffer(category + 1, targets[list].count) }
        if cell.amount > 0 { reached[list][category] = true }
      }
    }
    for (list, categories) in reached.enumerated() {
      for (category, isReached) in categories.enumerated() where !isReached && !targets[list][category].isZero {
        throw .targetUnreachable(list: list + 1, position: category + 1)
      }
    }
  }
}
