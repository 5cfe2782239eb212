import ShihyoModel

/// Looks at a small file before it is read: whether a second table is in it, and which rows look like totals, like notes, or
/// like anything else that is no record of its own.
///
/// - Cost: the file is read once more; files of more than `largestFile` bytes are not looked at.
struct TableScout {
  /// Office tables are far smaller; beyond it the time would show.
  static let largestFile = 1 << 19

  let secondTable: Finding?
  /// By the number of the record below the header.
  private(set) var suspects: [Int: SuspectRow] = [:]
  /// Of the suspects, notes with their own number of cells, which are rejected as records.
  private(set) var rejectedNotes: [SuspectRow] = []

  /// - Parameters:
  ///   - seeksSuspects: false where the layout is declared.
  ///   - seeksTotals: false where the columns are declared: whether a row is a total is then for their author to say.
  init?(
    _ source: Dataset.Source, _ reading: ReadingOptions, seeksSuspects: Bool, seeksTotals: Bool = true
  ) throws(Findings) {
    guard let grid = try TableGrid(source, reading, limit: Self.largestFile), grid.header.hasHeaderRow else {
      return nil
    }
    let rows = GridRows(grid)
    secondTable = SecondTableSearch.finding(rows).map { Self.orHeader($0, grid.header, source, reading) }
    guard seeksSuspects else { return }
    let names = grid.header.names
    for index in rows.notes {
      let row = grid.rows[index]
      let suspect = SuspectRow(
        kind: .note, text: row.first, column: names[min(row.filled.first ?? 0, names.count - 1)], line: row.line,
        file: grid.header.path)
      if row.isWhole { suspects[row.number] = suspect } else if seeksTotals { rejectedNotes.append(suspect) }
    }
    guard seeksTotals else { return }
    // What comes later is said of the row: a total is no mere repetition.
    let doubtful = DoubtfulRows.found(rows)
    let derived = Set(doubtful.filter { $0.kind == .derived }.map(\.row))
    for (kind, index, column) in DisguisedRows.found(rows, derived: derived) + doubtful {
      let row = grid.rows[index]
      suspects[row.number] = SuspectRow(
        kind: kind, text: row.cells[column], column: names[column], line: row.line, file: grid.header.path)
    }
    for (index, columns) in rows.totals where grid.rows[index].isWhole {
      let row = grid.rows[index]
      suspects[row.number] = SuspectRow(
        kind: .total, text: row.cells[columns[0]], column: names[columns[0]], line: row.line, file: grid.header.path)
    }
  }

  /// Below titles what looks like a second table is the header of the only one.
  private static func orHeader(
    _ second: Finding, _ header: HeaderInfo, _ source: Dataset.Source, _ reading: ReadingOptions
  ) -> Finding {
    // What cannot be read here has its own finding.
    guard let guess = try? HeaderGuess(source, reading), let line = second.place.line, guess.lines.contains(line),
      guess.lines.lowerBound > header.line ?? 1
    else { return second }
    let rule = ShapeRule.headerLower(line: guess.lines.lowerBound, flags: guess.flags)
    return Finding(rule, at: second.place, text: second.text)
  }

  /// For a check, and beside the errors of a run: what the rows seem to be.
  var findings: [Finding] {
    let ordered = suspects.sorted { $0.key < $1.key }.map(\.value) + rejectedNotes
    var found: [Finding] = []
    let kinds: [SuspectRow.Kind] = [
      .total, .disguisedTotal, .derived, .heading, .columnNumbers, .continued, .repeated, .note,
    ]
    for kind in kinds {
      let rows = ordered.filter { $0.kind == kind }
      var columns: [Label] = []
      for row in rows where !columns.contains(Label(row.column)) { columns.append(Label(row.column)) }
      for column in kind == .note ? Array(columns.prefix(1)) : columns {
        let own = kind == .note ? rows : rows.filter { Label($0.column) == column }
        guard let first = own.first else { continue }
        let rule = SuspectRule(kind, column: first.column, label: first.text, count: own.count)
        found.append(Finding(rule, at: Place(file: first.file, line: first.line), text: first.text))
      }
    }
    return found
  }
}
