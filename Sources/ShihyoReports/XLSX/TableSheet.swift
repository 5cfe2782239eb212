import ShihyoModel

/// A table as a sheet that people and programs read: one header row at A1 (a spanner is repeated in each heading, and so is
/// the unit), a row per row, then 備考 with marks, and the notice in every row. No merged cells.
struct TableSheet {
  private let table: ReportTable
  private let language: Language
  private let notice: Bilingual?

  init(_ table: ReportTable, language: Language, notice: Bilingual?) {
    self.table = table
    self.language = language
    self.notice = notice
  }

  func sheet(named name: String, pageHead: PageHead) -> Sheet {
    let units = table.units
    let bodies = table.rows.map { row in
      row.figures.enumerated().map { column, figure in
        let ownUnit = units[column] == nil && table.valueColumns[column].showsOwnUnits ? figure.unit : nil
        return FigureCell(figure, language: language, unit: ownUnit, isTotal: row.kind != .body)
      }
    }
    let remarks = zip(table.rows, bodies).map { remark(of: $0, figures: $1) }
    let hasRemarks = remarks.contains { !$0.isEmpty }
    var rows = [header(hasRemarks: hasRemarks)]
    for (index, row) in table.rows.enumerated() {
      let style = CellStyle(role: row.kind == .body ? .body : .strong, isTotal: row.kind != .body)
      var cells = row.keys.map { key -> SheetCell in
        let text = CellText.make(key.label[language])
        // The line above a total goes on where the key is empty.
        return text.isEmpty && row.kind == .body ? .blank : .text(text, style)
      }
      cells += bodies[index].map(\.cell)
      if hasRemarks { cells.append(remarks[index].isEmpty ? .blank : .text(remarks[index], .beside)) }
      if let notice { cells.append(.text(CellText.make(notice[language]), .beside)) }
      rows.append(cells)
    }
    if table.rows.isEmpty { rows.append(emptyRow) }
    let lead = [Int](repeating: 0, count: table.keyColumns.count)
    return Sheet(
      name: name, rows: rows,
      widths: SheetWidths.of(rows, headerRows: 1, shown: bodies.map { lead + $0.map(\.width) }), headerRows: 1,
      keyColumns: min(table.keyColumns.count, 2), pageHead: pageHead)
  }

  private func header(hasRemarks: Bool) -> [SheetCell] {
    var headings = table.keyColumns.map { $0.label[language] }
    for (index, column) in table.valueColumns.enumerated() {
      headings.append(table.heading(ofColumn: index, language) + signs(column.footnotes))
    }
    if headings.isEmpty { headings.append(language == .ja ? "（列のない表）" : "(a table without columns)") }
    if hasRemarks { headings.append(remarksHeading(besides: headings)) }
    if notice != nil { headings.append(language == .ja ? "注意" : "Notice") }
    return headings.map { .text(CellText.make($0), .header) }
  }

  /// A table may have 備考 of its own.
  private func remarksHeading(besides headings: [String]) -> String {
    let plain = language == .ja ? "備考" : "Remarks"
    return headings.contains(plain) ? (language == .ja ? "備考（印）" : "Remarks (marks)") : plain
  }

  private var emptyRow: [SheetCell] {
    let columns = max(1, table.keyColumns.count + table.valueColumns.count)
    let words = SheetCell.text(language == .ja ? "（該当する行なし）" : "(no rows)")
    let rest = [SheetCell](repeating: .blank, count: columns - 1)
    return [words] + rest + (notice.map { [.text(CellText.make($0[language]), .beside)] } ?? [])
  }

  /// `※1；稼働率：速報値(p)`
  private func remark(of row: ReportTable.Row, figures: [FigureCell]) -> String {
    let footnotes = row.keys.flatMap(\.footnotes)
    let cells = zip(table.valueColumns, figures).map { (CellText.make($0.label[language]), $1.remarks) }
    let parts = (footnotes.isEmpty ? [] : [signs(footnotes)]) + FigureCell.remark(cells, language: language)
    return parts.joined(separator: language == .ja ? "；" : "; ")
  }

  private func signs(_ footnotes: [Int]) -> String {
    footnotes.map { TextCells.footnoteSign($0, language) }.joined()
  }
}
