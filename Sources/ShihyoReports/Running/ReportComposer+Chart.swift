import ShihyoDefinitions
import ShihyoModel

extension ReportComposer {
  /// A chart, or where what a person chose leaves no row of its table, a line that says so.
  func block(_ block: ChartBlock, of tables: [ReportTable]) throws(Findings) -> ReportDocument.Block {
    if !desk.isAsking, !settings.isEmpty, try table(block, among: tables).rows.isEmpty {
      let title = plain(block.title)
      let words = Bilingual(
        ja: "図「\(title)」は、当たるデータがないので描いていない。", en: "No chart \"\(title)\": no record matches.")
      return .list([[.text(same(words[report.language]))]])
    }
    return .chart(try chart(block, of: tables))
  }

  /// A chart of one of the section's tables.
  ///
  /// - Errors: `unknownTable`, `unknownPart` with what there is, `mixedUnits`.
  func chart(_ block: ChartBlock, of tables: [ReportTable]) throws(Findings) -> ReportChart {
    let table = try table(block, among: tables)
    // While asking there are no rows yet.
    if desk.isAsking {
      return table.chart(
        block.kind.drawn, name: block.name, title: same(plain(block.title)), rows: [], columns: [], along: .rows)
    }
    guard !table.rows.isEmpty else {
      throw Findings([Finding(ReportRunRule.nothingToDraw(table.name ?? ""), at: block.place, text: table.name)])
    }
    let rows = try parts(
      block.rows, cells: table.rows.indices.map { table.chartCell(ofRow: $0) }, usual: table.chartRows, block)
    // Of a matrix its counts, without the total beside them.
    let counts = table.chartColumns.filter { column in table.spanners.contains { $0.columns.contains(column) } }
    let columns = try parts(
      block.columns, cells: table.valueColumns.indices.map { table.chartCell(ofColumn: $0) },
      usual: block.kind == .matrix && !counts.isEmpty ? counts : table.chartColumns, block)
    let figures = rows.flatMap { row in columns.map { table.rows[row].figures[$0] } }
    var units: [String] = []
    for unit in figures.filter(\.isNumber).map({ $0.unit ?? "" }) where !units.contains(unit) { units.append(unit) }
    guard units.count <= 1 else {
      throw Findings([Finding(ReportRunRule.mixedUnits(units), at: block.place)])
    }
    let chart = table.chart(
      block.kind.drawn, name: block.name, title: caption(block, of: table, columns: columns), rows: rows,
      columns: columns,
      along: block.along == .rows ? .rows : .columns)
    return block.kind == .matrix && block.along == .rows
      ? matrix(chart, of: table, rows: rows, columns: columns) : chart
  }

  private func table(_ block: ChartBlock, among tables: [ReportTable]) throws(Findings) -> ReportTable {
    let known = tables.compactMap(\.name)
    if let name = block.table, let table = tables.first(where: { $0.name == name }) { return table }
    if block.table == nil, tables.count == 1 { return tables[0] }
    let nearest = block.table.flatMap { NearestName.find($0, in: known) }
    throw Findings([
      Finding(
        ReportRunRule.unknownTable(block.table, nearest: nearest, known: known),
        at: block.table.flatMap { block.words.place(.label, $0) } ?? block.place, text: block.table)
    ])
  }

  /// Those named, in the order named.
  private func parts(
    _ names: [String], cells: [ReportTable.KeyCell], usual: [Int], _ block: ChartBlock
  ) throws(Findings) -> [Int] {
    guard !names.isEmpty else { return usual }
    var places: [Int] = []
    var findings: [Finding] = []
    for name in names {
      let folded = TextFolding.fold(try spelling(name, block))
      if let place = cells.firstIndex(where: { cell in
        [cell.label[report.language], cell.code].contains { TextFolding.fold($0) == folded }
      }) {
        places.append(place)
      } else {
        findings.append(
          unknownPart(
            name, known: cells.map { $0.label[report.language] }, at: block.words.place(.label, name) ?? block.place))
      }
    }
    if !findings.isEmpty { throw Findings(findings) }
    return places
  }

  /// `period`, `previous` and `year-ago` mean the column of that period.
  private func spelling(_ name: String, _ block: ChartBlock) throws(Findings) -> String {
    switch PeriodReference(name) {
    case .report?, .previous?, .yearAgo?, .fiscalYear?:
      guard let reference = PeriodReference(name), let period = try periods(reference, at: block.place).first else {
        return name
      }
      return period.machineSpelling
    default: return name
    }
  }

  /// With what stands in each cell: the table of a matrix block has a column of words after each column of counts.
  private func matrix(
    _ chart: ReportChart, of table: ReportTable, rows: [Int], columns: [Int]
  ) -> ReportChart {
    var chart = chart
    let heading = table.keyColumns.first?.label[report.language] ?? ""
    for place in chart.categories.indices {
      chart.categories[place].label = same(heading + chart.categories[place].label[report.language])
    }
    for (place, column) in columns.enumerated() {
      guard let spanner = table.spanners.first(where: { $0.columns.contains(column) }) else { continue }
      chart.series[place].label = spanner.label
      guard spanner.columns.contains(column + 1) else { continue }
      chart.series[place].details = rows.map { row in
        if case .text(let words) = table.rows[row].figures[column + 1].value { same(words) } else { same("") }
      }
    }
    chart.alternative = ChartWords.alternative(of: chart)
    return chart
  }
}

extension ChartBlock.Kind {
  var drawn: ReportChart.Kind {
    switch self {
    case .bars: .bars
    case .line: .line
    case .matrix: .matrix
    case .stackedShares: .stackedShares
    case .ageBars: .ageBars
    }
  }
}
