import ShihyoDefinitions
import ShihyoModel

/// The columns of times of the datasets that a report asks, to find the last complete quarter.
struct TimeColumns {
  struct Column: Hashable {
    var dataset: Dataset
    var name: String
    var query: Query { Query(keys: [GroupKey(column: name)], aggregates: [.count]) }
  }

  let columns: [Column]

  init(_ loaded: LoadedDatasets, askedBy desk: QueryDesk) throws(Findings) {
    let asked = desk.inputs.map(\.dataset)
    var columns: [Column] = []
    for entry in loaded.entries {
      for metric in entry.metrics {
        guard let time = metric.time else { continue }
        let column = Column(dataset: try loaded.open(entry, resource: metric.resource).dataset, name: time)
        if asked.contains(column.dataset), !columns.contains(column) { columns.append(column) }
      }
    }
    self.columns = columns
  }

  /// The last quarter that every column with complete quarters has.
  func latestQuarter(_ desk: inout QueryDesk) -> Period? {
    var common: Set<Period>?
    for column in columns {
      let rows = TimedRows(
        desk.table(column.query, on: column.dataset), field: column.dataset.schema?.field(named: column.name))
      let complete = rows.completeQuarters
      if complete.isEmpty { continue }
      common = common?.intersection(complete) ?? complete
    }
    return common?.max()
  }
}
