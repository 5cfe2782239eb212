import ShihyoModel

/// The lines of one table: title and unit, headings, a rule, rows, footnotes and notes. Columns are two spaces apart; nothing is
/// cut, but long texts are broken into lines. The rows are gone through for units, for widths and for lines, and never held.
struct TextTable {
  private let table: ReportTable
  private let options: TextOptions
  private let measure: DisplayWidth
  private let cells: TextCells
  private let sparkline: Sparkline?
  private var columns: [TextColumn]

  init(_ table: ReportTable, options: TextOptions) {
    self.table = table
    self.options = options
    let measure = DisplayWidth(ambiguous: options.ambiguousWidth)
    let cells = TextCells(table: table, language: options.language)
    let keys = table.keyColumns.indices.map { index in
      TextColumn(
        heading: cells.keyHeading(index), alignsRight: table.keyColumns[index].alignsRight, measure: measure)
    }
    let values = table.valueColumns.indices.map { index in
      TextColumn(
        heading: cells.valueHeading(index), alignsRight: cells.alignsRight(index), measure: measure)
    }
    self.measure = measure
    self.cells = cells
    var columns = keys + values
    let sparkline = options.showsSparklines ? Sparkline(table) : nil
    self.sparkline = sparkline
    if sparkline != nil {
      columns.append(
        TextColumn(heading: Sparkline.heading[options.language], alignsRight: false, measure: measure))
    }
    table.body.forEach { row in
      for (index, cell) in Self.cells(of: row, cells, sparkline).enumerated() { columns[index].makeRoom(for: cell) }
    }
    self.columns = columns
    breakLines()
    for spanner in table.spanners { makeRoom(for: spanner) }
  }

  private static func cells(
    of row: ReportTable.Row, _ cells: TextCells, _ sparkline: Sparkline?
  ) -> [TextColumn.Cell] {
    cells.row(row) + (sparkline.map { [TextColumn.Cell(body: $0.text(row))] } ?? [])
  }

  /// Calls `print` with every line; there is at least one where there are columns, a title or notes.
  func forEachLine(_ print: (String) -> Void) {
    for line in titleLines { print(TextStyle.strong.apply(line, if: options.usesColor)) }
    if !columns.isEmpty {
      for line in spannerLines + beside(columns.map(\.headingLines), atBottom: true) {
        print(TextStyle.strong.apply(line, if: options.usesColor))
      }
      print(join(columns.map(\.rule)))
      table.body.forEach { row in
        let lines = zip(columns, Self.cells(of: row, cells, sparkline)).map { $0.lines(of: $1) }
        for line in beside(lines, atBottom: false) {
          print(row.kind == .body ? line : TextStyle.strong.apply(line, if: options.usesColor))
        }
      }
      if table.body.count == 0 { print(TableWords.noRows[options.language]) }
    }
    let footnotes = table.footnotes.enumerated().flatMap { number, note in
      TextLines.wrapped(
        VisibleText.make(note[options.language]), lead: TextCells.footnoteSign(number + 1, options.language) + " ",
        options: options)
    }
    let notes = TextNotes.lines(table.completeNotes, options: options)
    for line in footnotes.map({ TextStyle.faint.apply($0, if: options.usesColor) }) + notes { print(line) }
  }

  /// A table that is too wide gets headings of two lines; then its widest columns of text become narrower, one step at a time,
  /// until it fits or none can give way.
  private mutating func breakLines() {
    guard width(columns.indices) > options.tableWidth else { return }
    for index in columns.indices { columns[index].breakHeading() }
    var excess = width(columns.indices) - options.tableWidth
    guard excess > 0 else { return }
    let breakable = columns.indices.filter { columns[$0].canBeBroken }
    guard var limit = breakable.map({ columns[$0].width }).max() else { return }
    while excess > 0, limit > TextColumn.narrowest {
      limit -= 1
      for index in breakable { columns[index].breakLines(at: limit) }
      excess = width(columns.indices) - options.tableWidth
    }
  }

  /// Cells of several lines side by side; headings stand on the rule, rows hang from their first line.
  private func beside(_ cells: [[String]], atBottom: Bool) -> [String] {
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      join(
        zip(columns, cells).map { column, lines in
          let index = atBottom ? line - (height - lines.count) : line
          return lines.indices.contains(index) ? lines[index] : column.blankLine
        })
    }
  }

  /// Title on the left; the unit on the right, on the same line where there is room.
  private var titleLines: [String] {
    let title = table.title.map { VisibleText.make($0[options.language]) }
    let wrapped = title.map { TextLines.wrapped($0, options: options) } ?? []
    guard let unit = cells.unitAbove, !columns.isEmpty else { return wrapped }
    let unitLine = UnitText.line(VisibleText.make(unit), options.language)
    let free = width(columns.indices) - measure.columns(unitLine)
    if let title, measure.columns(title) + 2 <= free {
      return [title + spaces(free - measure.columns(title)) + unitLine]
    }
    return wrapped + [spaces(free) + unitLine]
  }

  /// A line of spanner labels and one of dashes under each.
  private var spannerLines: [String] {
    guard !table.spanners.isEmpty else { return [] }
    var labels = ""
    var rules = ""
    for spanner in table.spanners.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound }) {
      let start = columnRange(spanner)
      let offset = start.lowerBound == 0 ? 0 : width(0..<start.lowerBound) + 2
      let span = width(start)
      let label = VisibleText.make(spanner.label[options.language])
      labels += spaces(offset - measure.columns(labels) + (span - measure.columns(label)) / 2) + label
      rules += spaces(offset - rules.utf8.count) + String(repeating: "-", count: span)
    }
    return [labels, rules]
  }

  private mutating func makeRoom(for spanner: ReportTable.Spanner) {
    let range = columnRange(spanner)
    guard let last = range.last else { return }
    let label = VisibleText.make(spanner.label[options.language])
    columns[last].extraWidth += max(0, measure.columns(label) - width(range))
  }

  private func columnRange(_ spanner: ReportTable.Spanner) -> Range<Int> {
    let first = table.keyColumns.count
    return (first + spanner.columns.lowerBound)..<(first + spanner.columns.upperBound)
  }

  private func width(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + columns[$1].width } + 2 * max(0, range.count - 1)
  }

  /// Nothing is left hanging at the end of a line.
  private func join(_ pieces: [String]) -> String {
    var line = pieces.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
