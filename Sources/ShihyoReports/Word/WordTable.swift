import ShihyoModel

/// A table of the paper as a table of Word: caption with the unit at the right, repeated headings, spanners, rows, notes.
struct WordTable {
  private let table: ReportTable
  private let language: Language
  private let cells: TextCells
  private let fit: WordTableFit

  init(_ table: ReportTable, language: Language) {
    self.table = table
    self.language = language
    let cells = TextCells(table: table, language: language)
    self.cells = cells
    let measure = DisplayWidth(ambiguous: .wide)
    func need(_ heading: String, _ bodies: [String], breaks: Bool) -> WordTableFit.Need {
      let widest = bodies.map(measure.columns).max() ?? 0
      // Pieces of a heading are kept whole: 令和7年度 | 第2四半期 | （ポイント）.
      let pieces = ChartLabel(heading, width: 12 * ChartLabel.halfWidth, maximumLines: .max).lines
      let piece = pieces.map(measure.columns).max() ?? 0
      let heading = measure.columns(heading)
      // An empty column is for writing by hand.
      if widest == 0, !bodies.isEmpty { return WordTableFit.Need(least: max(14, min(heading, 18) + 2), natural: 24) }
      let least = max(piece, breaks ? min(widest, 14) : widest, 4) + 2
      // Some programs put room between digits and 年 or 月 in spite of the style.
      let body = min(widest, 120) + 3
      return WordTableFit.Need(least: least, body: body, natural: max(min(heading, 18) + 2, body))
    }
    fit = WordTableFit(
      keys: table.keyColumns.indices.map { column in
        need(cells.keyHeading(column), table.rows.map { cells.key($0.keys[column]).whole }, breaks: true)
      },
      values: table.valueColumns.indices.map { column in
        let bodies = table.rows.map { cells.value($0.figures[column], column: column).whole }
        return need(cells.valueHeading(column), bodies, breaks: !cells.alignsRight(column))
      })
  }

  var blocks: [JSONValue] {
    var blocks: [JSONValue] = []
    if table.keyColumns.isEmpty, table.valueColumns.isEmpty {
      if let title = table.title {
        blocks.append(PandocNode.paragraph([PandocNode.text(title[language])], style: WordStyles.caption))
      }
    } else {
      for (index, part) in fit.parts.enumerated() {
        let title = TableWords.title(table.title?[language], part: index + 1, of: fit.parts.count, language)
        blocks.append(self.part(part, title: title))
      }
    }
    let footnotes = table.footnotes.enumerated().map { number, note in
      TextCells.footnoteSign(number + 1, language) + " " + note[language]
    }
    return blocks + footnotes.map { WordDocument.line($0, style: WordStyles.note) }
      + WordDocument.notes(table.completeNotes, language)
  }

  private func part(_ part: WordTableFit.Part, title: String?) -> JSONValue {
    let values = part.columns.values.map { cells.alignsRight($0) ? PandocNode.Alignment.right : .left }
    let keys = part.columns.keys.map { table.keyColumns[$0].alignsRight ? PandocNode.Alignment.right : .left }
    let columns = zip(keys + values, part.widths).map { (alignment: $0, width: $1) }
    var rows = table.rows.enumerated().map { index, row in
      part.columns.keys.map { place in
        if let runs = table.changes[index]?[place] { return underlined(runs) }
        return cell(cells.key(row.keys[place]).whole, isStrong: row.kind != .body)
      }
        + part.columns.values.map { cell(cells.value(row.figures[$0], column: $0).whole, isStrong: row.kind != .body) }
    }
    if rows.isEmpty {
      rows = [[cell(TableWords.noRows[language])] + (1..<max(1, columns.count)).map { _ in cell("") }]
    }
    return PandocNode.table(caption: caption(title ?? "", part), columns: columns, head: head(part), rows: rows)
  }

  private func caption(_ title: String, _ part: WordTableFit.Part) -> [JSONValue] {
    let unit = part.columns.values.isEmpty ? nil : table.leadingUnit.map { UnitText.line($0, language) }
    guard let unit else { return title.isEmpty ? [] : [PandocNode.text(title)] }
    return [PandocNode.text(title), PandocNode.tab, PandocNode.text(unit)]
  }

  private func head(_ part: WordTableFit.Part) -> [[JSONValue]] {
    let columns = part.columns.values
    let keyCount = part.columns.keys.count
    func width(_ column: Int) -> Int { fit.room(part.widths[keyCount + column - columns.lowerBound]) }
    let spanners = table.spanners.filter { $0.columns.overlaps(columns) }
    let depth = spanners.isEmpty ? 1 : 2
    let keys = zip(part.columns.keys, part.widths).map {
      heading(cells.keyHeading($0), width: fit.room($1), rows: depth)
    }
    guard !spanners.isEmpty else { return [keys + columns.map { heading(cells.valueHeading($0), width: width($0)) }] }
    var upper = keys
    var lower: [JSONValue] = []
    for column in columns {
      guard let spanner = spanners.first(where: { $0.columns.contains(column) }) else {
        upper.append(heading(cells.valueHeading(column), width: width(column), rows: 2))
        continue
      }
      let shown = spanner.columns.clamped(to: columns)
      if column == shown.lowerBound {
        upper.append(heading(spanner.label[language], width: .max, columns: shown.count))
      }
      lower.append(heading(cells.valueHeading(column), width: width(column)))
    }
    return [upper, lower]
  }

  /// - Parameter width: half-width characters; a longer heading is broken where a reader would break it, 令和7年度 | 第2四半期.
  private func heading(_ text: String, width: Int, rows: Int = 1, columns: Int = 1) -> JSONValue {
    let isTooLong = DisplayWidth(ambiguous: .wide).columns(text) > width
    let lines =
      isTooLong ? ChartLabel(text, width: max(2, width) * ChartLabel.halfWidth, maximumLines: .max).lines : [text]
    let inlines = lines.enumerated().flatMap { place, line in
      (place == 0 ? [] : [PandocNode.lineBreak]) + [PandocNode.text(line)]
    }
    return PandocNode.cell(paragraph(inlines), rows: rows, columns: columns, align: "AlignCenter")
  }

  private func cell(_ text: String, isStrong: Bool = false) -> JSONValue {
    let inline = PandocNode.text(text)
    return PandocNode.cell(paragraph([isStrong ? PandocNode.strong([inline]) : inline]))
  }

  private func underlined(_ runs: [TextRun]) -> JSONValue {
    PandocNode.cell(
      paragraph(
        runs.map { run in
          let text = PandocNode.text(run.text)
          return run.isChanged ? PandocNode.underlined([text]) : text
        }))
  }

  private func paragraph(_ inlines: [JSONValue]) -> [JSONValue] {
    [PandocNode.paragraph(inlines, style: fit.isDense ? WordStyles.denseCell : WordStyles.cell)]
  }
}

extension TextColumn.Cell {
  fileprivate var whole: String { body + trail }
}
