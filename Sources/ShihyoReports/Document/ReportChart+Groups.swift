import ShihyoModel

extension ReportTable {
  /// Draws one value column of a table whose last two keys are told apart: one becomes the categories, the other the series.
  ///
  /// - Parameter seriesKeys: the key columns that name a series; the others name a category.
  /// - Parameter gap: what stands where the table has no such row.
  func chart(
    _ kind: ReportChart.Kind, name: String, title: Bilingual, column: Int, rows: [Int], seriesKeys: Range<Int>,
    gap: Figure
  ) -> ReportChart {
    var categories: [[KeyCell]] = []
    var series: [[KeyCell]] = []
    var figures: [[KeyCell]: [[KeyCell]: Figure]] = [:]
    var known: Set<[KeyCell]> = []
    for row in rows {
      let own = seriesKeys.map { self.rows[row].keys[$0] }
      let others = keyColumns.indices.filter { !seriesKeys.contains($0) }.map { self.rows[row].keys[$0] }
      if figures[own] == nil { series.append(own) }
      if known.insert(others).inserted { categories.append(others) }
      figures[own, default: [:]][others] = self.rows[row].figures[column]
    }
    var chart = ReportChart(
      kind: kind, name: name, title: title, categories: categories.map { Self.joined($0) },
      series: series.map { own in
        .init(label: Self.joined(own).label, figures: categories.map { figures[own]?[$0] ?? gap })
      }, unit: unit(ofColumn: column), alternative: Bilingual(ja: "", en: ""))
    chart.alternative = ChartWords.alternative(of: chart)
    return chart
  }

  private static func joined(_ keys: [KeyCell]) -> KeyCell {
    let shown = keys.filter { !$0.label.ja.isEmpty }
    return KeyCell(
      shown.map(\.code).joined(separator: ","),
      label: Bilingual(
        ja: shown.map(\.label.ja).joined(separator: " "), en: shown.map(\.label.en).joined(separator: " ")))
  }
}

extension ReportChart {
  /// Whether all of it can be drawn and read. A command leaves out a chart that could show only some of its groups; a report
  /// draws what its definition asks for, and says what it leaves to the table.
  var isReadable: Bool {
    !categories.isEmpty && withoutSilentLines.chart.series.count <= ChartStyle.seriesLimit
      && (kind == .line || categories.count <= ChartStyle.categoryLimit)
  }
}
