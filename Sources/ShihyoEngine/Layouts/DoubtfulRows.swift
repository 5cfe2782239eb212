import ShihyoModel

/// Rows of data that a person would not read as they stand: averages and parts among the records, labels that stand above, and
/// rows that come a second time.
enum DoubtfulRows {
  /// - Returns: places in the rows of the grid, each with the column that tells; those that say more come later.
  static func found(_ rows: GridRows) -> [(kind: SuspectRow.Kind, row: Int, column: Int)] {
    let parts = rows.parts.filter { rows.grid.rows[$0].isWhole }
    var found: [(kind: SuspectRow.Kind, row: Int, column: Int)] = []
    for row in repeated(parts, rows) { found.append((.repeated, row, rows.labels.first ?? 0)) }
    for (place, column) in rows.keys.enumerated() {
      for row in continued(column, place, parts, rows) { found.append((.continued, row, column)) }
    }
    // Labels repeat: each is looked at once.
    var known: [String: Bool] = [:]
    for row in parts {
      let column = rows.labels.first { column in
        let text = rows.text(row, column)
        if let isDerived = known[text] { return isDerived }
        let isDerived = DerivedLabel.matches(text)
        known[text] = isDerived
        return isDerived
      }
      if let column { found.append((.derived, row, column)) }
    }
    return found
  }

  /// Blanks and 〃 of a key column that go on with the label above.
  ///
  /// A blank may also be a label that nobody knew. Merged cells leave at least two, write no label twice in a row, and a finer
  /// key stands beside each blank.
  private static func continued(_ column: Int, _ place: Int, _ parts: [Int], _ rows: GridRows) -> [Int] {
    var blanks: [Int] = []
    var dittos: [Int] = []
    var last: Label?
    var repeats = false
    for row in parts {
      let text = rows.text(row, column)
      if TextFolding.isBlank(text) {
        blanks.append(row)
      } else if text.utf8.count <= 6, BlankDown.ditto.contains(TextFolding.fold(text)) {
        dittos.append(row)
      } else {
        if last == Label(text) { repeats = true }
        last = Label(text)
      }
    }
    // A column of marks has no label to go on with.
    guard let first = parts.first, last != nil, !dittos.contains(first) else { return [] }
    let inner = rows.keys[(place + 1)...]
    let isMerged =
      !repeats && blanks.count > 1 && !blanks.contains(first)
      && blanks.allSatisfy { row in inner.contains { !TextFolding.isBlank(rows.text(row, $0)) } }
    return (isMerged ? blanks : []) + dittos
  }

  /// The second half of the rows, where it is the first one over again.
  private static func repeated(_ parts: [Int], _ rows: GridRows) -> ArraySlice<Int> {
    let half = parts.count / 2
    guard half > 2, parts.count == 2 * half, rows.grid.header.names.count > 1, !rows.measures.isEmpty else { return [] }
    let cells = parts.map { rows.grid.rows[$0].cells }
    guard cells[..<half].elementsEqual(cells[half...]), Set(cells[..<half]).count == half else { return [] }
    return parts[half...]
  }
}
