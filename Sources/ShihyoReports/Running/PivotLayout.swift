import ShihyoDefinitions
import ShihyoModel

/// Which cell of a pivot table stands where: metrics, periods or a dimension across, the rest in rows.
struct PivotLayout {
  private struct Heading: Hashable {
    var name: String
    var label: Bilingual
    var isTotal = false
  }

  private let block: TableBlock
  private let schema: Schema?
  private let showsMetrics: Bool
  private let showsPeriods: Bool
  private let language: Language

  init(_ block: TableBlock, cells: [PivotCell], schema: Schema?, language: Language) {
    self.block = block
    self.schema = schema
    self.language = language
    showsMetrics = block.across != .metrics && block.metrics.count > 1
    let periods = Set(cells.filter { $0.comparison == nil }.map(\.moment.spelling))
    showsPeriods = block.across != .periods && periods.count > 1
  }

  /// Whether a row or column of the table names its periods.
  var saysPeriod: Bool {
    showsPeriods || block.across == .periods || (ownKeyColumns.isEmpty && block.across == .metrics)
  }

  func table(_ cells: [PivotCell]) -> ReportTable {
    var headings: [Heading] = []
    var rowKeys: [[ReportTable.KeyCell]] = []
    var kinds: [[ReportTable.KeyCell]: ReportTable.Row.Kind] = [:]
    var values: [[ReportTable.KeyCell]: [Heading: Figure]] = [:]
    for cell in inColumnOrder(cells) {
      let heading = heading(cell)
      if !headings.contains(heading) { headings.append(heading) }
    }
    for cell in inRowOrder(cells) {
      let (heading, keys) = (heading(cell), keys(cell))
      if values[keys] == nil { rowKeys.append(keys) }
      if cell.isBelow { kinds[keys] = showsMetrics || showsPeriods ? .subtotal : .total }
      values[keys, default: [:]][heading] = cell.figure
    }
    // The changes stand after every figure, the total of a dimension after its parts.
    let comparisons = Set(cells.filter { $0.comparison != nil }.map { self.heading($0) })
    headings =
      headings.filter { !comparisons.contains($0) && !$0.isTotal }
      + headings.filter { !comparisons.contains($0) && $0.isTotal } + headings.filter(comparisons.contains)
    let rows = rowKeys.map { keys in
      ReportTable.Row(
        keys: keys,
        figures: headings.map { heading in
          if let figure = values[keys]?[heading] { return figure }
          // A share has no 増減率, a count no ポイント: nothing is missing there.
          return Figure(kind: .sum, value: .absent(comparisons.contains(heading) ? .nilCase : .missing))
        }, kind: kinds[keys] ?? .body)
    }
    return ReportTable(
      name: block.name, keyColumns: keyColumns,
      valueColumns: headings.indices.map { index in
        // Figures that are missing have a unit, too.
        let figures = rows.map(\.figures[index]).filter { $0.unit != nil || $0.value != .absent(.nilCase) }
        let units = Set(figures.map(\.unit))
        return ReportTable.ValueColumn(
          name: headings[index].name, label: headings[index].label,
          unit: units.count == 1 ? units.first.flatMap { $0 } : nil)
      }, rows: rows)
  }

  /// Each metric and period that stands in rows has its groups together, in their own order and with their total below.
  private func inRowOrder(_ cells: [PivotCell]) -> [PivotCell] {
    guard !block.by.isEmpty else { return cells }
    struct Part: Hashable {
      var metric: String?
      var period: String?
    }
    func keys(_ cell: PivotCell) -> [KeyValue] { Array(cell.keys.prefix(block.by.count)) }
    var parts: [Part: Int] = [:]
    let ranks = ranks(cells.filter { !$0.isBelow }.map(keys), of: block.by)
    let places = cells.map { cell in
      let part = Part(
        metric: showsMetrics ? cell.metric.id : nil, period: showsPeriods ? cell.moment.spelling : nil)
      let place = parts[part] ?? parts.count
      parts[part] = place
      return (place, cell.isBelow ? .max : ranks[keys(cell)] ?? .max)
    }
    return cells.indices.sorted { (places[$0].0, places[$0].1, $0) < (places[$1].0, places[$1].1, $1) }.map {
      cells[$0]
    }
  }

  /// The groups of a dimension in their own order, whatever rows they first stand in.
  private func inColumnOrder(_ cells: [PivotCell]) -> [PivotCell] {
    guard case .column(let key) = block.across else { return cells }
    let ranks = ranks(cells.filter { !$0.isBeside }.map { Array($0.keys.suffix(1)) }, of: [key])
    let places = cells.map { $0.isBeside ? .max : ranks[Array($0.keys.suffix(1))] ?? .max }
    return cells.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { cells[$0] }
  }

  private func ranks(_ groups: [[KeyValue]], of keys: [GroupKey]) -> [[KeyValue]: Int] {
    let sorted = KeyOrdering().sorted(groups.distinct, by: keys, schema: schema) { $0 }
    return Dictionary(zip(sorted, sorted.indices), uniquingKeysWith: { first, _ in first })
  }

  private var keyColumns: [ReportTable.KeyColumn] {
    var columns = ownKeyColumns
    // A table of one row still says what the row is.
    if columns.isEmpty {
      columns.append(ReportTable.KeyColumn(name: "metric", label: Bilingual(ja: "指標", en: "Metric")))
    }
    return columns
  }

  private var ownKeyColumns: [ReportTable.KeyColumn] {
    var columns = block.by.map { ReportTable.KeyColumn($0, schema: schema) }
    if showsMetrics { columns.append(ReportTable.KeyColumn(name: "metric", label: Bilingual(ja: "指標", en: "Metric"))) }
    if showsPeriods { columns.append(ReportTable.KeyColumn(name: "period", label: Bilingual(ja: "期間", en: "Period"))) }
    return columns
  }

  private func keys(_ cell: PivotCell) -> [ReportTable.KeyCell] {
    var keys = cell.keys.prefix(block.by.count).map { ReportTable.KeyCell($0) }
    if cell.isBelow {
      keys = keys.indices.map {
        $0 == 0 ? .total : ReportTable.KeyCell("total", label: ReportTable.KeyCell.blank.label)
      }
    }
    let metric = ReportTable.KeyCell(cell.metric.id, label: cell.metric.label)
    if showsMetrics { keys.append(metric) }
    if showsPeriods { keys.append(ReportTable.KeyCell(cell.moment.spelling, label: cell.moment.label)) }
    if keys.isEmpty {
      keys.append(
        block.across == .metrics ? ReportTable.KeyCell(cell.moment.spelling, label: cell.moment.label) : metric)
    }
    return keys
  }

  private func heading(_ cell: PivotCell) -> Heading {
    var heading: Heading
    switch block.across {
    case .metrics: heading = Heading(name: cell.metric.id, label: cell.metric.label)
    case .periods: heading = Heading(name: cell.moment.spelling, label: cell.moment.label)
    case .column(let key):
      let value = cell.keys.last.map { ReportTable.KeyCell($0) } ?? .blank
      heading =
        cell.isBeside
        ? Heading(name: "total", label: ReportTable.KeyCell.total.label, isTotal: true)
        : Heading(name: key.machineName + "=" + value.code, label: value.label)
    }
    guard let comparison = cell.comparison else { return heading }
    let change = comparison.label(cell.figure)
    let suffix = comparison.suffix(cell.figure)
    if block.across == .periods { return Heading(name: suffix, label: change) }
    return Heading(
      name: heading.name + "." + suffix,
      label: Bilingual(ja: heading.label.ja + " " + change.ja, en: heading.label.en + ", " + change.en))
  }
}
