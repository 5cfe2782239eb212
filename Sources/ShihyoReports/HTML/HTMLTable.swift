import ShihyoModel

/// A table in a page: caption with the unit, headings with their scopes, rows, footnotes and notes.
///
/// A table that is too wide for A4 is cut into parts (`TablePart`), one below the other; each names its rows and says which part
/// it is.
struct HTMLTable {
  /// Half-width characters across A4 in the usual and in the small size.
  private static let (room, denseRoom) = (107, 130)

  let table: ReportTable
  let language: Language
  let cells: TextCells
  /// Of the section, for a table without a title.
  private let section: String
  let measure = DisplayWidth(ambiguous: .wide)

  init(_ table: ReportTable, section: String, language: Language) {
    self.table = table
    self.section = section
    self.language = language
    cells = TextCells(table: table, language: language)
  }

  var lines: [String] {
    var lines: [String] = []
    if !table.keyColumns.isEmpty || !table.valueColumns.isEmpty {
      let (parts, isDense) = parts
      for (number, part) in parts.enumerated() {
        let title = TableWords.title(table.title?[language], part: number + 1, of: parts.count, language)
        lines += self.part(part, title: title, isDense: isDense)
      }
    } else if let title = table.title {
      lines.append("<p>\(MarkupText.escaped(title[language]))</p>")
    }
    let footnotes = table.footnotes.enumerated().map { number, note in
      TextCells.footnoteSign(number + 1, language) + " " + note[language]
    }
    return lines + HTMLRenderer.notes(footnotes + MarkdownRenderer.notes(table.completeNotes, language))
  }

  /// The parts of the table, and whether it needs the small size.
  /// - Cost: O(cells).
  var parts: (columns: [TablePart], isDense: Bool) {
    let keys = table.keyColumns.indices.map(keyWidth)
    let values = table.valueColumns.indices.map(width)
    let isDense = keys.reduce(0, +) + values.reduce(0, +) > Self.room
    return (TablePart.parts(keys: keys, values: values, room: Self.denseRoom, least: 30), isDense)
  }

  /// Numbers are never broken; texts are, but not to less than six full-width characters.
  private func width(_ column: Int) -> Int {
    let cells = table.rows.map { row in
      let cell = self.cells.value(row.figures[column], column: column)
      return measure.columns(cell.body + cell.trail)
    }
    let widest = cells.max() ?? 0
    let heading = HTMLWords.width(self.cells.valueLabel(column), tail: self.cells.valueTail(column))
    return 2 + max(8, heading, self.cells.alignsRight(column) ? widest : min(widest, 12))
  }

  /// As the style sheet gives it on paper: labels wrap beyond 18, long texts have a width of their own.
  private func keyWidth(_ column: Int) -> Int {
    let widest = table.rows.map { measure.columns(cells.key($0.keys[column]).body) }.max() ?? 0
    if widest == 0, !table.rows.isEmpty { return 20 }
    let heading = HTMLWords.width(cells.keyHeading(column), tail: "")
    return 2 + (widest > 40 ? 20 : max(6, heading, min(18, widest)))
  }

  private func part(_ part: TablePart, title: String?, isDense: Bool) -> [String] {
    let isWide = isDense || table.rows.contains(where: hasLongText)
    let classes = ["scroll", isDense ? "dense" : nil, isWide ? "wide" : nil, table.rows.count <= 12 ? "short" : nil]
      .compactMap(\.self)
    let name = title ?? section
    var lines = [
      "<div class=\"\(classes.joined(separator: " "))\" role=\"group\" tabindex=\"0\" aria-label=\"\(MarkupText.escaped(name))\">",
      "<table>", caption(title, over: part),
    ]
    lines += head(part)
    lines.append("<tbody>")
    lines += table.rows.enumerated().map { row($1, part, changes: table.changes[$0]) }
    if table.rows.isEmpty {
      lines.append(
        "<tr><td colspan=\"\(part.keys.count + part.values.count)\">\(TableWords.noRows[language])</td></tr>")
    }
    return lines + ["</tbody>", "</table>", "</div>"]
  }

  private func hasLongText(_ row: ReportTable.Row) -> Bool {
    row.keys.contains { measure.columns($0.label[language]) > 40 }
      || row.figures.contains { if case .text(let text) = $0.value { measure.columns(text) > 40 } else { false } }
  }

  /// A table without a title is named by its section, for those who hear the page. A title that does not fit above the table
  /// beside the unit is as wide as the page, and the unit stands below it.
  private func caption(_ title: String?, over part: TablePart) -> String {
    let unit = part.values.isEmpty ? nil : table.leadingUnit.map { UnitText.line($0, language) }
    let right = unit.map { "<span class=\"unit\">\(MarkupText.escaped($0))</span>" } ?? ""
    let name = MarkupText.escaped(title ?? section)
    // On a phone it is no wider than the page, however far its table scrolls.
    func line(_ left: String) -> String { (left + right).isEmpty ? "" : "<span class=\"cap\">\(left)\(right)</span>" }
    guard let title else { return "<caption>" + line("<span class=\"hidden\">\(name)</span>") + "</caption>" }
    let room = part.keys.reduce(0) { $0 + keyWidth($1) } + part.values.reduce(0) { $0 + width($1) }
    let fits = measure.columns(title) + (unit.map { measure.columns($0) + 3 } ?? 0) <= room
    let words = fits ? line("<span>\(name)</span>") : "<span class=\"across\">\(name)</span>" + line("")
    return "<caption>\(words)</caption>"
  }
}
