import ShihyoDefinitions
import ShihyoModel

/// What a definition selects and no record can ever meet: a paper of … says nothing of why.
extension ReportComposer {
  /// A period that is named itself and lies wholly outside of the data. Up to the period of the report what is not there yet is
  /// shown as 未受領 on purpose.
  mutating func doubt(_ named: Period, of figures: MetricFigures, at place: Place) {
    guard let time = figures.metric.time else { return }
    let query = Query(keys: [GroupKey(column: time)], aggregates: [.count])
    let rows = desk.times(query, on: figures.dataset, field: figures.dataset.schema?.field(named: time))
    guard !desk.isAsking, let (first, last) = rows.extent,
      named.last < first || max(last, period?.last ?? last) < named.first
    else { return }
    let ends = [first, last].map { Period(.month, containing: $0).bilingualLabel }
    let rule = ReportRunRule.periodOutside(named.bilingualLabel, first: ends[0], last: ends[1])
    warn(Finding(rule, at: place, text: named.label(report.language)))
  }

  /// A metric of years among quarters: none of its figures here can have a value, whatever arrives.
  mutating func doubt(
    _ entries: [MetricFigures.Entry], at periods: [Period], of figures: MetricFigures, at place: Place
  ) {
    guard let time = figures.metric.time, !desk.isAsking, !periods.isEmpty,
      entries.allSatisfy({ $0.figure.value == .absent(.missing) })
    else { return }
    let grammar = TimeGrammar(
      yearReading: figures.timeField?.yearReading ?? .fiscal, dateOrder: figures.timeField?.dateOrder,
      format: figures.timeField?.format)
    let table = desk.table(Query(keys: [GroupKey(column: time)], aggregates: [.count]), on: figures.dataset)
    let times = table.rows.compactMap { row -> TimeValue? in
      guard case .text(let label)? = row.keys.last else { return nil }
      return Period(machineSpelling: label.text).map(TimeValue.period) ?? (try? grammar.read(label.text).value)
    }
    func days(_ first: CalendarDate, _ last: CalendarDate) -> Int { last.dayNumber - first.dayNumber }
    let longest = periods.map { days($0.first, $0.last) }.max() ?? 0
    guard case .period(let latest)? = times.max(by: { $0.last < $1.last }),
      times.allSatisfy({ days($0.first, $0.last) > longest + 7 })
    else { return }
    warn(
      Finding(ReportRunRule.longerTimes(figures.metric.id, latest.bilingualLabel), at: place, text: figures.metric.id))
  }

  /// `区=` where every record says its ward.
  mutating func doubt(_ filter: [Condition], on dataset: Dataset, at place: Place) {
    for condition in filter where condition.comparison == .equal && condition.values.allSatisfy(TextFolding.isBlank) {
      let held = desk.table(Query(filter: [condition], aggregates: [.count]), on: dataset)
      guard !desk.isAsking, !held.rows.contains(where: { $0.recordCount > 0 }) else { continue }
      warn(Finding(ReportRunRule.noBlank(condition.column), at: place, text: condition.column + "="))
    }
  }

  mutating func warn(_ finding: Finding) {
    if !warnings.contains(finding) { warnings.append(finding) }
  }
}
