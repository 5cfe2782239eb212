import ShihyoModel
import ShihyoStatistics

/// What must be asked of an engine to have some measures of each group, and how its answers become figures.
///
/// The first query holds the primitives. A quantile or a distinct count adds one query with its column as a further key.
struct MeasurePlan: Hashable {
  /// A column that stands as the last key of a query of its own.
  struct Fold: Hashable {
    var column: String
    var form: GroupKey.Form
  }

  let keys: [GroupKey]
  let filter: [Condition]
  let measures: [Measure]
  /// The count of records first, so that every group has one.
  let primitives: [Aggregate]
  let folds: [Fold]

  init(keys: [GroupKey], filter: [Condition], measures: [Measure]) {
    self.keys = keys
    self.filter = filter
    self.measures = measures
    var primitives: [Aggregate] = [.count]
    var folds: [Fold] = []
    for measure in measures {
      let primitive = measure.supportingPrimitive
      if !primitives.contains(primitive) { primitives.append(primitive) }
      if let fold = measure.fold, !folds.contains(fold) { folds.append(fold) }
    }
    self.primitives = primitives
    self.folds = folds
  }

  var queries: [Query] {
    [Query(keys: keys, filter: filter, aggregates: primitives)]
      + folds.map { fold in
        Query(
          keys: keys + [GroupKey(column: fold.column, form: fold.form)], filter: filter, aggregates: [.count])
      }
  }

  /// One group per row of the first table, in the order wished for.
  ///
  /// - Parameter tables: the answers to `queries`, in their order.
  /// - Errors: `notNumeric`, `overflow`; a quantile outside 0…1 as a usage error.
  func groups(
    _ tables: some Collection<ResultTable>, schema: Schema?, ordering: KeyOrdering,
    quantiles: Quantile.Definition = .type7
  ) throws(Findings) -> [MeasuredGroup] {
    try MeasuredAnswers(self, tables, schema: schema, ordering: ordering, quantiles: quantiles).all
  }
}

extension Measure {
  /// The primitive that gives n, reasons, marks and decimals, and for most measures the value itself.
  var supportingPrimitive: Aggregate {
    switch self {
    case .primitive(let aggregate): aggregate
    case .mean(let column), .median(let column), .quantile(_, let column): .sum(column)
    case .distinct(let column): .countValues(column)
    }
  }

  /// The further key that it is folded from; nil for what the primitives give.
  var fold: MeasurePlan.Fold? {
    switch self {
    case .primitive, .mean: nil
    case .median(let column), .quantile(_, let column): MeasurePlan.Fold(column: column, form: .number)
    case .distinct(let column): MeasurePlan.Fold(column: column, form: .value)
    }
  }
}
