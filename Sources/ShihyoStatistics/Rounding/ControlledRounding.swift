/// Rounding of a whole two-way table to a base, so that it still adds up.
///
/// - Note: rounding up or down is a flow from rows to columns, one unit per cell rounded up. Its bounds come from the
///   margins, and the unrounded table is itself a flow within them, so a whole-numbered one always exists (Cox 1987).
/// - Source: statistics.md, section 10.
public struct ControlledRounding: Hashable, Sendable {
  /// The rounded cells, `cells[row][column]`, multiples of the base.
  public let cells: [[Int]]
  public let rowTotals: [Int]
  public let columnTotals: [Int]
  public let total: Int

  /// Every cell and every margin moves to an adjacent multiple of `base`, multiples stay, sums hold; of all such tables
  /// one with the least Σ |moved| over the cells, always the same one.
  ///
  /// - Shape: `table[row][column]` without margins; a list is a table of one row.
  /// - Units: counts. The result is to be marked as rounded to the base.
  /// - Missing: hidden and missing cells have no place here.
  /// - Errors: `roundingBaseOutside` unless 1…10⁹, `negativeCount`, `raggedTable`, `tooManyDigits` for counts from 10¹⁵.
  /// - Complexity: O((rows · columns)²) at worst; a table of 50 × 20 takes milliseconds in a release build.
  public init(_ table: [[Int]], base: Int) throws(StatisticsRule) {
    guard (1...1_000_000_000).contains(base) else { throw .roundingBaseOutside(base) }
    let width = table.first?.count ?? 0
    for (index, row) in table.enumerated() {
      guard row.count == width else { throw .raggedTable(row: index + 1) }
      guard row.allSatisfy({ $0 >= 0 }) else { throw .negativeCount }
      guard row.allSatisfy({ $0 < 1_000_000_000_000_000 }) else { throw .tooManyDigits }  // so that no sum overflows
    }
    let floors = table.map { $0.map { $0 / base } }  // in units of the base
    let network = Self.network(table, floors, base)
    var units = floors
    for (index, cell) in network.cells.enumerated() where network.flow.amount(of: index) > 0 {
      units[cell.row][cell.column] += 1
    }
    let rounded = units.map { $0.map { $0 * base } }
    cells = rounded
    rowTotals = rounded.map { $0.reduce(0, +) }
    columnTotals = (0..<width).map { column in rounded.reduce(0) { $0 + $1[column] } }
    total = rowTotals.reduce(0, +)
  }

  private static func network(
    _ table: [[Int]], _ floors: [[Int]], _ base: Int
  ) -> (flow: CheapestFlow, cells: [(row: Int, column: Int)]) {
    let rows = table.count
    let width = table.first?.count ?? 0
    // Nodes: source, rows, columns, gate, sink; the gate bounds the grand total.
    var flow = CheapestFlow(nodes: rows + width + 3)
    let gate = rows + width + 1
    let must = -(rows * width + 1) * base * 2  // outweighs all cells together
    var cells: [(row: Int, column: Int)] = []
    for (row, values) in table.enumerated() {
      for (column, value) in values.enumerated() where value % base != 0 {
        cells.append((row, column))
        flow.addEdge(from: 1 + row, to: 1 + rows + column, capacity: 1, cost: base - 2 * (value % base))
      }
    }
    /// A margin: so many of its cells must go up, and one more may where it is no multiple.
    func bound(from: Int, to: Int, total: Int, floor: Int) {
      flow.addEdge(from: from, to: to, capacity: total / base - floor, cost: must)
      if total % base != 0 { flow.addEdge(from: from, to: to, capacity: 1, cost: 0) }
    }
    for row in 0..<rows {
      bound(from: 0, to: 1 + row, total: table[row].reduce(0, +), floor: floors[row].reduce(0, +))
    }
    for column in 0..<width {
      bound(
        from: 1 + rows + column, to: gate, total: table.reduce(0) { $0 + $1[column] },
        floor: floors.reduce(0) { $0 + $1[column] })
    }
    bound(
      from: gate, to: gate + 1, total: table.reduce(0) { $0 + $1.reduce(0, +) },
      floor: floors.reduce(0) { $0 + $1.reduce(0, +) })
    flow.run(from: 0, to: gate + 1)
    return (flow, cells)
  }
}
