import ShihyoModel

extension ReportTable {
  /// What stands along the axis of categories of a chart.
  enum ChartAxis { case rows, columns }

  /// Draws some rows and columns of the table. The figures are the same, with their ids.
  func chart(
    _ kind: ReportChart.Kind, name: String, title: Bilingual, rows: [Int], columns: [Int], along axis: ChartAxis
  ) -> ReportChart {
    let rowCells = rows.map { chartCell(ofRow: $0) }
    let columnCells = columns.map { chartCell(ofColumn: $0) }
    let chosen = rows.flatMap { row in columns.map { self.rows[row].figures[$0] } }
    let units = Set(chosen.filter { $0.unit != nil || $0.isNumber }.map(\.unit))
    var chart = ReportChart(
      kind: kind, name: name, title: title, categories: axis == .rows ? rowCells : columnCells,
      series: axis == .rows
        ? zip(columns, columnCells).map { column, cell in
          .init(label: cell.label, figures: rows.map { self.rows[$0].figures[column] })
        }
        : zip(rows, rowCells).map { row, cell in
          .init(label: cell.label, figures: columns.map { self.rows[row].figures[$0] })
        },
      unit: units.count == 1 ? units.first.flatMap { $0 } : nil, alternative: Bilingual(ja: "", en: ""))
    chart.alternative = ChartWords.alternative(of: chart)
    return chart
  }

  /// All that names the row, in one label.
  func chartCell(ofRow row: Int) -> KeyCell {
    let keys = rows[row].keys.filter { !$0.label.ja.isEmpty }
    return KeyCell(
      keys.last?.code ?? rows[row].keys.last?.code ?? "",
      label: Bilingual(
        ja: keys.map(\.label.ja).joined(separator: " "), en: keys.map(\.label.en).joined(separator: " ")))
  }

  func chartCell(ofColumn column: Int) -> KeyCell {
    let spanner = spanners.first { $0.columns.contains(column) }?.label
    let label = valueColumns[column].label
    return KeyCell(
      valueColumns[column].name,
      label: Bilingual(
        ja: (spanner.map { $0.ja + " " } ?? "") + label.ja, en: (spanner.map { $0.en + " " } ?? "") + label.en))
  }

  /// Rows that are parts, not totals of others.
  var chartRows: [Int] { rows.indices.filter { rows[$0].kind == .body } }

  /// Columns of numbers or of signs in their place, without totals, changes and words.
  var chartColumns: [Int] {
    valueColumns.indices.filter { column in
      guard valueColumns[column].name != "total" else { return false }
      let figures = rows.map { $0.figures[column] }
      return !figures.contains {
        if case .text = $0.value { return true }
        return $0.kind == .change || $0.kind == .points
      }
    }
  }
}
