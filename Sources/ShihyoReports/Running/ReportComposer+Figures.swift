import ShihyoDefinitions
import ShihyoModel

extension ReportComposer {
  /// Conditions that `--set` makes for a dataset: only where it has the column.
  func settingFilter(_ dataset: Dataset) -> [Condition] {
    report.parameters.compactMap { parameter in
      guard let value = settings[parameter.name], dataset.schema?.field(named: parameter.column) != nil else {
        return nil
      }
      return Condition(column: parameter.column, comparison: .equal, values: [value])
    }
  }

  /// The metric of a reference, ready to be asked by `keys`.
  mutating func metricFigures(
    _ id: String, keys: [GroupKey], filter: [Condition], at place: Place
  ) throws(Findings) -> (figures: MetricFigures, filter: [Condition]) {
    let (entry, metric) = try loaded.metric(id, at: place)
    let dataset = try loaded.open(entry, resource: metric.resource).dataset
    let own = filter + settingFilter(dataset)
    try checkColumns(keys, own, dataset, at: place)
    var figures = try MetricFigures(metric, dataset: dataset, keys: keys, filter: own)
    figures.hiding = try hiding.enter(metric, dataset: dataset, keys: keys, filter: own)
    return (figures, own)
  }

  func checkColumns(
    _ keys: [GroupKey], _ filter: [Condition], _ dataset: Dataset, at place: Place
  ) throws(Findings) {
    guard let names = dataset.schema?.fields.map(\.name) else { return }
    var columns = filter.map(\.column)
    for key in keys { if case .column(let name) = key.source { columns.append(name) } }
    let unknown = columns.filter { column in !names.contains { Label($0) == Label(column) } }
    guard unknown.isEmpty else {
      throw Findings(
        unknown.map {
          Finding(DescriptorRule.unknownField($0, nearest: NearestName.find($0, in: names)), at: place, text: $0)
        })
    }
  }

  /// A value that no record holds is misspelt: the figure would look like one that has not arrived.
  private mutating func checkValues(
    _ conditions: [Condition], of dataset: Dataset, at place: Place
  ) throws(Findings) {
    var findings: [Finding] = []
    for condition in conditions {
      let table = desk.table(Query(keys: [GroupKey(column: condition.column)], aggregates: [.count]), on: dataset)
      if desk.isAsking { continue }
      let known = KeyOrdering().rows(of: table, schema: dataset.schema).map { ReportTable.KeyCell($0.keys[0]).label.ja }
      for value in condition.values where !known.contains(where: { TextFolding.fold($0) == TextFolding.fold(value) }) {
        let rule = ReportRunRule.unknownValue(
          value, nearest: NearestName.find(value, in: known), known: Array(known.prefix(30)))
        findings.append(Finding(rule, at: place, text: value))
      }
    }
    if !findings.isEmpty { throw Findings(findings) }
  }

  /// The figure of one group at one period, with its id.
  mutating func figure(_ reference: FigureReference, at place: Place) throws(Findings) -> Figure {
    let (figures, filter) = try metricFigures(reference.metric, keys: [], filter: reference.dimensions, at: place)
    try checkValues(reference.dimensions, of: figures.dataset, at: place)
    let when = try moment(figures.metric, reference.period, at: place)
    let dimensions = Self.dimensions(filter)
    let now = try single(figures, when.period, at: place)
    if let aspect = reference.aspect {
      return try self.aspect(
        aspect, of: figures, reference, now: now, when: when, dimensions: dimensions, at: place)
    }
    guard let comparison = reference.comparison else {
      return entered(
        now.figure, metric: figures.metric.id, period: when.spelling, dimensions: dimensions, origin: now.origin)
    }
    let (change, origin) = try self.change(figures, comparison, from: when, now: now, at: place)
    return entered(
      change.figure, metric: figures.metric.id + "." + comparison.suffix(change.figure), period: when.spelling,
      dimensions: dimensions, origin: origin)
  }

  mutating func single(
    _ figures: MetricFigures, _ period: Period?, at place: Place
  ) throws(Findings) -> MetricFigures.Entry {
    try figures.entries(period, desk: &desk, at: place).first
      ?? MetricFigures.Entry(keys: [], figure: Figure(kind: .sum, value: .absent(.missing)))
  }

  mutating func change(
    _ figures: MetricFigures, _ comparison: PeriodComparison, from when: Moment, now: MetricFigures.Entry,
    at place: Place
  ) throws(Findings) -> (FigureChange, FigureOrigin?) {
    guard let period = when.period else {
      // While asking, the period of the run is still open; the queries are the same for every period.
      if desk.isAsking {
        return (FigureChange(now: now.figure, before: now.figure, comparison: comparison), nil)
      }
      throw Findings([Finding(ReportRunRule.noPeriod, at: place)])
    }
    let base = comparison.base(of: period)
    let before = try single(figures, base, at: place)
    let other = ComparedMonths(now: now, at: period, before: before, at: base)
    if let other, !otherMonths.contains(other) { otherMonths.append(other) }
    return (
      FigureChange(now: now.figure, before: before.figure, comparison: comparison, isComparable: other == nil),
      FigureOrigin(comparison, at: period, now: now, before: before)
    )
  }

  /// `区=門司区` as the dimension of an id; conditions that choose no single group have none.
  static func dimensions(_ filter: [Condition]) -> [String: String] {
    var dimensions: [String: String] = [:]
    for condition in filter where condition.comparison == .equal && condition.values.count == 1 {
      dimensions[condition.column] = condition.values[0]
    }
    return dimensions
  }
}
