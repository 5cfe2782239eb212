import ShihyoModel

/// The tables of a document as one tidy CSV: a header, then one record per row, spelled for programs or for a spreadsheet.
///
/// - Shape: key columns, value columns, then `marks` if some row has one (`MarksColumn`; with labels 備考 in words), then
///   `notice` in every row if the document has one. Titles, notes and headings are left out. A document with several tables gives one CSV with a leading column `table` and all columns of all tables; a
///   cell that a table does not have is empty. Without tables the output is empty.
/// - Numbers: `Figure.machineSpelling`, never grouped; an absent value is an empty cell. Of a paper the digits that it prints, as
///   in every other format, and a column `units` (`UnitColumn`).
/// - Cost: O(cells), twice where figures may have marks: the header says whether there is a column of them. Memory beyond the text is one row.
public struct CSVRenderer: Hashable, Sendable {
  /// Heading of the last column of figures that carry a notice.
  static let noticeName = "notice"

  public var options: CSVOptions
  public init(_ options: CSVOptions = .machine) { self.options = options }

  public func render(_ document: ReportDocument) -> String {
    var text = ""
    render(document) { text += String(decoding: $0, as: UTF8.self) }
    return text
  }

  /// Writes the same to a sink, some records at a time.
  public func render(_ document: ReportDocument, to sink: inout ByteSink) {
    render(document) { bytes in
      sink.pending.append(contentsOf: bytes)
      sink.flushIfLarge()
    }
  }

  /// - Parameter write: takes whole records, in order.
  private func render(_ document: ReportDocument, _ write: ([UInt8]) -> Void) {
    let tables = document.tables
    guard !tables.isEmpty else { return }
    let columns = CSVColumns(tables: tables, labels: options.labels)
    let rejected = document.inputs.reduce(0) { $0 + $1.accounting.rejected }
    let namesTables = tables.count > 1

    let isPaper = document.frame != nil
    let hasUnits = isPaper && tables.contains(where: UnitColumn.isNeeded)
    let hasMarks = rejected > 0 ? tables.contains { $0.body.count > 0 } : tables.contains { $0.body.haveMarks }
    var writer = CSVWriter(options: options)
    // The machine form is never translated.
    let notice = document.notice.map { [CSVWriter.Cell.text($0[options.labels ?? .ja])] } ?? []
    func heading(_ name: String, _ label: Bilingual) -> String { options.labels.map { label[$0] } ?? name }
    let headings =
      (namesTables ? [heading("table", Bilingual(ja: "表", en: "Table"))] : []) + columns.headings
      + (hasUnits ? [heading(UnitColumn.name, UnitColumn.label)] : [])
      + (hasMarks ? [heading(MarksColumn.name, RemarksColumn.name)] : [])
      + (notice.isEmpty ? [] : [heading(Self.noticeName, Bilingual(ja: "断り書き", en: "Notice"))])
    writer.append(headings.map { .text($0) })
    func flush(beyond count: Int) {
      guard writer.bytes.count > count else { return }
      write(writer.bytes)
      writer.bytes.removeAll(keepingCapacity: true)
    }
    let blank = [CSVWriter.Cell](repeating: .text(""), count: columns.headings.count)
    for (index, table) in tables.enumerated() {
      let lead: [CSVWriter.Cell] = namesTables ? [.text(name(of: table, number: index + 1))] : []
      let (keyPlaces, valuePlaces) = (columns.keyPlaces[index], columns.valuePlaces[index])
      if let records = table.body.records, tables.count == 1, options == .machine, !hasMarks, !isPaper, notice.isEmpty {
        for row in 0..<table.body.count {
          records.append(row, to: &writer)
          flush(beyond: 1 << 15)
        }
        continue
      }
      table.body.forEach { row in
        var cells = blank
        for (key, place) in zip(row.keys, keyPlaces) {
          cells[place] = .text(options.labels.map { key.label[$0] } ?? key.code)
        }
        for (figure, place) in zip(row.figures, valuePlaces) { cells[place] = cell(figure, isPaper: isPaper) }
        if hasUnits {
          cells.append(.text(UnitColumn.cell(zip(valuePlaces, row.figures).map { (columns.headings[$0], $1) })))
        }
        if !lead.isEmpty { cells = lead + cells }
        if hasMarks {
          let figures = zip(valuePlaces, row.figures).map { (column: columns.headings[$0], figure: $1) }
          let marks =
            options.labels.map { RemarksColumn.cell(figures, rejected: rejected, $0) }
            ?? MarksColumn.cell(figures, rejected: rejected)
          cells.append(.text(marks))
        }
        writer.append(notice.isEmpty ? cells : cells + notice)
        flush(beyond: 1 << 15)
      }
    }
    flush(beyond: 0)
  }

  private func name(of table: ReportTable, number: Int) -> String {
    if let language = options.labels, let title = table.title { return title[language] }
    return table.name ?? String(number)
  }

  private func cell(_ figure: Figure, isPaper: Bool) -> CSVWriter.Cell {
    switch figure.value {
    case .text(let text): .text(text)
    case .exact, .decimal, .approximate: .number(isPaper ? figure.printed : figure.machineSpelling)
    case .absent, .undefined, .date: .number(figure.machineSpelling)
    }
  }
}
