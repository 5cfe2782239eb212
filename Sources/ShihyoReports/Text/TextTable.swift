import ShihyoModel

/// The lines of one table: title and unit, headings, a rule, rows, footnotes and notes. Columns are two spaces apart. Long texts
/// are broken into lines; a table that is still too wide is cut into blocks, one below the other, each with the columns that name
/// the rows and 「（2/4）」. The rows are gone through for units, for widths and for lines, and never held.
struct TextTable {
  private let table: ReportTable
  private let options: TextOptions
  private let measure: DisplayWidth
  private let cells: TextCells
  private let sparkline: Sparkline?
  private let blocks: [TextBlock]

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
    Self.breakLines(of: &columns, width: options.tableWidth)
    let spanners = table.spanners.map { spanner in
      TextBlock.Spanner(
        label: VisibleText.make(spanner.label[options.language]),
        columns: (keys.count + spanner.columns.lowerBound)..<(keys.count + spanner.columns.upperBound))
    }
    blocks = TextBlock.blocks(
      columns, keys: keys.count, spanners: spanners, widest: options.widestTable, width: options.tableWidth,
      measure: measure)
  }

  private static func cells(
    of row: ReportTable.Row, _ cells: TextCells, _ sparkline: Sparkline?
  ) -> [TextColumn.Cell] {
    cells.row(row) + (sparkline.map { [TextColumn.Cell(body: $0.text(row))] } ?? [])
  }

  private var hasColumns: Bool { !table.keyColumns.isEmpty || !table.valueColumns.isEmpty }

  /// Calls `print` with every line; there is at least one where there are columns, a title or notes.
  func forEachLine(_ print: (String) -> Void) {
    func strong(_ line: String) { print(TextStyle.strong.apply(line, if: options.usesColor)) }
    for (number, block) in blocks.enumerated() {
      if number > 0 { print("") }
      titleLines(block, number: number + 1).forEach(strong)
      guard hasColumns else { continue }
      block.heading.forEach(strong)
      print(block.rule)
      table.body.forEach { row in
        for line in block.lines(of: Self.cells(of: row, cells, sparkline)) {
          if row.kind == .body { print(line) } else { strong(line) }
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
  private static func breakLines(of columns: inout [TextColumn], width room: Int) {
    func excess() -> Int { columns.reduce(0) { $0 + $1.width } + 2 * max(0, columns.count - 1) - room }
    guard excess() > 0 else { return }
    for index in columns.indices { columns[index].breakHeading() }
    let breakable = columns.indices.filter { columns[$0].canBeBroken }
    guard var limit = breakable.map({ columns[$0].width }).max() else { return }
    while excess() > 0, limit > TextColumn.narrowest {
      limit -= 1
      for index in breakable { columns[index].breakLines(at: limit) }
    }
  }

  /// Title on the left; the unit on the right, on the same line where there is room.
  private func titleLines(_ block: TextBlock, number: Int) -> [String] {
    let named = table.title.map { VisibleText.make($0[options.language]) }
    let title = TableWords.title(named, part: number, of: blocks.count, options.language)
    let wrapped = title.map { TextLines.wrapped($0, options: options) } ?? []
    guard let unit = cells.unitAbove, hasColumns else { return wrapped }
    let unitLine = UnitText.line(VisibleText.make(unit), options.language)
    let free = block.width - measure.columns(unitLine)
    if let title, measure.columns(title) + 2 <= free {
      return [title + String(repeating: " ", count: free - measure.columns(title)) + unitLine]
    }
    return wrapped + [String(repeating: " ", count: max(0, free)) + unitLine]
  }
}
