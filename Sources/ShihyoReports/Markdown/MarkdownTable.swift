import ShihyoModel

/// A table as a pipe table: a caption with the unit, one heading line (a spanner stands before the labels of its columns), the
/// rows, footnotes and notes.
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
    if let caption { blocks.append("Table: " + caption) }
    if !table.keyColumns.isEmpty || !table.valueColumns.isEmpty {
      blocks.append(([headings, rules] + table.rows.map(line)).joined(separator: "\n"))
      if table.rows.isEmpty { blocks.append(TableWords.noRows[language]) }
    }
    let footnotes = table.footnotes.enumerated().map { number, note in
      TextCells.footnoteSign(number + 1, language) + " " + note[language]
    }
    let lines = footnotes + MarkdownRenderer.notes(table.completeNotes, language)
    if !lines.isEmpty { blocks.append(MarkdownRenderer.lines(lines)) }
    return blocks
  }

  private var caption: String? {
    let title = table.title.map { MarkdownText.escaped($0[language]) }
    let unit = table.valueColumns.isEmpty ? nil : table.leadingUnit.map { UnitText.line($0, language) }
    let parts = [title, unit.map { MarkdownText.escaped($0) }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: language == .ja ? "" : " ")
  }

  private var headings: String {
    let keys = table.keyColumns.indices.map { cells.keyHeading($0) }
    let values = table.valueColumns.indices.map { column in
      let spanner = table.spanners.first { $0.columns.contains(column) }
      return (spanner.map { $0.label[language] + " " } ?? "") + cells.valueHeading(column)
    }
    return row((keys + values).map { MarkdownText.escaped($0) })
  }

  private var rules: String {
    let keys = table.keyColumns.map { $0.alignsRight ? "---:" : ":---" }
    let values = table.valueColumns.indices.map { cells.alignsRight($0) ? "---:" : ":---" }
    return row(keys + values)
  }

  private func line(_ line: ReportTable.Row) -> String {
    let texts =
      line.keys.map { cells.key($0) } + line.figures.enumerated().map { cells.value($1, column: $0) }
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
}
