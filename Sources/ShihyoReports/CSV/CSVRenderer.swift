import ShihyoModel

/// The tables of a document as one tidy CSV: a header, then one record per row, spelled for programs or for a spreadsheet.
///
/// - Shape: key columns, value columns, then `marks` if some row has one (`MarksColumn`; with labels 備考 in words), then
///   `notice` in every row if the document has one. Titles, notes and headings are left out. A document with several tables gives one CSV with a leading column `table` and all columns of all tables; a
///   cell that a table does not have is empty. Without tables the output is empty.
/// - Numbers: `Figure.machineSpelling`, never grouped; an absent value is an empty cell.
/// - Cost: O(cells).
public struct CSVRenderer: Hashable, Sendable {
  /// Heading of the last column of figures that carry a notice.
  static let noticeName = "notice"

  public var options: CSVOptions
  public init(_ options: CSVOptions = .machine) { self.options = options }

  public func render(_ document: ReportDocument) -> String {
    let tables = document.tables
    guard !tables.isEmpty else { return "" }
    let columns = CSVColumns(tables: tables, labels: options.labels)
    let rejected = document.inputs.reduce(0) { $0 + $1.accounting.rejected }
    let namesTables = tables.count > 1

    var records: [(cells: [CSVWriter.Cell], marks: String)] = []
    for (index, table) in tables.enumerated() {
      let lead: [CSVWriter.Cell] = namesTables ? [.text(name(of: table, number: index + 1))] : []
      for row in table.rows {
        var cells = [CSVWriter.Cell](repeating: .text(""), count: columns.headings.count)
        for (key, place) in zip(row.keys, columns.keyPlaces[index]) {
          cells[place] = .text(options.labels.map { key.label[$0] } ?? key.code)
        }
        for (figure, place) in zip(row.figures, columns.valuePlaces[index]) { cells[place] = cell(figure) }
        let figures = zip(columns.valuePlaces[index], row.figures).map { (column: columns.headings[$0], figure: $1) }
        records.append(
          (
            lead + cells,
            options.labels.map { RemarksColumn.cell(figures, rejected: rejected, $0) }
              ?? MarksColumn.cell(figures, rejected: rejected)
          ))
      }
    }

    let hasMarks = records.contains { !$0.marks.isEmpty }
    var writer = CSVWriter(options: options)
    // The machine form is never translated.
    let notice = document.notice.map { [CSVWriter.Cell.text($0[options.labels ?? .ja])] } ?? []
    func heading(_ name: String, _ label: Bilingual) -> String { options.labels.map { label[$0] } ?? name }
    let headings =
      (namesTables ? [heading("table", Bilingual(ja: "表", en: "Table"))] : []) + columns.headings
      + (hasMarks ? [heading(MarksColumn.name, RemarksColumn.name)] : [])
      + (notice.isEmpty ? [] : [heading(Self.noticeName, Bilingual(ja: "断り書き", en: "Notice"))])
    writer.append(headings.map { .text($0) })
    for record in records { writer.append(record.cells + (hasMarks ? [.text(record.marks)] : []) + notice) }
    return writer.output
  }

  private func name(of table: ReportTable, number: Int) -> String {
    if let language = options.labels, let title = table.title { return title[language] }
    return table.name ?? String(number)
  }

  private func cell(_ figure: Figure) -> CSVWriter.Cell {
    if case .text(let text) = figure.value { .text(text) } else { .number(figure.machineSpelling) }
  }
}
