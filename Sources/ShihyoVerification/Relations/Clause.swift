import ShihyoModel

/// A value that is computed: from printed numbers, from data, or from both.
indirect enum ComparedValue: Hashable, Sendable {
  case number(PrintedNumber)
  /// A known figure, and which number of its text; nil: the main one.
  case reference(String, index: Int?)
  case data(DataReference)
  case call(ComparedFunction, [ComparedValue])
  /// The date or period that is written, for `years`.
  case time(TimeValue)
}

/// What is computed of other values.
enum ComparedFunction: String, Hashable, Sendable, CaseIterable {
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
struct DataReference: Hashable, Sendable {
  enum Source: Hashable, Sendable {
    /// `dataset.metric`, with a period where it has times.
    case metric(String, period: String?)
    /// A measure over a dataset: `count`, `sum(X)`, `share:count/count`.
    case measure(String, of: String)
  }
  var source: Source
  var conditions: [Condition]
  /// The data repeat the document: they prove nothing, but must agree.
  var isCopy = false
  /// As written, for messages.
  var text: String

  /// Dataset and resource as written; nil for a metric.
  var input: String? { if case .measure(_, let input) = source { input } else { nil } }
}

/// Rows of data as a list: keys, and perhaps a title for each.
struct ListReference: Hashable, Sendable {
  struct Column: Hashable, Sendable {
    var name: String
    /// Only the digits of the label: A4 is 4.
    var takesDigits: Bool
  }
  var input: String
  /// The first is the key; the others are compared as titles.
  var columns: [Column]
  var conditions: [Condition]
  var text: String
}

/// One thing that must hold of a known figure.
struct Clause: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    /// Of the printed number; of nothing where none is printed: a derived number.
    case value(ComparedValue)
    case equal(ComparedValue, ComparedValue)
    case atMost(ComparedValue, ComparedValue)
    /// うち: a part of a whole, no addend.
    case part(ComparedValue?, of: ComparedValue)
    /// Shares of one whole, of n where it is said.
    case shares([ComparedValue], n: ComparedValue?)
    /// GRIM: whether the printed percentage, or mean, can be one of n.
    case possible(isMean: Bool, n: ComparedValue)
    case lists(ListReference, ListReference)
    /// Titles that are one, in several rows.
    case spelling(ListReference)
    /// Numbers 1…n without a gap, within each group.
    case sequence(ListReference)
    /// Age brackets: labels, or a column.
    case brackets([String], ListReference?)
  }
  var content: Content
  /// Why it cannot be told, where the documents leave a definition open.
  var unclear: Bilingual?
  /// As written.
  var text: String
}
