/// A table with totals as a circulation: every count flows from its row to its column and back through the totals.
///
/// - Note: what a reader can conclude about hidden counts of 0 and more is what the equations of all rows and columns
///   allow. They say that flow into a node is flow out of it, so the range of one hidden count is found by a largest
///   flow through the other hidden ones, and its ends are whole numbers. No linear programme is needed.
/// - Source: statistics.md, section 10 (Cox 1995 for networks in cell suppression).
struct CellNetwork {
  struct Edge {
    let from: Int
    let to: Int
    let value: Int
  }

  /// In the order of the positions of the table, or of the places of the cube.
  let edges: [Edge]
  let nodes: Int

  init(_ table: MarginTable) {
    let rows = table.rows
    let columns = table.columns
    // Rows 0…rows, then columns 0…columns; the last of each are those of the totals. A list has one node for all columns.
    func columnNode(_ column: Int) -> Int { rows + 1 + (table.hasColumnTotals ? column : 0) }
    edges = table.positions.map { position in
      let row = position.row
      let column = columnNode(position.column)
      // Exactly one total turns the direction; the grand total, which is both, runs from the totals' row to their column.
      let returns = (row == rows) != (position.column == columns)
      return Edge(from: returns ? column : row, to: returns ? row : column, value: table[position])
    }
    nodes = rows + columns + 2
  }
}
