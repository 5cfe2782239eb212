package import ShihyoDefinitions
package import ShihyoModel

/// How a figure came about: what it is computed of, down to the groups of an answer whose rows a trace can show.
package indirect enum FigureOrigin: Hashable, Sendable {
  /// A count or a sum: the rows add up to it.
  case sum(FigurePart)
  /// A smallest or largest value, a median, a number of different values: it is taken from the rows, which do not add up to it.
  case selection(FigurePart)
  case ratio(RatioKind, numerator: FigurePart, denominator: FigurePart)
  /// Against another period: ポイント between percentages, 増減率 between numbers, a difference where one is negative.
  case change(PeriodComparison, now: TracedFigure, before: TracedFigure)
  /// 計: of figures that stand beside it.
  case total([TracedFigure])
  /// By a formula that rows do not add up to, such as the end of an interval; its words name every number that goes into it.
  case derived(Bilingual, of: [TracedFigure])

  /// Every part, in the order in which it is explained.
  package var parts: [FigurePart] {
    switch self {
    case .sum(let part), .selection(let part): [part]
    case .ratio(_, let numerator, let denominator): [numerator, denominator]
    case .change(_, let now, let before): (now.origin?.parts ?? []) + (before.origin?.parts ?? [])
    case .total(let figures), .derived(_, let figures): figures.flatMap { $0.origin?.parts ?? [] }
    }
  }
}

/// A figure that another one is made of.
package struct TracedFigure: Hashable, Sendable {
  package var figure: Figure
  /// nil: no row stands for it.
  package var origin: FigureOrigin?
  /// What tells it from its neighbours: the period, or the group.
  package var label: Bilingual

  package init(_ figure: Figure, origin: FigureOrigin?, label: Bilingual) {
    self.figure = figure
    self.origin = origin
    self.label = label
  }
}

/// One signed sum over some groups of a query.
package struct FigurePart: Hashable, Sendable {
  package var dataset: Dataset
  /// Its keys end with the column of times where the metric has one.
  package var query: Query
  /// The groups whose rows count; none where nothing stands for the figure.
  package var groups: Set<[KeyValue]>
  package var sum: SignedSum
  /// nil: the part knows no period.
  package var period: Period?
  package var metric: MetricDefinition?

  package init(
    dataset: Dataset, query: Query, groups: Set<[KeyValue]>, sum: SignedSum, period: Period? = nil,
    metric: MetricDefinition? = nil
  ) {
    self.dataset = dataset
    self.query = query
    self.groups = groups
    self.sum = sum
    self.period = period
    self.metric = metric
  }
}
