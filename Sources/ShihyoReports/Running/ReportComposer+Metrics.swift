import ShihyoDefinitions
import ShihyoModel

/// What `metrics.yaml` says of the rows of a metric, held against the data.
extension ReportComposer {
  /// Values of its conditions are checked as those of the report are. What is odd but may be meant goes to the notices.
  ///
  /// - Parameter filter: the conditions of the place that prints it, those of `--set` included.
  /// - Errors: `unknownValue` at the value in metrics.yaml.
  mutating func check(
    _ metric: MetricDefinition, of found: FoundDataset, keys: [GroupKey], filter: [Condition]
  ) throws(Findings) {
    try checkValues(metric.conditions, of: found, at: metric.place, metric.words, spells: false)
    guard !desk.isAsking, !desk.collectsPeriods else { return }
    if let column = unnamedTime(metric, found.dataset, keys, filter) {
      desk.notices.addAllPeriods(metric, column: column)
    }
    if let condition = Self.narrowed(metric) { desk.notices.addNarrowed(metric, by: condition) }
  }

  /// The column of times that a metric without `time` adds up over; nil where nothing is added up over periods.
  private func unnamedTime(
    _ metric: MetricDefinition, _ dataset: Dataset, _ keys: [GroupKey], _ filter: [Condition]
  ) -> String? {
    guard period != nil, metric.time == nil, metric.asOf == nil, metric.kind != .value else { return nil }
    let times = (dataset.schema?.fields ?? []).filter { field in
      switch field.type {
      case .year, .yearmonth, .period: field.role != .ignored && field.role != .note
      // Days that a record mentions (a birthday, a closing date) are not when it counts.
      case .date, .datetime: field.role == .key
      default: false
      }
    }
    var chosen = (metric.conditions + filter).map(\.column)
    for key in keys {
      switch key.source {
      case .column(let name), .split(let name, _): chosen.append(name)
      case .options(let names): chosen += names
      }
    }
    let isChosen = times.contains { time in chosen.contains { Label($0) == Label(time.name) } }
    return isChosen ? nil : times.first?.name
  }

  /// A condition on a column that only the denominator of a share has.
  private static func narrowed(_ metric: MetricDefinition) -> String? {
    guard case .ratio(.share, let numerator, let denominator) = metric.computation else { return nil }
    let own = Set((metric.filter + numerator.filter).map { Label($0.column) })
    let alone = denominator.filter.first { !own.contains(Label($0.column)) }
    return alone.map { $0.column + $0.comparison.rawValue + $0.values.joined(separator: "|") }
  }
}
