package import ShihyoDefinitions
package import ShihyoModel

/// One metric outside a report: what a verification recomputes.
package struct MetricRunner: Sendable {
  package struct Answer: Sendable {
    package var figure: Figure
    /// `dataset/resource`
    package var input: String
    package var parts: [FigurePart]
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
    let (listed, metric) = try loaded.metric(parts.count > 1 ? parts[1] : "", at: Place())
    let dataset = try loaded.open(listed, resource: metric.resource).dataset
    let figures = try MetricFigures(metric, dataset: dataset, keys: [], filter: filter)
    var when = period
    if when == nil, metric.time != nil, case .period(let own)? = metric.asOf?.time { when = own }
    var desk = QueryDesk()
    desk.keepsOrigins = true
    _ = try figures.entries(when, desk: &desk, at: metric.place)
    try await desk.ask(engine)
    let entry = try figures.entries(when, desk: &desk, at: metric.place).first
    return Answer(
      figure: entry?.figure ?? Figure(kind: .sum, value: .absent(.missing)), input: dataset.name,
      parts: entry?.origin?.parts ?? [])
  }
}
