import ShihyoDefinitions
import ShihyoModel

extension ReportComposer {
  /// 値 単位 時点, one figure a row.
  mutating func table(_ block: FiguresBlock) throws(Findings) -> ReportTable {
    let hasRemarks = block.rows.contains { $0.remark != nil }
    var rows: [ReportTable.Row] = []
    var failed: [Finding] = []
    for row in block.rows {
      do throws(Findings) {
        let figure = try figure(row.figure, at: row.place)
        let metric = try loaded.metric(row.figure.metric, at: row.place).metric
        let when = try moment(metric, row.figure.period, at: row.place)
        var figures = [
          figure, .words(figure.unit ?? ""), .words(row.asOf ?? when.label[report.language]),
        ]
        if hasRemarks { figures.append(.words(row.remark ?? "")) }
        let label = row.label.map(same) ?? metric.label
        rows.append(
          ReportTable.Row(
            keys: [
              ReportTable.KeyCell(
                figure.id?.metric ?? metric.id, label: label, footnotes: footnoteNumbers(row.footnotes))
            ], figures: figures))
      } catch {
        failed += error.findings
      }
    }
    defer { otherMonths = [] }
    if !failed.isEmpty { throw Findings(failed) }
    var columns = [
      ReportTable.ValueColumn(name: "value", label: Bilingual(ja: "値", en: "Value"), showsOwnUnits: false),
      ReportTable.ValueColumn(name: "unit", label: Bilingual(ja: "単位", en: "Unit")),
      ReportTable.ValueColumn(name: "as-of", label: Bilingual(ja: "時点", en: "As of")),
    ]
    if hasRemarks { columns.append(ReportTable.ValueColumn(name: "remark", label: Bilingual(ja: "備考", en: "Remark"))) }
    return ReportTable(
      name: block.name, title: block.title.map { same(plain($0)) },
      keyColumns: [ReportTable.KeyColumn(name: "metric", label: Bilingual(ja: "指標", en: "Metric"))],
      valueColumns: columns, rows: rows, notes: otherMonths.map(\.note))
  }

  /// Records as they stand; records of the same words follow the first of them.
  mutating func table(_ block: RowsBlock) throws(Findings) -> ReportTable {
    let found = try loaded.dataset(block.dataset, at: block.words.place(.dataset, block.dataset) ?? block.place)
    let dataset = found.dataset
    let filter = try checked(block.columns, block.filter, of: found, at: block.place, block.words, spells: true)
    let query = Query(keys: block.columns, filter: filter, aggregates: [.count])
    // In the order of the file: remarks and plans have one.
    let table = desk.table(query, on: dataset)
    let rows = table.rows.sorted(by: ResultTable.Row.appearsBefore)
    let blanks = block.blankColumns.map { _ in ReportTable.KeyCell.blank }
    return ReportTable(
      name: block.name, title: block.title.map { same(plain($0)) },
      keyColumns: block.columns.enumerated().map { index, key in
        var column = ReportTable.KeyColumn(key, schema: dataset.schema)
        if let headings = block.headings, headings.indices.contains(index) { column.label = same(headings[index]) }
        return column
      }
        + block.blankColumns.map { ReportTable.KeyColumn(name: $0) },
      valueColumns: [],
      rows: rows.flatMap { row in
        let keys = row.keys.map { Self.cell($0, joinsLines: block.joinsLines) } + blanks
        return Array(repeating: ReportTable.Row(keys: keys, figures: []), count: row.recordCount)
      })
  }

  /// An empty cell is left empty: the records are shown as they stand.
  private static func cell(_ key: KeyValue, joinsLines: Bool) -> ReportTable.KeyCell {
    switch key {
    case .absent(.empty): .blank
    case .text(let label):
      timed(joinsLines ? TextFolding.withoutBrokenLines(label.text) : label.text)
    default: ReportTable.KeyCell(key)
    }
  }

  /// 令和7年12月 as printed, and 2025-12 for machines: who reads the tidy table need not know the eras.
  private static func timed(_ text: String) -> ReportTable.KeyCell {
    guard Era.allCases.contains(where: { text.hasPrefix($0.name.ja) }) else { return ReportTable.KeyCell(text) }
    let spelling: String? =
      switch try? TimeGrammar().read(text).value {
      case .period(let period)?: period.machineSpelling
      case .instant(let date)?: date.description
      case .span?, nil: nil
      }
    return ReportTable.KeyCell(
      spelling ?? text, label: spelling == nil ? nil : Bilingual(ja: text, en: text))
  }

