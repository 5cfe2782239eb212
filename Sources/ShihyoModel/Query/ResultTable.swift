/// What an engine answers to one Query: a row per group, with primitives, and what became of every record.
///
/// - Order: rows stand in order of first appearance locally, in byte order elsewhere; `firstRecord` tells which.
/// - Merging is associative and commutative: parts of one input can be merged in any order.
public struct ResultTable: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var keys: [KeyValue]
    /// Number of the first record of the group, from 1; nil where the engine has no order of records.
    public var firstRecord: Int?
    /// One per aggregate of the query.
    public var values: [AggregateValue]

    public init(keys: [KeyValue], firstRecord: Int?, values: [AggregateValue]) {
      self.keys = keys
      self.firstRecord = firstRecord
      self.values = values
    }
  }

  public var query: Query
  public var rows: [Row] {
    get { body.array }
    _modify { yield &body.array }
  }
  /// The same rows, for those who go through millions of them.
  package var body: ResultRows
  /// Per aggregate, the most decimals seen in its column over all records that pass the filter; 0 for counts.
  public var decimalsSeen: [Int]
  /// Per aggregate, the unit that the cells of an undeclared column carry themselves; nil where they carry none.
  public var units: [MeasureUnit?]
  public var accounting: Accounting
  /// A record may stand in several groups, so the groups do not add up to the records.
  public var overlapping: Bool
  /// Things worth knowing that did not stop the run, such as labels that differ only after folding.
  public var warnings: [Finding]
  /// The notice of the dataset, which every output of these figures carries.
  public var notice: Bilingual?

  public init(
    query: Query, rows: [Row], decimalsSeen: [Int], accounting: Accounting, overlapping: Bool,
    warnings: [Finding] = [], units: [MeasureUnit?]? = nil, notice: Bilingual? = nil
  ) {
    self.init(
      query: query, body: ResultRows(rows), decimalsSeen: decimalsSeen, accounting: accounting,
      overlapping: overlapping, warnings: warnings, units: units, notice: notice)
  }

  package init(
    query: Query, body: ResultRows, decimalsSeen: [Int], accounting: Accounting, overlapping: Bool,
    warnings: [Finding] = [], units: [MeasureUnit?]? = nil, notice: Bilingual? = nil
  ) {
    self.query = query
    self.body = body
    self.decimalsSeen = decimalsSeen
    self.accounting = accounting
    self.overlapping = overlapping
    self.warnings = warnings
    self.notice = notice
    self.units = units ?? decimalsSeen.map { _ in nil }
  }
}

/// The value of one key in one row.
public enum KeyValue: Hashable, Sendable {
  case text(Label)
  case number(ExactDecimal)
  case period(Period)
  case age(AgeClass)
  /// The cell held no value.
  case absent(Reason)
}

/// One primitive of one group.
public enum AggregateValue: Hashable, Sendable {
  case count(Int)
  case countValues(Tally)
  case sum(SumValue)
  /// By reference, since it is three times as large as the others, of which there can be millions.
  indirect case extreme(ExtremeValue)
}

/// Cells of a group: how many hold a value, how many are left out and why, and the marks they carry.
public struct Tally: Hashable, Sendable {
  public var n: Int
  public var reasons: ReasonCounts
  public var marks: Marks
  public init(n: Int = 0, reasons: ReasonCounts = ReasonCounts(), marks: Marks = []) {
    self.n = n
    self.reasons = reasons
    self.marks = marks
  }
  public mutating func merge(_ other: Tally) {
    n += other.n
    reasons.merge(other.reasons)
    marks.formUnion(other.marks)
  }
}

/// An exact sum.
public struct SumValue: Hashable, Sendable {
  /// In units of 10^-9 of the column's unit.
  public var billionths: Int128
  public var tally: Tally
  public init(billionths: Int128 = 0, tally: Tally = Tally()) {
    self.billionths = billionths
    self.tally = tally
  }
}

/// A smallest or largest value. Both readings are kept until every cell is seen, since without a descriptor
/// the column is numeric only if every cell that is no reason is a number.
public struct ExtremeValue: Hashable, Sendable {
  public var number: ExactDecimal?
  public var text: Label?
  /// Set for date and period columns.
  public var date: CalendarDate?
  public var tally: Tally
  public init(number: ExactDecimal? = nil, text: Label? = nil, date: CalendarDate? = nil, tally: Tally = Tally()) {
    self.number = number
    self.text = text
    self.date = date
    self.tally = tally
  }
}

/// What became of every record: `records = accepted + rejected + filteredOut + leftOut.total`.
public struct Accounting: Hashable, Sendable {
  /// Data records, without header and blank lines; those that the declared layout makes of the rows, where there is one.
  public var records: Int
  /// In the groups.
  public var accepted: Int
  /// Refused: structure, encoding or a cell that does not fit.
  public var rejected: Int
  /// Did not pass a condition.
  public var filteredOut: Int
  /// A `<` or `>` condition met a cell that is a reason.
  public var leftOut: ReasonCounts
  public var blankLines: Int
  /// Rows that are no records, where the layout of the table is declared.
  public var layout: LayoutCounts

  public init(
    records: Int = 0, accepted: Int = 0, rejected: Int = 0, filteredOut: Int = 0,
    leftOut: ReasonCounts = ReasonCounts(), blankLines: Int = 0, layout: LayoutCounts = LayoutCounts()
  ) {
    self.records = records
    self.accepted = accepted
    self.rejected = rejected
    self.filteredOut = filteredOut
    self.leftOut = leftOut
    self.blankLines = blankLines
    self.layout = layout
  }

  /// Without the doubt about rows whose label under `key` an analysis knows for a total, and counts as no part.
  public func withoutSuspects(under key: GroupKey, where isKnown: (Label) -> Bool) -> Accounting {
    guard case .column(let name) = key.source else { return self }
    let column = Label(TextFolding.fold(name))
    var own = self
    own.layout.suspects.removeAll {
      $0.kind == .total && Label(TextFolding.fold($0.column)) == column && isKnown(Label($0.text))
    }
    return own
  }
}
