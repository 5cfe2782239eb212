import ShihyoDefinitions
import ShihyoModel

/// A metric by some keys: what it asks, and the figure of each group at a period.
struct MetricFigures {
  let metric: MetricDefinition
  let dataset: Dataset
  let keys: [GroupKey]
  /// What of it is hidden; nil: nothing.
  var hiding: MetricHiding.Placed?
  /// The conditions of the place that prints it; nil: nothing of it is printed, so that nothing is noted.
  var printedFilter: [Condition]?
  let sides: [Side]
  /// Which months every series has; nil where no times are looked up or records are counted: a ward without an accident in
  /// May lacks nothing.
  private let seriesQuery: Query?
  private let countsRecords: Bool

  struct Side {
    var sum: SignedSum
    var plan: MeasurePlan
    /// Those of the plan, with the time as their last key.
    var queries: [Query]
  }

  /// A group and its figure; the id is set by who places it.
  struct Entry {
    var keys: [KeyValue]
    var figure: Figure
    /// The rows do not cover the whole period.
    var isPartial = false
    /// Of a stock that is partial: the last month (or longer) that the data hold, whose state it is.
    var stateOf: Period?
    /// Months that the figure does not hold, since a series has no row for them.
    var gaps: [SeriesGaps.Gap] = []
    /// Which months of the period the rows hold, of a stock the one whose state it is; nil: no times are looked up, or states
    /// of single days.
    var months: Set<Int>?
    /// nil where it is not asked for.
    var origin: FigureOrigin?
  }

  /// - Errors: `rateNotAdditive` where a rate would be summed, `shareOfAnother`, `unitsDiffer` where 円 would be a share of 人.
  init(_ metric: MetricDefinition, dataset: Dataset, keys: [GroupKey], filter: [Condition]) throws(Findings) {
    self.metric = metric
    self.dataset = dataset
    self.keys = keys
    let base = metric.filter + filter
    let parts: [(SignedSum, [Condition])] =
      switch metric.computation {
      case .sum(let sum): [(sum, [])]
      case .ratio(_, let numerator, let denominator):
        [(numerator.sum, numerator.filter), (denominator.sum, denominator.filter)]
      case .value(let column): [(SignedSum(.primitive(.min(column))), [])]
      }
    let time = metric.time.map { [GroupKey(column: $0)] } ?? []
    sides = parts.map { sum, own in
      let plan = MeasurePlan(keys: keys, filter: base + own, measures: sum.terms.map(\.measure))
      return Side(
        sum: sum, plan: plan,
        queries: plan.queries.map { Query(keys: $0.keys + time, filter: $0.filter, aggregates: $0.aggregates) })
    }
    let counts = parts.contains { $0.0.terms.contains { $0.measure == .primitive(.count) } }
    countsRecords = counts
    seriesQuery = metric.time.flatMap { time in
      if counts { return nil }
      let series = SeriesColumns.names(
        time: time, schema: dataset.schema, reading: dataset.reading, keys: keys, filter: base)
      return Query(keys: keys + (series + [time]).map { GroupKey(column: $0) }, filter: base, aggregates: [.count])
    }
    var refused: [AnalysisRule] = []
    for measure in parts.flatMap({ $0.0.terms.map(\.measure) }) {
      guard let column = measure.column, dataset.schema?.field(named: column)?.additivity == .rate else { continue }
      switch measure {
      case .primitive(.sum), .mean: refused.append(.rateNotAdditive(measure: measure.machineName))
      default: break
      }
    }
    if case .ratio(.share, let numerator, let denominator) = metric.computation,
      !numerator.sum.isComparable(with: denominator.sum)
    {
      refused.append(
        .shareOfAnother(numerator: numerator.sum.machineName, denominator: denominator.sum.machineName))
    }
    if case .ratio(let kind, let numerator, let denominator) = metric.computation, kind.comparesLikeWithLike,
      let first = numerator.sum.unit(schema: dataset.schema), let second = denominator.sum.unit(schema: dataset.schema),
      first.base != second.base
    {
      refused.append(.unitsDiffer(first: second.symbol, second: first.symbol))
    }
    if !refused.isEmpty { throw Findings(refused.map { Finding($0, at: metric.place, text: metric.id) }) }
  }

  /// Reads times as `TimedRows` does.
  private var grammar: TimeGrammar {
    TimeGrammar(
      yearReading: timeField?.yearReading ?? .fiscal, dateOrder: timeField?.dateOrder, format: timeField?.format)
  }

  var timeField: Field? { metric.time.flatMap { dataset.schema?.field(named: $0) } }

  private var isStock: Bool {
    sides.contains { side in
      side.sum.terms.contains { term in
        guard case .primitive(.sum(let column)) = term.measure else { return false }
        return dataset.schema?.field(named: column)?.additivity == .stock
      }
    }
  }