  /// 3（B1 B6 B7）: counts of two columns against each other.
  mutating func table(_ block: MatrixBlock) throws(Findings) -> ReportTable {
    let found = try loaded.dataset(block.dataset, at: block.words.place(.dataset, block.dataset) ?? block.place)
    let dataset = found.dataset
    let keys = [block.rows, block.columns] + block.keys
    let filter = try checked(keys, block.filter, of: found, at: block.place, block.words, spells: true)
    let answer = desk.table(Query(keys: keys, filter: filter, aggregates: [.count]), on: dataset)
    let matrix = MatrixCells(answer, schema: dataset.schema)
    func origin(_ row: KeyValue?, _ column: KeyValue?) -> FigureOrigin {
      .sum(
        FigurePart(
          dataset: dataset, query: answer.query, groups: matrix.groups(row, column), sum: SignedSum(.count)))
    }
    let names = (block.rows.machineName, block.columns.machineName)
    let period = try sectionPeriod(at: block.place)
    let written = block.words.place(.column, names.0) ?? block.place
    let said = saidConditions(of: block)
    func place(_ dimensions: [String: String]) -> [String: String] { dimensions.merging(said) { own, _ in own } }
    func source(_ keys: [GroupKey]) -> FigureSource {
      FigureSource(
        dataset: dataset.name, measure: "count", filter: block.filter + settingFilter(dataset),
        fixed: FigureSource.columns(fixedBy: keys) + said.keys)
    }
    let (ofCells, ofRows, ofColumns) = (
      source([block.rows, block.columns]), source([block.rows]), source([block.columns])
    )
    var valueColumns: [ReportTable.ValueColumn] = []
    var spanners: [ReportTable.Spanner] = []
    for column in matrix.columns {
      let cell = ReportTable.KeyCell(column)
      let first = valueColumns.count
      valueColumns.append(
        ReportTable.ValueColumn(name: "\(names.1)=\(cell.code)", label: Bilingual(ja: "件数", en: "Count")))
      valueColumns.append(
        ReportTable.ValueColumn(name: "\(names.1)=\(cell.code):list", label: Bilingual(ja: "課題", en: "Issues")))
      spanners.append(
        ReportTable.Spanner(label: same(names.1 + cell.label[report.language]), columns: first..<first + 2))
    }
    valueColumns.append(ReportTable.ValueColumn(name: "count", label: Bilingual(ja: "計", en: "Total")))
    var rows: [ReportTable.Row] = []
    for row in matrix.rows {
      let key = ReportTable.KeyCell(row)
      var figures: [Figure] = []
      for column in matrix.columns {
        let dimensions = place([names.0: key.code, names.1: ReportTable.KeyCell(column).code])
        figures.append(
          entered(
            .count(matrix.count(row, column)), metric: "count", period: period, dimensions: dimensions,
            origin: origin(row, column), from: ofCells, at: written))
        figures.append(.words(matrix.items(row, column)))
      }
      figures.append(
        entered(
          .count(matrix.count(row, nil)), metric: "count", period: period, dimensions: place([names.0: key.code]),
          origin: origin(row, nil), from: ofRows, at: written))
      rows.append(ReportTable.Row(keys: [key], figures: figures))
    }
    var total: [Figure] = []
    for column in matrix.columns {
      let dimensions = place([names.1: ReportTable.KeyCell(column).code])
      total.append(
        entered(
          .count(matrix.count(nil, column)), metric: "count", period: period, dimensions: dimensions,
          origin: origin(nil, column), from: ofColumns, at: written))
      total.append(.words(""))
    }
    total.append(
      entered(
        .count(matrix.count(nil, nil)), metric: "count", period: period, dimensions: place([:]),
        origin: origin(nil, nil), from: source([]),
        at: written))
    rows.append(ReportTable.Row(keys: [.total], figures: total, kind: .total))
    return ReportTable(
      name: block.name, title: block.title.map { same(plain($0)) },
      keyColumns: [ReportTable.KeyColumn(block.rows, schema: dataset.schema)], valueColumns: valueColumns,
      spanners: spanners, rows: rows)
  }

  /// The conditions of a matrix as dimensions of its ids, where its section has several matrices with conditions. The ids of the
  /// only one do not have them.
  private func saidConditions(of block: MatrixBlock) -> [String: String] {
    let blocks = report.sections.first { $0.id == currentSection }?.blocks ?? []
    let filtered = blocks.count { if case .matrix(let other) = $0 { !other.filter.isEmpty } else { false } }
    return filtered > 1 ? Self.dimensions(block.filter) : [:]
  }

  /// How ids spell the time of what has no column of times: the 時点 of the section where it can be read.
  func sectionPeriod(at place: Place) throws(Findings) -> String {
    let text = report.sections.first { $0.id == currentSection }?.asOf ?? ""
    switch try? TimeGrammar().read(text).value {
    case .period(let period)?: return period.machineSpelling
    case .instant(let date)?: return date.description
    case .span(let first, let last)?: return "\(first)_\(last)"
    case nil: return "undated"
    }
  }
}

extension Figure {
  /// A cell of words in a column of figures; it has no id and is in no ledger.
  static func words(_ text: String) -> Figure { Figure(kind: .count, value: .text(text)) }
}
