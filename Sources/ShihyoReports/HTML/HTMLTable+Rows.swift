import ShihyoModel

extension HTMLTable {
  /// Room for the labels of a key column, or for what will be written into it by hand.
  private func keyClass(_ column: Int) -> String {
    let widest = table.rows.map { measure.columns(cells.key($0.keys[column]).body) }.max() ?? 0
    if widest == 0, !table.rows.isEmpty { return " class=\"blank\"" }
    return widest > 6 ? " class=\"k\(min(8, (widest + 1) / 2))\"" : ""
  }

  /// Room for the words of a column without numbers, as much as `parts` reckons with.
  private func wordsClass(_ column: Int) -> String {
    guard !cells.alignsRight(column) else { return "" }
    let widest = table.rows.map { measure.columns(cells.value($0.figures[column], column: column).body) }.max() ?? 0
    return widest > 6 ? " class=\"k\(min(6, (widest + 1) / 2))\"" : ""
  }

  func head(_ part: TablePart) -> [String] {
    let columns = part.values
    let spanners = table.spanners.filter { $0.columns.overlaps(columns) }
    let depth = spanners.isEmpty ? "" : " rowspan=\"2\""
    let keys = part.keys.map { column in
      let heading = HTMLWords.html(cells.keyHeading(column))
      return "<th scope=\"col\"\(depth)\(keyClass(column))>\(heading)</th>"
    }
    func heading(_ column: Int, _ attributes: String) -> String {
      let (label, tail) = (cells.valueLabel(column), cells.valueTail(column))
      let style = HTMLWords.width(label, tail: tail) == 0 ? " class=\"x\"" : wordsClass(column)
      return "<th scope=\"col\"\(attributes)\(style)>\(HTMLWords.html(label, tail: tail))</th>"
    }
    guard !spanners.isEmpty else {
      return ["<thead>", "<tr>" + (keys + columns.map { heading($0, "") }).joined() + "</tr>", "</thead>"]
    }
    var upper = keys
    var lower: [String] = []
    for column in columns {
      guard let spanner = spanners.first(where: { $0.columns.contains(column) }) else {
        upper.append(heading(column, depth))
        continue
      }
      let shown = spanner.columns.clamped(to: columns)
      if column == shown.lowerBound {
        let label = MarkupText.escaped(spanner.label[language])
        upper.append("<th scope=\"colgroup\" colspan=\"\(shown.count)\">\(label)</th>")
      }
      lower.append(heading(column, ""))
    }
    return ["<thead>", "<tr>" + upper.joined() + "</tr>", "<tr>" + lower.joined() + "</tr>", "</thead>"]
  }

  private func underlined(_ runs: [TextRun]) -> String {
    runs.map { run in
      let text = MarkupText.escaped(run.text)
      return run.isChanged ? "<u>" + text + "</u>" : text
    }.joined()
  }

  func row(_ row: ReportTable.Row, _ part: TablePart, changes: [Int: [TextRun]]? = nil) -> String {
    let keys = part.keys.map { index in
      let cell = cells.key(row.keys[index])
      let text = changes?[index].map(underlined) ?? HTMLWords.html(cell.body, tail: cell.trail)
      var classes: [String] = []
      if measure.columns(cell.body) > 40 { classes.append("long") }
      if table.keyColumns[index].alignsRight { classes.append("r") }
      let style = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
      // Without figures only the first key names the row.
      let isHeading = !text.isEmpty && (index == 0 || !table.valueColumns.isEmpty)
      return isHeading ? "<th scope=\"row\"\(style)>\(text)</th>" : "<td\(style)>\(text)</td>"
    }
    let values = part.values.map { column in
      let figure = row.figures[column]
      let html = HTMLFigure.html(figure, unit: cells.ownUnit(figure, column: column), language: language)
      guard !cells.alignsRight(column) else { return "<td class=\"r\">\(html)</td>" }
      var isLong = false
      if case .text(let text) = figure.value { isLong = measure.columns(text) > 40 }
      return isLong ? "<td class=\"long\">\(html)</td>" : "<td>\(html)</td>"
    }
    return "<tr\(row.kind == .body ? "" : " class=\"\(row.kind.rawValue)\"")>" + (keys + values).joined() + "</tr>"
  }
}
