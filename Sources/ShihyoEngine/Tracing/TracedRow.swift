package import ShihyoModel

/// One record of the input that stands in a group of an answer, and what it adds to each aggregate.
package struct TracedRow: Hashable, Sendable {
  /// What one cell, or the record itself, adds.
  package enum Value: Hashable, Sendable {
    case number(ExactDecimal)
    /// The cell holds no value: it stays out of the aggregate and is counted under its reason.
    case absent(Reason)
    /// A text or a date; only smallest and largest values are made of them.
    case text
  }
  /// A cell as it stands in the file.
  package struct CellText: Hashable, Sendable {
    /// Where: file, physical line and column, as an editor shows it.
    package let place: Place
    /// nil where the field is personal and must not be quoted, or where its bytes cannot be decoded.
    package let text: String?
  }

  /// Which of the questions asked.
  package let question: Int
  /// nil: standard input.
  package let file: String?
  /// Physical line where the record opens, from 1.
  package let line: Int
  /// Number of the record from 1, over all files of the dataset.
  package let record: Int
  /// The keys of its group; those of a column that folds its labels are in the spelling of this record.
  package let keys: [KeyValue]
  /// One per aggregate of the query; a count adds 1.
  package let values: [Value]
  /// One per aggregate; nil for the count of records.
  package let cells: [CellText?]
  /// The columns that were asked to be shown, in that order.
  package let shown: [CellText]
}
