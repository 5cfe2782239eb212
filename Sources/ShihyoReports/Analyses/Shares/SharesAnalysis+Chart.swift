import ShihyoModel

extension SharesAnalysis {
  /// Bars of the shares; with groups one bar of 100 % each, or bars side by side where shares overlap and make no whole.
  /// nil where it could not be read.
  func chart(of table: ReportTable, overlapping: Bool) -> ReportChart? {
    let rows = table.chartRows
    let name = "shares"
    let label = table.keyColumns.last?.label ?? Bilingual(ja: "", en: "")
    let title = Bilingual(ja: "\(label.ja)の構成比", en: "Shares by \(label.en)")
    // A category that no record of a group has is none of it, not an unknown part.
    let gap = Figure(kind: .share, value: .absent(.nilCase), unit: "％", textDigits: 1)
    var chart: ReportChart
    if by.isEmpty {
      chart = table.chart(.bars, name: name, title: title, rows: rows, columns: [1], along: .rows)
      if case .brackets = over.form { chart.kind = .ageBars }
    } else if overlapping {
      chart = table.chart(.bars, name: name, title: title, column: 1, rows: rows, seriesKeys: 0..<by.count, gap: gap)
    } else {
      chart = table.chart(
        .stackedShares, name: name, title: title, column: 1, rows: rows, seriesKeys: by.count..<by.count + 1, gap: gap)
    }
    chart.alternative = ChartWords.alternative(of: chart)
    return chart.isReadable ? chart : nil
  }
}
