import ShihyoModel

/// A table as a pipe table: a caption with the unit, one heading line (a spanner stands before the labels of its columns), the
/// rows, footnotes and notes. It is cut where it is cut on the page of HTML.
struct MarkdownTable {
  private let table: ReportTable
  private let language: Language
  private let cells: TextCells

  init(_ table: ReportTable, language: Language) {
    self.table = table
    self.language = language
    cells = TextCells(table: table, language: language)
  }

  var blocks: [String] {
    var blocks: [String] = []
    let parts = HTMLTable(table, section: "", language: language).parts.columns
    for (number, part) in parts.enumerated() {
      let title = TableWords.title(table.title?[language], part: number + 1, of: parts.count, language)
      let caption = caption(title, part)
      if let caption { blocks.append("Table: " + caption) }
      guard !table.keyColumns.isEmpty || !table.valueColumns.isEmpty else { continue }
      let lines = [headings(part), rules(part)] + table.rows.map { line($0, part) }
      blocks.append(lines.joined(separator: "\n"))
      if table.rows.isEmpty { blocks.append(TableWords.noRows[language]) }
    }
    let footnotes = table.footnotes.enumerated().map { number, note in
      TextCells.footnoteSign(number + 1, language) + " " + note[language]
    }
    let lines = footnotes + MarkdownRenderer.notes(table.completeNotes, language)
    if !lines.isEmpty { blocks.append(MarkdownRenderer.lines(lines)) }
    return blocks
  }

  private func caption(_ title: String?, _ part: TablePart) -> String? {
    let title = title.map { MarkdownText.escaped($0) }
    let unit = part.values.isEmpty ? nil : table.leadingUnit.map { UnitText.line($0, language) }
    let parts = [title, unit.map { MarkdownText.escaped($0) }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: language == .ja ? "" : " ")
  }

  private func headings(_ part: TablePart) -> String {
    let keys = part.keys.map { cells.keyHeading($0) }
    let values = part.values.map { column in
      let spanner = table.spanners.first { $0.columns.contains(column) }
      return (spanner.map { $0.label[language] + " " } ?? "") + cells.valueHeading(column)
    }
    return row((keys + values).map { MarkdownText.escaped($0) })
  }

  private func rules(_ part: TablePart) -> String {
    let keys = part.keys.map { table.keyColumns[$0].alignsRight ? "---:" : ":---" }
    let values = part.values.map { cells.alignsRight($0) ? "---:" : ":---" }
    return row(keys + values)
  }

  private func line(_ line: ReportTable.Row, _ part: TablePart) -> String {
    let texts =
      part.keys.map { cells.key(line.keys[$0]) }
      + part.values.map { cells.value(line.figures[$0], column: $0) }
    return row(
      texts.map { cell in
        let text = MarkdownText.escaped(cell.body + cell.trail)
        return line.kind == .body || text.isEmpty ? text : "**" + text + "**"
      })
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}

/// Words of tables that every renderer for people has.
enum TableWords {
  static let noRows = Bilingual(ja: "（該当する行なし）", en: "(no rows)")

  /// The title of a part of a table: 利用状況（2/4）; a table in one piece keeps its own, or none.
  static func title(_ title: String?, part number: Int, of count: Int, _ language: Language) -> String? {
    guard count > 1 else { return title }
    let part = language == .ja ? "（\(number)/\(count)）" : "(\(number)/\(count))"
    return title.map { $0 + (language == .ja ? "" : " ") + part } ?? part
  }
}
