package import ShihyoDefinitions
package import ShihyoModel

/// One metric outside a report: what a verification recomputes.
package struct MetricRunner: Sendable {
  package struct Answer: Sendable {
    package var figure: Figure
    /// `dataset/resource`
    package var input: String
    /// nil where no row stands for it.
    package var origin: FigureOrigin?
  }

  /// All metrics of the dataset.
  package var ids: [String] { loaded.entries.flatMap { $0.metrics.map(\.id) } }

  private let loaded: LoadedDatasets

  /// - Parameter dataset: its name; descriptor and metrics are read once.
  /// - Errors: an unknown name with the nearest one, and what is wrong with descriptor or metrics.
  package init(_ dataset: String, finder: DatasetFinder) throws(Findings) {
    loaded = try LoadedDatasets([(name: dataset, place: Place())], finder: finder)
  }

  /// - Parameter period: nil: the metric's own 時点, else all rows.
  /// - Errors: an unknown metric with the nearest one, and whatever the metric refuses.
  package func figure(
    _ id: String, period: Period?, filter: [Condition], engine: any Engine
  ) async throws -> Answer {
    let (found, input) = try await entries(id, period, by: [], filter, engine)
    return Answer(
      figure: found.first?.figure ?? Figure(kind: .sum, value: .absent(.missing)), input: input,
      origin: found.first?.origin)
  }

  /// The same of every group of a column.
  package func groups(
    _ id: String, by column: String, period: Period?, filter: [Condition], engine: any Engine
  ) async throws -> [(key: KeyValue, figure: Figure)] {
    let (found, _) = try await entries(id, period, by: [GroupKey(column: column)], filter, engine)
    return found.compactMap { entry in entry.keys.first.map { (key: $0, figure: entry.figure) } }
  }

  private func entries(
    _ id: String, _ period: Period?, by keys: [GroupKey], _ filter: [Condition], _ engine: any Engine
  ) async throws -> (entries: [MetricFigures.Entry], input: String) {
    let (entry, metric) = try loaded.metric(id, at: Place())
    let dataset = try loaded.open(entry, resource: metric.resource).dataset
    let figures = try MetricFigures(metric, dataset: dataset, keys: keys, filter: filter)
    var when = period
    if when == nil, metric.time != nil, case .period(let own)? = metric.asOf?.time { when = own }
    var desk = QueryDesk()
    desk.keepsOrigins = true
    _ = try figures.entries(when, desk: &desk, at: metric.place)
    try await desk.ask(engine)
    return (try figures.entries(when, desk: &desk, at: metric.place), dataset.name)
  }
}
