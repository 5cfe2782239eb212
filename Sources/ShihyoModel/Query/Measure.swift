/// One number per group that can be asked for: a primitive of the engine, or a figure folded from extra keys
/// (mean from sum and n; median, quantile and distinct with the value column as a key).
///
/// - Units: those of the column; counts have none.
public enum Measure: Hashable, Sendable {
  case primitive(Aggregate)
  case mean(String)
  case median(String)
  /// `probability` lies in 0...1.
  case quantile(probability: ExactDecimal, column: String)
  /// How many different values the column holds.
  case distinct(String)

  public static let count = Measure.primitive(.count)

  /// The column that it reads; nil for the count of records.
  public var column: String? {
    switch self {
    case .primitive(.count): nil
    case .primitive(.countValues(let column)), .primitive(.sum(let column)), .primitive(.min(let column)),
      .primitive(.max(let column)), .mean(let column), .median(let column), .quantile(_, let column),
      .distinct(let column):
      column
    }
  }

  /// `count`, `sum(X)`, `quantile(0.25,X)`: the column name of machine output, and an expression that reads back.
  public var machineName: String {
    let name = ColumnSpelling.quotedIfNeeded(column ?? "")
    return switch self {
    case .primitive(.count): "count"
    case .primitive(.countValues): "count(\(name))"
    case .primitive(.sum): "sum(\(name))"
    case .primitive(.min): "min(\(name))"
    case .primitive(.max): "max(\(name))"
    case .mean: "mean(\(name))"
    case .median: "median(\(name))"
    case .quantile(let probability, _): "quantile(\(probability),\(name))"
    case .distinct: "distinct(\(name))"
    }
  }
}
