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
  ///
  /// - Parameter words: where the block writes what is looked up.
  mutating func metricFigures(
    _ id: String, keys: [GroupKey], filter: [Condition], at place: Place, _ words: WordPlaces = WordPlaces()
  ) throws(Findings) -> (figures: MetricFigures, filter: [Condition]) {
    let (entry, metric) = try loaded.metric(id, at: words.place(.metric, id) ?? place)
    let found = try loaded.open(entry, resource: metric.resource)
    let own = try checked(keys, filter, of: found, at: place, words)
    doubt(filter, on: found.dataset, at: place)
    var figures = try MetricFigures(metric, dataset: found.dataset, keys: keys, filter: own)
    figures.printedFilter = own
    try check(metric, of: found, keys: keys, filter: own)
    figures.hiding = try hiding.enter(metric, dataset: found.dataset, keys: keys, filter: own)
    return (figures, own)
  }

  /// The figure of one group at one period, with its id.
  mutating func figure(_ reference: FigureReference, at place: Place) throws(Findings) -> Figure {
    let (figures, filter) = try metricFigures(reference.metric, keys: [], filter: reference.dimensions, at: place)
    let when = try moment(figures.metric, reference.period, at: place)
    let dimensions = Self.dimensions(filter)
    if case .fixed(let period)? = reference.period { doubt(period, of: figures, at: place) }
    let now = try single(figures, when.period, at: place)
    doubt([now], at: when.period.map { [$0] } ?? [], of: figures, at: place)
    let source = Self.source(figures, filter, when.period)
    coverage.add(now, at: when.period)
    if let aspect = reference.aspect {
      return try self.aspect(
        aspect, of: figures, reference, now: now, when: when, dimensions: dimensions, from: source, at: place)
    }
    guard let comparison = reference.comparison else {
      return entered(
        now.figure, metric: figures.metric.id, period: when.spelling, dimensions: dimensions, origin: now.origin,
        from: source, at: place)
    }
    let (change, origin) = try self.change(figures, comparison, from: when, now: now, at: place)
    return entered(
      change.figure, metric: figures.metric.id + "." + comparison.suffix(change.figure), period: when.spelling,
      dimensions: dimensions, origin: origin, from: source, at: place)
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
    coverage.add(before, at: base)
    let other = ComparedMonths(now: now, at: period, before: before, at: base)
    if let other, !otherMonths.contains(other) { otherMonths.append(other) }
    return (
      FigureChange(
        now: now.figure, before: before.figure, comparison: comparison, isComparable: other == nil,
        isSigned: figures.isSigned(&desk)),
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

  /// What a figure of a metric is computed from, by keys whose values its id says.
  static func source(
    _ figures: MetricFigures, _ filter: [Condition], _ period: Period?, keys: [GroupKey] = []
  ) -> FigureSource {
    FigureSource(
      dataset: figures.dataset.name, measure: figures.metric.id, period: period, filter: filter,
      fixed: filter.filter(\.isOneValue).map(\.column) + FigureSource.columns(fixedBy: keys))
  }
}
