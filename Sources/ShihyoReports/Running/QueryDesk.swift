import ShihyoModel

/// Collects what a report asks, so that each dataset is read once, and hands out the answers.
///
/// A report is composed twice: the first time every answer is empty and only the questions count; what depends on data is not
/// judged then (`isAsking`).
struct QueryDesk {
  struct Input: Hashable {
    var dataset: Dataset
    var queries: [Query] = []
  }

  private(set) var inputs: [Input] = []
  private var answers: [Dataset: [Query: ResultTable]] = [:]
  private(set) var isAsking = true
  /// Whether what each figure is made of is kept, to be explained.
  var keepsOrigins = false
  /// Whether a run only finds out at which periods each metric that hides counts is printed.
  var collectsPeriods = false
  private var periods: [MetricHiding.Use: [Period?]] = [:]
  private var decisions: [MetricHiding.Use: MetricDecision] = [:]
  private struct GapsKey: Hashable {
    let dataset: Dataset
    let query: Query
    let groupKeys: Int
  }
  private var gaps: [GapsKey: SeriesGaps] = [:]
  /// What is odd about the figures that were printed.
  var notices = MetricNotices()

  /// What is hidden of a metric, decided once for all its periods; nil while they are not all known.
  mutating func decision(
    _ use: MetricHiding.Use, period: Period?, at place: Place
  ) throws(Findings) -> MetricDecision? {
    if isAsking { return nil }
    if collectsPeriods {
      if periods[use]?.contains(period) != true { periods[use, default: []].append(period) }
      return nil
    }
    if let known = decisions[use] { return known }
    let decision = try MetricDecision(use, periods: periods[use] ?? [period], desk: &self, at: place)
    decisions[use] = decision
    return decision
  }

  /// The answer; empty while asking.
  mutating func table(_ query: Query, on dataset: Dataset) -> ResultTable {
    if let answer = answers[dataset]?[query] { return answer }
    if isAsking {
      if let place = inputs.firstIndex(where: { $0.dataset == dataset }) {
        if !inputs[place].queries.contains(query) { inputs[place].queries.append(query) }
      } else {
        inputs.append(Input(dataset: dataset, queries: [query]))
      }
    }
    return ResultTable(
      query: query, rows: [], decimalsSeen: query.aggregates.map { _ in 0 }, accounting: Accounting(),
      overlapping: false)
  }

  /// The months that single series lack, found once for all cells that ask.
  ///
  /// - Parameter grammar: of the time column of the query.
  mutating func gaps(_ query: Query, on dataset: Dataset, groupKeys: Int, grammar: TimeGrammar) -> SeriesGaps {
    let key = GapsKey(dataset: dataset, query: query, groupKeys: groupKeys)
    if let known = gaps[key] { return known }
    let found = SeriesGaps(table(query, on: dataset), groupKeys: groupKeys, grammar: grammar)
    if !isAsking { gaps[key] = found }
    return found
  }

  mutating func tables(_ queries: [Query], on dataset: Dataset) -> [ResultTable] {
    var tables: [ResultTable] = []
    for query in queries { tables.append(table(query, on: dataset)) }
    return tables
  }

  /// Asks the engine everything, one pass per dataset.
  mutating func ask(_ engine: any Engine) async throws {
    for input in inputs {
      let tables = try await engine.run(input.queries, on: input.dataset)
      answers[input.dataset] = Dictionary(zip(input.queries, tables), uniquingKeysWith: { first, _ in first })
    }
    isAsking = false
  }

  /// What became of the records of each dataset, all of them: a filter of one query is not the input's.
  var accountings: [ReportDocument.Input] {
    inputs.compactMap { input in
      guard let tables = answers[input.dataset]?.values, let first = tables.first else { return nil }
      var accounting = first.accounting
      accounting.filteredOut = 0
      accounting.leftOut = ReasonCounts()
      accounting.accepted = accounting.records - accounting.rejected
      return ReportDocument.Input(name: input.dataset.name, accounting: accounting)
    }
  }

  var warnings: [Finding] {
    var seen: [Finding] = []
    for input in inputs {
      for query in input.queries {
        for warning in answers[input.dataset]?[query]?.warnings ?? [] where !seen.contains(warning) {
          seen.append(warning)
        }
      }
    }
    return seen + notices.warnings
  }
}
