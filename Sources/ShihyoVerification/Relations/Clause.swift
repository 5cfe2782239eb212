public import ShihyoModel

/// A value that is computed: from printed numbers, from data, or from both.
public indirect enum Expression: Hashable, Sendable {
  case number(PrintedNumber)
  /// A known figure, and which number of its text; nil: the main one.
  case reference(String, index: Int?)
  case data(DataReference)
  case call(Function, [Expression])
  /// The date or period that is written, for `years`.
  case time(TimeValue)
}

/// What is computed of other values.
public enum Function: String, Hashable, Sendable, CaseIterable {
  /// 計: a whole from its parts.
  case sum
  case difference
  /// 構成比, in ％.
  case share
  /// 倍率
  case multiple
  /// 増減率, in ％: now against before.
  case change
  /// One over another, by declaration.
  case rate
  /// Undeclared: refused with its readings.
  case ratio
  /// The sum of shares rounded to so many digits: `rounded-shares(1, a, b, c)`.
  case roundedShares = "rounded-shares"
  /// Fiscal years from one to another, both counted.
  case years
  /// Day of the week of a date.
  case weekday
}

/// A figure of the data.
public struct DataReference: Hashable, Sendable {
  public enum Source: Hashable, Sendable {
    /// `dataset.metric`, with a period where it has times.
    case metric(String, period: String?)
    /// A measure over a dataset: `count`, `sum(X)`, `share:count/count`.
    case measure(String, of: String)
  }
  public var source: Source
  public var conditions: [Condition]
  /// The data repeat the document: they prove nothing, but must agree.
  public var isCopy = false
  /// As written, for messages.
  public var text: String

  /// Dataset and resource as written; nil for a metric.
  var input: String? { if case .measure(_, let input) = source { input } else { nil } }
}

/// Rows of data as a list: keys, and perhaps a title for each.
public struct ListReference: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public var name: String
    /// Only the digits of the label: A4 is 4.
    public var takesDigits: Bool
  }
  public var input: String
  /// The first is the key; the others are compared as titles.
  public var columns: [Column]
  public var conditions: [Condition]
  public var text: String
}

/// One thing that must hold of a known figure.
public struct Clause: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    /// Of the printed number; of nothing where none is printed: a derived number.
    case value(Expression)
    case equal(Expression, Expression)
    case atMost(Expression, Expression)
    /// うち: a part of a whole, no addend.
    case part(Expression?, of: Expression)
    /// Shares of one whole, of n where it is said.
    case shares([Expression], n: Expression?)
    /// GRIM: whether the printed percentage, or mean, can be one of n.
    case possible(isMean: Bool, n: Expression)
    case lists(ListReference, ListReference)
    /// Titles that are one, in several rows.
    case spelling(ListReference)
    /// Numbers 1…n without a gap, within each group.
    case sequence(ListReference)
    /// Age brackets: labels, or a column.
    case brackets([String], ListReference?)
  }
  public var content: Content
  /// Why it cannot be told, where the documents leave a definition open.
  public var unclear: String?
  /// As written.
  public var text: String
}
