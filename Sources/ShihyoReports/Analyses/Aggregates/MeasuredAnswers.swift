import ShihyoModel
import ShihyoStatistics

/// The answers to a `MeasurePlan`, from which the figures of a group are made when they are asked for: there can be millions
/// of groups, and figures take several times the memory of the rows that they are made of.
struct MeasuredAnswers: Sendable {
  /// Of the first table; `order` has their places in the order wished for, nil where they stand in it.
  private let body: ResultRows
  private let order: [Int]?
  let sources: [Source]
  private let measures: [Measure]
  private let quantiles: Quantile.Definition
  /// Weighted medians that stand for the plain ones, by column and keys.
  var medians: [String: [[KeyValue]: Figure.Value]]?

  /// Where a measure finds its numbers.
  struct Source: Sendable {
    let measure: Measure
    /// Place of its primitive in a row.
    let primitive: Int
    let facts: ColumnFacts
    /// Of quantiles and distinct counts, by the keys of the group.
    let distributions: [[KeyValue]: Distribution]?
  }

  init(
    _ plan: MeasurePlan, _ tables: some Collection<ResultTable>, schema: Schema?, ordering: KeyOrdering,
    quantiles: Quantile.Definition = .type7
  ) {
    self.quantiles = quantiles
    let base = tables.first
    body = base?.body ?? ResultRows([])
    order = base.flatMap { ordering.places(of: $0, schema: schema) }
    let distributions = tables.dropFirst().map { table in
      Dictionary(table.distribution().map { ($0.keys, $0) }, uniquingKeysWith: { first, _ in first })
    }
    var sources: [Source] = []
    for measure in plan.measures where !sources.contains(where: { $0.measure == measure }) {
      guard let base, let primitive = plan.primitives.firstIndex(of: measure.supportingPrimitive) else { continue }
      let facts = ColumnFacts(
        column: measure.column ?? "", seen: base.decimalsSeen[primitive], unit: base.units[primitive], schema: schema)
      let fold = measure.fold.flatMap { fold in plan.folds.firstIndex(of: fold) }
      sources.append(
        Source(measure: measure, primitive: primitive, facts: facts, distributions: fold.map { distributions[$0] }))
    }
    self.sources = sources
    measures = sources.map(\.measure)
  }

  var count: Int { body.count }
  var indices: Range<Int> { 0..<body.count }

  private func place(_ index: Int) -> Int { order?[index] ?? index }

  func key(_ column: Int, of index: Int) -> KeyValue { body.key(column, of: place(index)) }

  func value(_ source: Source, of index: Int) -> AggregateValue {
    body.source?.value(source.primitive, of: place(index)) ?? body[place(index)].values[source.primitive]
  }

  /// Counts, extremes, and sums and means that fit whatever they add: no figure can fail.
  var cannotFail: Bool {
    sources.allSatisfy { source in
      switch source.measure {
      case .primitive, .mean: source.facts.decimals <= 9
      case .median, .quantile, .distinct: false
      }
    }
  }

  /// - Errors: as `group`.
  var all: [MeasuredGroup] {
    get throws(Findings) {
      var groups: [MeasuredGroup] = []
      groups.reserveCapacity(count)
      for index in indices { groups.append(try group(index)) }
      return groups
    }
  }

  /// Whether it can be told from the answers that no figure has marks and all have values.
  var arePlain: Bool {
    guard cannotFail else { return false }
    if body.source?.arePlain == true { return true }
    return indices.allSatisfy { index in sources.allSatisfy { value($0, of: index).isPlain } }
  }

  /// - Errors: as `MeasurePlan.groups`.
  func group(_ index: Int) throws(Findings) -> MeasuredGroup {
    let row = body[place(index)]
    var figures: [Figure] = []
    figures.reserveCapacity(sources.count)
    for source in sources {
      figures.append(
        try source.measure.figure(
          row.values[source.primitive], distribution: source.distributions?[row.keys], facts: source.facts,
          quantiles: quantiles))
    }
    var group = MeasuredGroup(keys: row.keys, figures: MeasuredFigures(measures: measures, figures: figures))
    if medians != nil { group.weigh(medians) }
    return group
  }
}

/// The figures of one group.
struct MeasuredGroup: Hashable {
  var keys: [KeyValue]
  var figures: MeasuredFigures
}

/// A figure per measure; a few at most, so they stand in a list that all groups share the order of.
struct MeasuredFigures: Hashable {
  private var measures: [Measure]
  private var figures: [Figure]

  init(measures: [Measure], figures: [Figure]) {
    self.measures = measures
    self.figures = figures
  }

  subscript(measure: Measure) -> Figure? { measures.firstIndex(of: measure).map { figures[$0] } }

  /// Of a measure that it does not hold yet.
  mutating func append(_ figure: Figure, for measure: Measure) {
    measures.append(measure)
    figures.append(figure)
  }

  mutating func replace(_ measure: Measure, with figure: Figure) {
    if let place = measures.firstIndex(of: measure) { figures[place] = figure }
  }
}

extension AggregateValue {
  /// Every cell holds a value, and none has a mark.
  fileprivate var isPlain: Bool {
    switch self {
    case .count: true
    case .countValues(let tally): tally.isPlain
    case .sum(let sum): sum.tally.isPlain
    case .extreme(let extreme): extreme.tally.isPlain
    }
  }
}

extension Tally {
  fileprivate var isPlain: Bool { n > 0 && marks.isEmpty && reasons.total == 0 }
}
