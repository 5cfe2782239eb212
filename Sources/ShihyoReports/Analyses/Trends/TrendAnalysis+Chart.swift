import ShihyoModel

extension TrendAnalysis {
  /// The measure over the periods, a line per group; nil where there are more groups than can be told apart. The total is
  /// drawn only where it stands alone: beside its parts it would flatten them.
  func chart(of table: ReportTable) -> ReportChart? {
    let measure = table.valueColumns.first?.label ?? Bilingual(ja: "", en: "")
    let chart = table.chart(
      .line, name: "trend", title: Bilingual(ja: "\(measure.ja)の推移", en: "\(measure.en) over time"), column: 0,
      rows: table.chartRows, seriesKeys: 0..<by.count,
      gap: Figure(kind: .sum, value: .absent(.missing), unit: table.unit(ofColumn: 0)))
    return chart.isReadable ? chart : nil
  }
}
