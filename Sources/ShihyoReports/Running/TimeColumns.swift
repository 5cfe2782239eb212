import ShihyoDefinitions
import ShihyoModel

/// The columns of times of the datasets that a report asks, to find the last complete quarter.
struct TimeColumns {
  struct Column: Hashable {
    var dataset: Dataset
    var name: String
    /// Of the metric that names it.
    var place: Place
    var field: Field? { dataset.schema?.field(named: name) }
    var query: Query { Query(keys: [GroupKey(column: name)], aggregates: [.count]) }
  }

  let columns: [Column]

  init(_ loaded: LoadedDatasets, askedBy desk: QueryDesk) throws(Findings) {
    let asked = desk.inputs.map(\.dataset)
    var columns: [Column] = []
    for entry in loaded.entries {
      for metric in entry.metrics {
        guard let time = metric.time else { continue }
        let column = Column(
          dataset: try loaded.open(entry, resource: metric.resource).dataset, name: time, place: metric.place)
        guard asked.contains(column.dataset) else { continue }
        if !columns.contains(where: { $0.dataset == column.dataset && $0.name == time }) { columns.append(column) }
      }
    }
    self.columns = columns
  }

  /// A warning where no column holds a time of the period: a paper of … would be printed.
  func emptyPeriod(_ period: Period?, _ desk: inout QueryDesk, text: String?) -> Finding? {
    guard let period else { return nil }
    var extents: [(first: CalendarDate, last: CalendarDate)] = []
    for column in columns {
      let rows = desk.times(column.query, on: column.dataset, field: column.field)
      if let extent = rows.extent { extents.append(extent) }
    }
    guard let first = extents.map(\.first).min(), let last = extents.map(\.last).max(),
      extents.allSatisfy({ $0.last < period.first || period.last < $0.first })
    else { return nil }
    let months = [first, last].map { Period(.month, containing: $0).bilingualLabel }
    return Finding(ReportRunRule.emptyPeriod(period.bilingualLabel, first: months[0], last: months[1]), text: text)
  }

  /// The last quarter that every column with complete quarters has.
  ///
  /// - Errors: `noTimeColumn` where no metric has a time; `noCompleteQuarter` for every column without one.
  func latestQuarter(_ desk: inout QueryDesk, of report: ReportDefinition) throws(Findings) -> Period {
    var common: Set<Period>?
    var findings: [Finding] = []
    for column in columns {
      let rows = desk.times(column.query, on: column.dataset, field: column.field)
      let complete = rows.completeQuarters
      if complete.isEmpty {
        findings.append(
          Finding(ReportRunRule.noCompleteQuarter(column: column.name, unread: rows.unread), at: column.place))
        continue
      }
      common = common?.intersection(complete) ?? complete
    }
    if let latest = common?.max() { return latest }
    if columns.isEmpty { findings = [Finding(ReportRunRule.noTimeColumn, at: Place(file: report.path))] }
    if common != nil { findings = [Finding(ReportRunRule.noCommonQuarter, at: Place(file: report.path))] }
    throw Findings(findings)
  }
}
