/// A native chart over cells of its own sheet: categories in the first column, one series a column beside it, a header above.
struct SheetChart: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case columns, stackedShares, bars, line }

  var kind: Kind
  var title: String
  var axisTitle: String?
  /// For those who cannot see it.
  var alternative: String
  var categories: Int
  var series: [Series]

  struct Series: Hashable, Sendable {
    /// Of the values: how they are labelled.
    var numberFormat: String
    /// Per category: drawn hollow, since only part of the period is in it.
    var partial: [Bool]
  }
}
