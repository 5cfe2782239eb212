public import ShihyoModel

/// What is in one column.
public struct ColumnProfile: Hashable, Sendable {
  public enum Distinct: Hashable, Sendable {
    case exactly(Int)
    case moreThan(Int)
  }
  /// A cell that does not fit the likely type.
  public struct Odd: Hashable, Sendable {
    public var count: Int
    public var firstLine: Int
    public var firstText: String
  }

  /// From 0.
  public var index: Int
  public var name: String
  /// Cells with a value; in a column of numbers or dates a mark is none.
  public var values: Int
  /// Cells without one, by reason.
  public var reasons: ReasonCounts
  public var type: LikelyType
  /// Number or date; nil for other types.
  public var smallest: String?
  public var largest: String?
  public var distinct: Distinct
  /// Characters of the longest cell.
  public var longest: Int
  public var example: String?
  /// From the header, as in 金額（千円）, or where all values carry the same one.
  public var unit: MeasureUnit?
  /// nil where all values fit. In a column of text that is half numbers or more: what is none.
  public var odd: Odd?
  /// The marks seen in place of values: － … x.
  public var marks: [String]
  /// Order of day, month and year that fits all dates which need one; several where none decides.
  public var dateOrders: [Field.DateOrder]
  /// R5 and the like: fiscal or calendar year is not said.
  public var hasAmbiguousYears: Bool

  /// Whether all values are spelled as any tool reads them, without commas, units, eras or full-width digits.
  public var isPlain: Bool

  public var letter: String { Place.Column.spreadsheetLetters(index + 1) }
}
