import ShihyoDefinitions
import ShihyoEngine
public import ShihyoModel
import ShihyoReports

/// The formats in which all rows of a figure can be written one after the other.
public enum ExplanationFormat: Hashable, Sendable { case text, csv, json }

extension FoundFigure {
  /// Every row, as `RowsExplanation` writes them.
  ///
  /// - Parameter write: takes the next piece; false ends the reading, as where nobody listens any more.
  /// - Errors: those of reading the input, `rowsDiffer` after the rows, and `partHidden` before them.
  public func writeAll(
    _ format: ExplanationFormat, _ language: Language, to write: (String) throws -> Bool
  ) throws {
    try explanation.writeAll(format, language, to: write)
  }
}

extension RowsExplanation {
  /// Writes every row as it is read, in the order of each file, so that memory does not grow with them.
  ///
  /// - Text: the facts, then one line per row with the name of its part in front, then the totals.
  /// - CSV: `part,file,line`, the columns of all parts, `amount`, `unit`.
  /// - JSON: `{"figure": DOCUMENT, "rows": [{"part", "file", "line", "columns": {}, "amount"}], "totals": [{"part", "rows", "sum"}]}`.
  /// - Parameter write: takes the next piece; false ends the reading, as where nobody listens any more.
  /// - Errors: those of reading the input, `rowsDiffer` after the rows, and the refusal of hidden ones before them.
  func writeAll(
    _ format: ExplanationFormat, _ language: Language, to write: (String) throws -> Bool
  ) throws {
    if let refusal { throw Findings([refusal]) }
    let columns = parts.map { RowColumns($0, of: parts) }
    let writer = RowWriter(format, language, columns, notice: head.notice)
    do {
      try go(try write(writer.opening(head)))
      var isFirst = true
      let totals = try ContributionReader(parts.map(\.part)).run { part, contribution in
        try go(try write(writer.row(part, contribution, isFirst: isFirst)))
        isFirst = false
      }
      try go(try write(writer.closing(totals)))
      try check(totals)
    } catch is NobodyListens {
      return
    }
  }

  private func go(_ listens: Bool) throws(NobodyListens) { if !listens { throw NobodyListens() } }
}

private struct NobodyListens: Error {}

/// One row after the other in one format.
private struct RowWriter {
  let format: ExplanationFormat
  let language: Language
  let columns: [RowColumns]
  let notice: Bilingual?
  /// Of CSV: every column that a part shows, each once.
  private let names: [String]

  init(_ format: ExplanationFormat, _ language: Language, _ columns: [RowColumns], notice: Bilingual?) {
    self.format = format
    self.language = language
    self.columns = columns
    self.notice = notice
    var seen: Set<Label> = []
    names = columns.flatMap { $0.keyColumns.map(\.name) }.filter {
      $0 != "file" && $0 != "line" && seen.insert(Label($0)).inserted
    }
  }

  func opening(_ head: ReportDocument) -> String {
    switch format {
    case .text: return TextRenderer(TextOptions(language: language)).render(head) + "\n"
    case .csv:
      let headings = ["part", "file", "line"] + names + ["amount", "unit"] + (notice == nil ? [] : ["notice"])
      return LedgerCSV.line(headings)
    case .json:
      let document = JSONRenderer().render(head).split(separator: "\n").joined(separator: "\n")
      return "{\"figure\": \(document),\n\"rows\": ["
    }
  }

  func row(_ part: Int, _ contribution: Contribution, isFirst: Bool) -> String {
    let columns = columns[part]
    let file = contribution.row.file ?? "-"
    let keys = zip(columns.keyColumns, columns.texts(contribution.row)).filter {
      $0.0.name != "file" && $0.0.name != "line"
    }
    let amount = contribution.amount?.description ?? ""
    switch format {
    case .text:
      let cells = keys.map { "\($0.0.name)=\(VisibleText.make($0.1.label[language]))" }.joined(separator: "  ")
      let place = "\(VisibleText.make(file)):\(contribution.row.line)"
      return "\(columns.part.label[language])  \(place)  \(cells)  → \(columns.amount(contribution).text(language))\n"
    case .csv:
      let cells = names.map { name in keys.first { $0.0.name == name }?.1.code ?? "" }
      return LedgerCSV.line(
        [columns.part.code, file, String(contribution.row.line)] + cells + [amount, columns.unit ?? ""]
          + (notice.map { [$0.ja] } ?? []))
    case .json:
      let members = keys.map { "\(JSONWriter.quoted($0.0.name)): \(JSONWriter.quoted($0.1.code))" }.joined(
        separator: ", ")
      return (isFirst ? "\n" : ",\n")
        + "  {\"part\": \(JSONWriter.quoted(columns.part.code)), \"file\": \(JSONWriter.quoted(file)), "
        + "\"line\": \(contribution.row.line), \"columns\": {\(members)}, "
        + "\"amount\": \(contribution.amount == nil ? "null" : JSONWriter.quoted(amount))}"
    }
  }

  func closing(_ totals: [PartTotal]) -> String {
    switch format {
    case .text:
      return "\n"
        + zip(columns, totals).map { columns, total in
          let sum = DigitGroups.grouped(total.sum?.description ?? "")
          let rows = DigitGroups.grouped(total.rows)
          let words = Bilingual(ja: "計（\(rows)行）", en: "Total (\(rows) rows)")
          return "\(columns.part.label[language])  \(words[language])  \(sum)\(columns.unit ?? "")\n"
        }.joined()
    case .csv: return ""
    case .json:
      let items = zip(columns, totals).map { columns, total in
        "  {\"part\": \(JSONWriter.quoted(columns.part.code)), \"rows\": \(total.rows), "
          + "\"sum\": \(total.sum.map { JSONWriter.quoted($0.description) } ?? "null")}"
      }
      return "\n],\n\"totals\": [\n" + items.joined(separator: ",\n") + "\n]}\n"
    }
  }
}
