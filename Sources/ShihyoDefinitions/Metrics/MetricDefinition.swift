public import ShihyoModel

/// How one figure is computed, as a steward declares it in `metrics.yaml`.
public struct MetricDefinition: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case count, sum, mean, median, quantile, distinct, share, multiple, change, rate
    /// A published single figure, read from one row of the dataset.
    case value
  }

  /// One side of a ratio: a signed sum over the rows that pass its own filter.
  public struct Side: Hashable, Sendable {
    public var sum: SignedSum
    public var filter: [Condition]
    public init(_ sum: SignedSum, filter: [Condition] = []) {
      self.sum = sum
      self.filter = filter
    }
  }

  public enum Computation: Hashable, Sendable {
    /// A signed sum, or one mean, median, quantile or count of different values.
    case sum(SignedSum)
    case ratio(RatioKind, numerator: Side, denominator: Side)
    /// The cell of this column in the one row that passes the filter.
    case value(column: String)
  }

  /// 時点: as the source says it (記載なし included), and the time it means where it can be read.
  public struct AsOf: Hashable, Sendable {
    public var text: Bilingual
    public var time: TimeValue?
    public init(text: Bilingual, time: TimeValue? = nil) {
      self.text = text
      self.time = time
    }
  }

  /// Unique within its dataset: `centre.rate.all`.
  public var id: String
  public var label: Bilingual
  public var kind: Kind
  public var computation: Computation
  /// Rows that count at all.
  public var filter: [Condition]
  /// Resource of the dataset; nil: the only one.
  public var resource: String?
  /// Column that says when; nil: the metric knows no time but `asOf`.
  public var time: String?
  public var asOf: AsOf?
  /// nil: that of the column or of the kind.
  public var unit: String?
  public var digits: Int?
  /// Counts above 0 and below this are not shown, nor what tells them; nil: none are hidden (things, not people).
  public var disclosure: Int?
  public var department: String?
  public var definition: Bilingual?
  /// Where it stands.
  public var place: Place
  /// Where it writes its time, its conditions and their values.
  public var words = WordPlaces()

  /// The conditions of its rows and of both sides.
  public var conditions: [Condition] {
    guard case .ratio(_, let numerator, let denominator) = computation else { return filter }
    return filter + numerator.filter + denominator.filter
  }

  /// What it adds up: of a ratio both sides; none for a single cell.
  var sums: [SignedSum] {
    switch computation {
    case .sum(let sum): [sum]
    case .ratio(_, let numerator, let denominator): [numerator.sum, denominator.sum]
    case .value: []
    }
  }

  /// Every column that it reads, its time included.
  public var columns: [String] {
    var names = filter.map(\.column) + (time.map { [$0] } ?? [])
    switch computation {
    case .sum(let sum): names += sum.columns
    case .ratio(_, let numerator, let denominator):
      for side in [numerator, denominator] { names += side.sum.columns + side.filter.map(\.column) }
    case .value(let column): names.append(column)
    }
    return names
  }
}

extension SignedSum {
  var columns: [String] { terms.compactMap(\.measure.column) }
}
