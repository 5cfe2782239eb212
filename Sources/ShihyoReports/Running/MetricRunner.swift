package import ShihyoDefinitions
package import ShihyoModel

/// One metric outside a report: what a verification recomputes.
package struct MetricRunner: Sendable {
  package struct Answer: Sendable {
    package var figure: Figure
    /// `dataset/resource`
    package var input: String
  }

  let finder: DatasetFinder
  let engine: any Engine

  package init(finder: DatasetFinder, engine: any Engine) {
    self.finder = finder
    self.engine = engine
  }

  /// - Parameters:
  ///   - name: `dataset.metric`.
  ///   - period: nil: the metric's own 時点, else all rows.
  /// - Errors: unknown names with the nearest one, and whatever the metric refuses.
  package func figure(_ name: String, period: Period?, filter: [Condition]) async throws -> Answer {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    let loaded = try LoadedDatasets([parts.first ?? name], finder: finder, place: Place())
    let (entry, metric) = try loaded.metric(parts.count > 1 ? parts[1] : "", at: Place())
    let dataset = try loaded.open(entry, resource: metric.resource).dataset
    let figures = try MetricFigures(metric, dataset: dataset, keys: [], filter: filter)
    var when = period
    if when == nil, metric.time != nil, case .period(let own)? = metric.asOf?.time { when = own }
    var desk = QueryDesk()
    _ = try figures.entries(when, desk: &desk, at: metric.place)
    try await desk.ask(engine)
    let figure = try figures.entries(when, desk: &desk, at: metric.place).first?.figure
    return Answer(figure: figure ?? Figure(kind: .sum, value: .absent(.missing)), input: dataset.name)
  }
}
