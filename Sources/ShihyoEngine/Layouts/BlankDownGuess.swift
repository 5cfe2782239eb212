import ShihyoModel

/// Key columns whose blank cells mean what stands above, as merged cells of a spreadsheet leave them.
struct BlankDownGuess {
  private(set) var columns: [Int] = []
  /// Per row of the body, all cells with the blanks filled.
  private(set) var filled: [Int: [String]] = [:]

  init(_ rows: GridRows) {
    let keys = rows.keys
    let parts = rows.parts.filter { rows.grid.rows[$0].isWhole }
    for (place, column) in keys.enumerated() {
      guard let first = parts.first, !TextFolding.isBlank(rows.text(first, column)) else { continue }
      let blanks = parts.filter { TextFolding.isBlank(rows.text($0, column)) }
      let isDitto = parts.contains { BlankDown.ditto.contains(TextFolding.fold(rows.text($0, column))) }
      // The innermost key is never left blank by a merge: there it is a value that is missing.
      let isInner = place == keys.count - 1
      let hasInnerKeys = blanks.allSatisfy { row in
        keys[(place + 1)...].contains { !TextFolding.isBlank(rows.text(row, $0)) }
      }
      if isDitto || (!blanks.isEmpty && !isInner && hasInnerKeys) { columns.append(column) }
    }
    var carried: [Int: String] = [:]
    for row in rows.body where rows.grid.rows[row].isWhole {
      var cells = rows.grid.rows[row].cells
      for (place, column) in columns.enumerated() {
        if !TextFolding.isBlank(cells[column]), !BlankDown.ditto.contains(TextFolding.fold(cells[column])) {
          if carried[column].map({ Label($0) }) != Label(cells[column]) {
            for inner in columns[(place + 1)...] { carried[inner] = nil }
          }
          carried[column] = cells[column]
        } else if let above = carried[column] {
          cells[column] = above
        }
      }
      filled[row] = cells
    }
  }
}
