import ShihyoDefinitions
import ShihyoModel

/// What of an answer lies in a period.
extension MetricFigures {
  /// Reads times as `TimedRows` does.
  var grammar: TimeGrammar {
    TimeGrammar(
      yearReading: timeField?.yearReading ?? .fiscal, dateOrder: timeField?.dateOrder, format: timeField?.format)
  }

  var timeField: Field? { metric.time.flatMap { dataset.schema?.field(named: $0) } }

  var isStock: Bool {
    sides.contains { side in
      side.sum.terms.contains { term in
        guard case .primitive(.sum(let column)) = term.measure else { return false }
        return dataset.schema?.field(named: column)?.additivity == .stock
      }
    }
  }

  /// An answer narrowed to a period, without its time.
  struct Selected {
    var table: ResultTable
    /// Keys of its rows, with their times.
    var chosen: [[KeyValue]]
    /// nil where no period was asked for.
    var covered: Period?
    var months: Set<Int>?
    var isPartial = false
  }

  /// - Parameter period: nil: all rows.
  func select(
    _ query: Query, at period: Period?, answering timeless: Query, _ desk: inout QueryDesk, at place: Place
  ) throws(Findings) -> Selected {
    let all = desk.table(query, on: dataset)
    guard metric.time != nil else { return Selected(table: all, chosen: all.rows.map(\.keys)) }
    guard let period else {
      return Selected(table: Self.timeless(all, answering: timeless), chosen: all.rows.map(\.keys))
    }
    let times = desk.times(query, on: dataset, field: timeField)
    if times.extent == nil, let column = metric.time, let unread = times.unread {
      throw Findings([
        Finding(
          MetricRunRule.timeUnread(column, unread), at: metric.words.place(.column, column) ?? metric.place,
          text: column)
      ])
    }
    let selection = times.selection(
      period, isStock: isStock, countsRecords: countsRecords)
    if selection.overlaps {
      throw Findings([
        Finding(ReportRunRule.overlappingTimes(metric.id, period.label(.ja)), at: place, text: metric.id)
      ])
    }
    var table = all
    table.query = timeless
    table.rows = selection.rows
    return Selected(
      table: table, chosen: selection.groups, covered: selection.covered, months: selection.months,
      isPartial: selection.isPartial && !selection.rows.isEmpty)
  }

  /// The same answer without its last key, the time.
  static func timeless(_ all: ResultTable, answering query: Query) -> ResultTable {
    var table = all
    table.query = query
    table.rows = ResultTable.combined(
      all.rows.map {
        ResultTable.Row(keys: Array($0.keys.dropLast()), firstRecord: $0.firstRecord, values: $0.values)
      }, aggregates: query.aggregates)
    return table
  }
}
