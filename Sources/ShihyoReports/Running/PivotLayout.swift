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

  func table(_ cells: [PivotCell]) -> ReportTable {
    var headings: [Heading] = []
    var rowKeys: [[ReportTable.KeyCell]] = []
    var values: [[ReportTable.KeyCell]: [Heading: Figure]] = [:]
    for cell in cells {
      let heading = heading(cell)
      if !headings.contains(heading) { headings.append(heading) }
      let keys = keys(cell)
      if values[keys] == nil { rowKeys.append(keys) }
      values[keys, default: [:]][heading] = cell.figure
    }
    // The changes stand after every figure, the total of a dimension after its parts.
    let comparisons = Set(cells.filter { $0.comparison != nil }.map { self.heading($0) })
    headings =
      headings.filter { !comparisons.contains($0) && !$0.isTotal } + headings.filter(\.isTotal)
      + headings.filter(comparisons.contains)
    let rows = rowKeys.map { keys in
      ReportTable.Row(
        keys: keys,
        figures: headings.map { heading in
          if let figure = values[keys]?[heading] { return figure }
          // A share has no 増減率, a count no ポイント: nothing is missing there.
          return Figure(kind: .sum, value: .absent(comparisons.contains(heading) ? .nilCase : .missing))
        })
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

  private var keyColumns: [ReportTable.KeyColumn] {
    var columns = block.by.map { ReportTable.KeyColumn($0, schema: schema) }
    if showsMetrics { columns.append(ReportTable.KeyColumn(name: "metric", label: Bilingual(ja: "指標", en: "Metric"))) }
    if showsPeriods { columns.append(ReportTable.KeyColumn(name: "period", label: Bilingual(ja: "期間", en: "Period"))) }
    // A table of one row still says what the row is.
    if columns.isEmpty {
      columns.append(ReportTable.KeyColumn(name: "metric", label: Bilingual(ja: "指標", en: "Metric")))
    }
    return columns
  }

  private func keys(_ cell: PivotCell) -> [ReportTable.KeyCell] {
    var keys = cell.keys.prefix(block.by.count).map { ReportTable.KeyCell($0) }
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
      guard !cell.isTotal else {
        return Heading(name: "total", label: Bilingual(ja: "計", en: "Total"), isTotal: true)
      }
      let value = cell.keys.last.map { ReportTable.KeyCell($0) } ?? .blank
      heading = Heading(name: key.machineName + "=" + value.code, label: value.label)
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
