import ShihyoModel

extension RanksAnalysis {
  /// Records by rank.
  func chart(of distribution: ReportTable) -> ReportChart {
    distribution.chart(
      .bars, name: "ranks", title: Bilingual(ja: "到達状況（件数）", en: "Records by rank"), rows: distribution.chartRows,
      columns: [0], along: .rows)
  }

  /// The ranks of each group, or of each body where there are no groups, and of all.
  func chart(of table: ReportTable, scale: RankScale) -> ReportChart {
    let subtotals = table.rows.indices.filter { table.rows[$0].kind == .subtotal }
    let totals = table.rows.indices.filter { table.rows[$0].kind == .total }
    // Past the total of all ranks, without the share of the complete one.
    let columns = table.chartColumns.dropFirst().filter { table.valueColumns[$0].unit == nil }
    var chart = table.chart(
      .stackedShares, name: "ranks-by-body",
      title: Bilingual(ja: "ランクの構成（件数）", en: "Make-up by rank (records)"),
      rows: (subtotals.isEmpty ? table.chartRows : subtotals) + totals, columns: Array(columns), along: .rows)
    for (place, row) in subtotals.enumerated() {
      // Not «局等 計»: all rows of the chart are sums.
      chart.categories[place].label = table.rows[row].keys[0].label
    }
    chart.alternative = ChartWords.alternative(of: chart)
    return chart
  }

  func charts(_ charts: [ReportChart]) -> [ReportDocument.Block] { charts.filter(\.isReadable).map { .chart($0) } }
}
