/// What an engine is asked: rows that pass the filter, grouped by keys, with primitives per group.
///
/// Everything else is folded from extra keys afterwards: quantile and distinct (the value column as a key), weights,
/// movement. Joins are between ResultTables, never in an engine.
public struct Query: Hashable, Sendable {
  public var keys: [GroupKey]
  /// All must hold.
  public var filter: [Condition]
  public var aggregates: [Aggregate]

  public init(keys: [GroupKey] = [], filter: [Condition] = [], aggregates: [Aggregate]) {
    self.keys = keys
    self.filter = filter
    self.aggregates = aggregates
  }
}

/// One key of a group: where the text comes from and how it is read.
public struct GroupKey: Hashable, Sendable {
  public enum Source: Hashable, Sendable {
    case column(String)
    /// A cell with several answers: `a;b`. A record counts in every one (`overlapping`).
    case split(column: String, separator: String)
    /// One column per option; a record counts under each option that it ticks (`overlapping`).
    case options(columns: [String])
  }
  public enum Form: Hashable, Sendable {
    /// Exact UTF-8 bytes of the decoded cell.
    case text
    /// A date or period column at a grain.
    case period(Grain)
    /// An age (integer) or age bracket column under a scheme.
    case brackets(BracketScheme)
    /// The number itself, for folds such as quantile and distinct.
    case number
    /// Whatever the column is: number if every cell that is no reason is one, else text. For distinct without a descriptor.
    case value
  }

  public var source: Source
  public var form: Form

  public init(_ source: Source, form: Form = .text) {
    self.source = source
    self.form = form
  }
  public init(column: String, form: Form = .text) { self.init(.column(column), form: form) }
}

/// The primitives. A cell that is a reason stays out of `sum`, `min`, `max` and `count(column)` and is counted by reason.
public enum Aggregate: Hashable, Sendable {
  /// Records in the group.
  case count
  /// Cells of the column that hold a value.
  case countValues(String)
  case sum(String)
  case min(String)
  case max(String)
}

extension Aggregate {
  /// The column that is read; nil for `count`.
  public var column: String? {
    switch self {
    case .count: nil
    case .countValues(let name), .sum(let name), .min(let name), .max(let name): name
    }
  }
}
