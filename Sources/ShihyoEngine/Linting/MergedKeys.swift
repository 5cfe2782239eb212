import ShihyoModel

/// Blanks that merged cells leave in a column of labels right of the first: 区 below 年度, where the cells left of it repeat.
///
/// - Evidence: only the column as a whole tells merged cells from labels that nobody filled in. Each blank must continue the row
///   above, with a finer label at its right, and no label that is written may repeat the one above it. Two blanks at least.
struct MergedKeys {
  private struct Column {
    var last = ""
    var blanks: [Int] = []
    /// No label that cells could have been merged of.
    var isOther = false
  }

  private var columns: [Column]
  private var before: [String]?

  /// - Parameter isLabel: by column; remarks and numbers are not.
  init(isLabel: [Bool]) { columns = isLabel.enumerated().map { Column(isOther: $0 == 0 || !$1) } }

  /// - Parameter cells: of one row, folded.
  /// - Cost: none once every column is ruled out, as in most tables after a few rows.
  mutating func add(_ cells: [String], line: Int) {
    guard columns.contains(where: { !$0.isOther }) else { return }
    var whole = cells
    defer { before = whole }
    lazy var isTotal = cells.contains { TotalLabel.matches($0) }
    var continues = true
    for column in cells.indices {
      let isBlank = cells[column].isEmpty
      if isBlank, continues, let above = before?[column] { whole[column] = above }
      defer { continues = continues && before?[column] == whole[column] }
      guard !columns[column].isOther else { continue }
      if !isBlank {
        let repeats = continues && cells[column] == columns[column].last
        if (repeats && !isTotal) || !Self.isWord(cells[column]) { columns[column].isOther = true }
        columns[column].last = cells[column]
      } else if isTotal {
        continue
      } else if continues, before != nil, cells[(column + 1)...].contains(where: Self.isWord) {
        columns[column].blanks.append(line)
      } else {
        columns[column].isOther = true
      }
    }
  }

  private static func isWord(_ cell: String) -> Bool { cell.contains(where: \.isLetter) }

  /// The lines of blanks, by column.
  var found: [(column: Int, lines: [Int])] {
    columns.indices.compactMap { column in
      let found = columns[column]
      return found.isOther || found.last.isEmpty || found.blanks.count < 2 ? nil : (column: column, lines: found.blanks)
    }
  }
}
