import ShihyoDefinitions
import ShihyoModel

/// A metric by some keys: what it asks, and the figure of each group at a period.
struct MetricFigures {
  let metric: MetricDefinition
  let dataset: Dataset
  let keys: [GroupKey]
  /// Beside that of the metric.
  let filter: [Condition]
  /// What of it is hidden; nil: nothing.
  var hiding: MetricHiding.Placed?
  /// The conditions of the place that prints it; nil: nothing of it is printed, so that nothing is noted.
  var printedFilter: [Condition]?
  let sides: [Side]
  /// Which months every series has; nil where no times are looked up or records are counted: a ward without an accident in
  /// May lacks nothing.
  let seriesQuery: Query?
  let countsRecords: Bool

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

  /// A group and its figure before anything is hidden.
  struct Made {
    var entry: Entry
    /// Of a quotient; nil where a side has no row.
    var sides: Sides?
  }
  typealias Sides = (numerator: SignedSumValue, denominator: SignedSumValue)

  /// - Errors: `rateNotAdditive` where a rate would be summed, `shareOfAnother`, `unitsDiffer` where 円 would be a share of 人.
  init(_ metric: MetricDefinition, dataset: Dataset, keys: [GroupKey], filter: [Condition]) throws(Findings) {
    self.metric = metric
    self.dataset = dataset
    self.keys = keys
    self.filter = filter
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
    var refused: [(rule: AnalysisRule, column: String?)] = []
    for measure in parts.flatMap({ $0.0.terms.map(\.measure) }) {
      guard let column = measure.column, dataset.schema?.field(named: column)?.additivity == .rate else { continue }
      switch measure {
      case .primitive(.sum), .mean: refused.append((.rateNotAdditive(measure: measure.machineName), column))
      default: break
      }
    }
    if case .ratio(.share, let numerator, let denominator) = metric.computation,
      !numerator.sum.isComparable(with: denominator.sum)
    {
      refused.append(
        (
          .shareOfAnother(numerator: numerator.sum.machineName, denominator: denominator.sum.machineName),
          numerator.sum.firstColumn
        ))
    }
    if case .ratio(let kind, let numerator, let denominator) = metric.computation, kind.comparesLikeWithLike,
      let first = numerator.sum.unit(schema: dataset.schema), let second = denominator.sum.unit(schema: dataset.schema),
      first.base != second.base
    {
      refused.append((.unitsDiffer(first: second.symbol, second: first.symbol), denominator.sum.firstColumn))
    }
    if !refused.isEmpty {
      throw Findings(
        refused.map { rule, column in
          let written = column.flatMap { metric.words.place(.column, $0) }
          return Finding(rule, at: written ?? metric.place, text: metric.id)
        })
    }
  }
}
