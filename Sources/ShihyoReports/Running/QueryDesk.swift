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

  /// An answer, and what was found out about it, once for all cells that ask.
  private struct Answer {
    let table: ResultTable
    var times: TimedRows?
    var groups: [[KeyValue]]?
    var gaps: SeriesGaps?
  }

  private(set) var inputs: [Input] = []
  /// Per input; none while asking.
  private var answers: [[Query: Answer]] = []
  private(set) var isAsking = true
  /// Whether what each figure is made of is kept, to be explained.
  var keepsOrigins = false
  /// Whether a run only finds out at which periods each metric that hides counts is printed.
  var collectsPeriods = false
  // Lists, not dictionaries: a use and a dataset hold all that is declared of them, which is soon compared but long to hash.
  private var periods: [(use: MetricHiding.Use, all: [Period?])] = []
  private var decisions: [(use: MetricHiding.Use, decision: MetricDecision)] = []
  private var memory = FigureMemory()
  /// What is odd about the figures that were printed.
  var notices = MetricNotices()

  /// What is hidden of a metric, decided once for all its periods; nil while they are not all known.
  mutating func decision(
    _ use: MetricHiding.Use, period: Period?, at place: Place
  ) throws(Findings) -> MetricDecision? {
    if isAsking { return nil }
    let collected = periods.firstIndex { $0.use == use }
    if collectsPeriods {
      guard let collected else {
        periods.append((use, [period]))
        return nil
      }
      if !periods[collected].all.contains(period) { periods[collected].all.append(period) }
      return nil
    }
    if let known = decisions.first(where: { $0.use == use }) { return known.decision }
    let all = collected.map { periods[$0].all } ?? [period]
    let decision = try MetricDecision(use, periods: all, desk: &self, at: place)
    decisions.append((use, decision))
    return decision
  }

  /// The answer; empty while asking.
  mutating func table(_ query: Query, on dataset: Dataset) -> ResultTable {
    let place = place(of: dataset)
    if let place, !isAsking, let answer = answers[place][query] { return answer.table }
    if isAsking {
      if let place {
        if !inputs[place].queries.contains(query) { inputs[place].queries.append(query) }
      } else {
        inputs.append(Input(dataset: dataset, queries: [query]))
      }
    }
    return ResultTable(
      query: query, rows: [], decimalsSeen: query.aggregates.map { _ in 0 }, accounting: Accounting(),
      overlapping: false)
  }

  private func place(of dataset: Dataset) -> Int? { inputs.firstIndex { $0.dataset == dataset } }

  /// What `make` finds out about an answer, kept from then on.
  private mutating func found<Value>(
    _ part: WritableKeyPath<Answer, Value?>, of query: Query, on dataset: Dataset, _ make: (ResultTable) -> Value
  ) -> Value {
    guard !isAsking, let place = place(of: dataset), let answer = answers[place][query] else {
      return make(table(query, on: dataset))
    }
    if let known = answer[keyPath: part] { return known }
    let made = make(answer.table)
    answers[place][query]?[keyPath: part] = made
    return made
  }

  /// The rows of a query whose last key is a time.
  ///
  /// - Parameter field: of that column.
  mutating func times(_ query: Query, on dataset: Dataset, field: Field?) -> TimedRows {
    found(\.times, of: query, on: dataset) { TimedRows($0, field: field) }
  }

  /// The groups of a query whose last key is a time, whenever they have a row, in order.
  ///
  /// - Parameter timeless: the same query without its time.
  mutating func groups(_ query: Query, on dataset: Dataset, answering timeless: Query) -> [[KeyValue]] {
    found(\.groups, of: query, on: dataset) { table in
      KeyOrdering().rows(of: MetricFigures.timeless(table, answering: timeless), schema: dataset.schema).map(\.keys)
    }
  }

  /// The months that single series lack.
  ///
  /// - Parameter grammar: of the time column of the query.
  mutating func gaps(_ query: Query, on dataset: Dataset, groupKeys: Int, grammar: TimeGrammar) -> SeriesGaps {
    var gaps = found(\.gaps, of: query, on: dataset) { SeriesGaps($0, groupKeys: groupKeys, grammar: grammar) }
    gaps.groupKeys = groupKeys
    return gaps
  }

  /// What was made of a metric at a period before; nil while asking, when there is nothing to make it of.
  func made(_ figures: MetricFigures, at period: Period?) -> [MetricFigures.Made]? {
    isAsking ? nil : memory.made(figures, at: period)
  }

  mutating func keep(_ made: [MetricFigures.Made], of figures: MetricFigures, at period: Period?) {
    if !isAsking { memory.keep(made, of: figures, at: period) }
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
      answers.append(
        Dictionary(zip(input.queries, tables.map { Answer(table: $0) }), uniquingKeysWith: { first, _ in first }))
    }
    isAsking = false
  }

  /// What became of the records of each dataset, all of them: a filter of one query is not the input's.
  var accountings: [ReportDocument.Input] {
    zip(inputs, answers).compactMap { input, answers in
      guard let first = answers.values.first else { return nil }
      var accounting = first.table.accounting
      accounting.filteredOut = 0
      accounting.leftOut = ReasonCounts()
      accounting.accepted = accounting.records - accounting.rejected
      return ReportDocument.Input(name: input.dataset.name, accounting: accounting)
    }
  }

  var warnings: [Finding] {
    var seen: [Finding] = []
    for (input, answers) in zip(inputs, answers) {
      for query in input.queries {
        for warning in answers[query]?.table.warnings ?? [] where !seen.contains(warning) {
          seen.append(warning)
        }
      }
    }
    return seen + notices.warnings
  }
}