  /// One entry per group, in the order of the dataset. A group of the dataset without a row in the period is there as missing.
  ///
  /// - Parameter period: nil: all rows.
  /// - Errors: `notOneRow`, `overlappingTimes`, `timeUnread`, `overflow`, `notNumeric`.
  func entries(_ period: Period?, desk: inout QueryDesk, at place: Place) throws(Findings) -> [Entry] {
    var isPartial = false
    var covered = period
    var months: Set<Int>?
    let lacking = seriesQuery.map { desk.gaps($0, on: dataset, groupKeys: keys.count, grammar: grammar) }
    var groups: [[KeyValue]] = []
    var answers: [[[KeyValue]: MeasuredGroup]] = []
    var origins = OriginNotes(keyCount: self.keys.count)
    for side in sides {
      var tables: [ResultTable] = []
      var chosen: [[KeyValue]] = []
      for (query, timeless) in zip(side.queries, side.plan.queries) {
        let all = desk.table(query, on: dataset)
        let selected = try select(all, at: period, answering: timeless, at: place)
        isPartial = isPartial || selected.isPartial
        tables.append(selected.table)
        guard tables.count == 1 else { continue }
        // The first query has every row of the side; the others only sort them by one column more.
        chosen = selected.chosen
        covered = selected.covered ?? covered
        if let own = selected.months { months = (months ?? []).union(own) }
        guard metric.time != nil else { continue }
        // Groups that the dataset knows at any time stand in the table, missing where they have no row.
        let known = Self.timeless(all, answering: timeless)
        for row in KeyOrdering().rows(of: known, schema: dataset.schema) where !groups.contains(row.keys) {
          groups.append(row.keys)
        }
      }
      if desk.keepsOrigins { origins.add(chosen) }
      if let table = tables.first { try checkOneRow(table, at: place) }
      let measured = try side.plan.groups(tables, schema: dataset.schema, ordering: KeyOrdering())
      for group in measured where !groups.contains(group.keys) { groups.append(group.keys) }
      answers.append(Dictionary(measured.map { ($0.keys, $0) }, uniquingKeysWith: { first, _ in first }))
    }
    if keys.isEmpty, groups.isEmpty { groups = [[]] }
    if sides.count > 1 { groups = ordered(groups, &desk) }
    if let cover = cover(of: period, &desk) {
      (isPartial, months) = (cover.isPartial, cover.months)
      answers = withNothing(answers, groups)
    }
    let decision = try hiding.flatMap { placed throws(Findings) in
      try desk.decision(placed.use, period: period, at: place)
    }
    var entries: [Entry] = []
    for keys in groups {
      var figure = try figure(keys, answers)
      let gaps = covered.flatMap { lacking?.gaps(in: $0, group: keys) } ?? []
      if figure.exactValue != nil, isPartial || !gaps.isEmpty { figure.marks.insert(.incomplete) }
      figure = finished(figure)
      if let decision, let hiding, decision.hides(keys, at: period, of: hiding) {
        figure = figure.hidden(hiding.use.request)
      }
      try note(figure, keys, answers, at: period, &desk)
      let origin = desk.keepsOrigins ? self.origin(origins.groups(of: keys), period) : nil
      entries.append(
        Entry(
          keys: keys, figure: figure, isPartial: isPartial, stateOf: isPartial && isStock ? covered : nil, gaps: gaps,
          months: months, origin: origin))
    }
    return entries
  }

  /// - Parameter groups: one set per side.
  func origin(_ groups: [Set<[KeyValue]>], _ period: Period?) -> FigureOrigin {
    let parts = zip(sides, groups).map { side, groups in
      FigurePart(
        dataset: dataset, query: side.queries[0], groups: groups, sum: side.sum, period: period, metric: metric)
    }
    switch metric.computation {
    case .value: return .sum(parts[0])
    case .sum(let sum): return sum.isAdditive ? .sum(parts[0]) : .selection(parts[0])
    case .ratio(let kind, _, _): return .ratio(kind, numerator: parts[0], denominator: parts[1])
    }
  }

  /// An answer narrowed to a period, without its time.
  struct Selected {
    var table: ResultTable
    /// Keys of its rows, with their times.
    var chosen: [[KeyValue]]
    /// nil where no period was asked for.
    var covered: Period?
    var months: Set<Int>?
    var isPartial = false
  }

  /// - Parameter period: nil: all rows.
  func select(
    _ all: ResultTable, at period: Period?, answering query: Query, at place: Place
  ) throws(Findings) -> Selected {
    let keys = all.rows.map(\.keys)
    guard metric.time != nil else { return Selected(table: all, chosen: keys) }
    guard let period else { return Selected(table: Self.timeless(all, answering: query), chosen: keys) }
    let times = TimedRows(all, field: timeField)
    if times.extent == nil, let column = metric.time, let unread = times.unread {
      throw Findings([
        Finding(
          MetricRunRule.timeUnread(column, unread), at: metric.words.place(.column, column) ?? metric.place,
          text: column)
      ])
    }
    let selection = times.selection(
      period, isStock: isStock, countsRecords: countsRecords)
    if selection.overlaps {
      throw Findings([
        Finding(ReportRunRule.overlappingTimes(metric.id, period.label(.ja)), at: place, text: metric.id)
      ])
    }
    var table = all
    table.query = query
    table.rows = selection.rows
    return Selected(
      table: table, chosen: selection.groups, covered: selection.covered, months: selection.months,
      isPartial: selection.isPartial && !selection.rows.isEmpty)
  }

  /// The same answer without its last key, the time.
  static func timeless(_ all: ResultTable, answering query: Query) -> ResultTable {
    var table = all
    table.query = query
    table.rows = ResultTable.combined(
      all.rows.map {
        ResultTable.Row(keys: Array($0.keys.dropLast()), firstRecord: $0.firstRecord, values: $0.values)
      }, aggregates: query.aggregates)
    return table
  }
}
