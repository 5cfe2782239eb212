import ShihyoDefinitions
import ShihyoModel

/// A metric at several periods, cut into the times that lie in the same of them: what the periods have in common.
extension MetricFigures {
  /// Times that lie in these periods and in no other of those that were asked for; nil stands for all rows.
  struct Span {
    var periods: Set<Period?>
    var entries: [Entry]
  }

  /// - Returns: spans without a time in any period are left out; one period alone is one span.
  /// - Errors: as `entries`.
  func spans(_ periods: [Period?], desk: inout QueryDesk, at place: Place) throws(Findings) -> [Span] {
    if periods.count < 2 {
      let period = periods.first.flatMap { $0 }
      return [Span(periods: [period], entries: try entries(period, desk: &desk, at: place))]
    }
    var chosen: [[KeyValue: Set<Period?>]] = []
    var order: [Set<Period?>] = []
    for side in sides {
      let all = desk.table(side.queries[0], on: dataset)
      var own: [KeyValue: Set<Period?>] = [:]
      for period in periods {
        for keys in try select(
          side.queries[0], at: period, answering: side.plan.queries[0], &desk, at: place
        ).chosen {
          if let time = keys.last { own[time, default: []].insert(period) }
        }
      }
      for row in all.rows {
        if let time = row.keys.last, let periods = own[time], !order.contains(periods) { order.append(periods) }
      }
      chosen.append(own)
    }
    var spans: [Span] = []
    for periods in order {
      var groups: [[KeyValue]] = []
      var answers: [[[KeyValue]: MeasuredGroup]] = []
      for (side, own) in zip(sides, chosen) {
        var tables: [ResultTable] = []
        for (query, timeless) in zip(side.queries, side.plan.queries) {
          var table = desk.table(query, on: dataset)
          table.rows = table.rows.filter { row in row.keys.last.map { own[$0] == periods } ?? false }
          tables.append(Self.timeless(table, answering: timeless))
        }
        let measured = try side.plan.groups(tables, schema: dataset.schema, ordering: KeyOrdering())
        for group in measured where !groups.contains(group.keys) { groups.append(group.keys) }
        answers.append(Dictionary(measured.map { ($0.keys, $0) }, uniquingKeysWith: { first, _ in first }))
      }
      var entries: [Entry] = []
      for keys in groups { entries.append(Entry(keys: keys, figure: try figure(keys, answers).figure)) }
      spans.append(Span(periods: periods, entries: entries))
    }
    return spans
  }
}
