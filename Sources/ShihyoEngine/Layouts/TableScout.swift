public import ShihyoModel

/// Looks at a small file before it is read: whether a second table is in it, and which rows look like totals or notes.
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
    secondTable = SecondTableSearch.finding(rows)
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
    for (index, columns) in rows.totals where grid.rows[index].isWhole {
      let row = grid.rows[index]
      suspects[row.number] = SuspectRow(
        kind: .total, text: row.cells[columns[0]], column: names[columns[0]], line: row.line, file: grid.header.path)
    }
  }

  /// For a check, and beside the errors of a run: what the rows seem to be.
  var findings: [Finding] {
    let ordered = suspects.sorted { $0.key < $1.key }.map(\.value) + rejectedNotes
    var found: [Finding] = []
    for kind in [SuspectRow.Kind.total, .note] {
      let rows = ordered.filter { $0.kind == kind }
      var columns: [Label] = []
      for row in rows where !columns.contains(Label(row.column)) { columns.append(Label(row.column)) }
      for column in kind == .note ? Array(columns.prefix(1)) : columns {
        let own = kind == .note ? rows : rows.filter { Label($0.column) == column }
        guard let first = own.first else { continue }
        let rule: SuspectRule =
          kind == .total ? .totalRows(column: first.column, count: own.count) : .noteRows(count: own.count)
        found.append(Finding(rule, at: Place(file: first.file, line: first.line), text: first.text))
      }
    }
    return found
  }
}

/// Rows of an undeclared table that look like no records.
public enum SuspectRule: FindingRule {
  case totalRows(column: String, count: Int)
  case noteRows(count: Int)

  public static let examples: [SuspectRule] = [.totalRows(column: "区", count: 3), .noteRows(count: 2)]

  public var code: String {
    switch self {
    case .totalRows: "table.total-rows"
    case .noteRows: "table.note-rows"
    }
  }
  public var severity: Finding.Severity { .warning }
  public var message: Bilingual {
    switch self {
    case .totalRows(let column, let count):
      Bilingual(
        ja: "列「\(column)」に計とみられる行が\(count)行あり、足すと二重に数えます",
        en: count == 1
          ? "1 row looks like a total in the column \"\(column)\"; adding it counts twice"
          : "\(count) rows look like totals in the column \"\(column)\"; adding them counts twice")
    case .noteRows(let count):
      Bilingual(
        ja: "ここから\(count)行は、表の下の注とみられます",
        en: count == 1
          ? "this row looks like a note below the table"
          : "from here on \(count) rows look like notes below the table")
    }
  }
  public var hint: Bilingual {
    switch self {
    case .totalRows:
      Bilingual(
        ja: "集計では --without-totals で除くか、定義ファイルの subtotals に書いてください",
        en: "leave them out with --without-totals, or declare them in the subtotals of a descriptor")
    case .noteRows:
      Bilingual(
        ja: "--without-notes で除くか、定義ファイルの note-rows に書いてください",
        en: "leave them out with --without-notes, or declare them in the note-rows of a descriptor")
    }
  }
}
