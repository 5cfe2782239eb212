public import ShihyoModel

/// What can be wrong between the rows of a table and its records.
public enum ShapeRule: FindingRule {
  /// A name that the descriptor uses is not in the header.
  case columnMissing(key: String, name: String, nearest: String?)
  /// A declared column that would become a value is not in the file.
  case valueColumnMissing(name: String, nearest: String?)
  /// The columns declared are not in the row that is said to be the header; `line` is where they seem to be.
  case headerElsewhere(missing: [String], line: Int?)
  case secondTable(firstLine: Int)
  /// Titles stand above the header.
  case headerLower(line: Int, flags: String)
  case dataAfterNotes(notesLine: Int)
  /// A row that opens like a note, but has numbers where the data has numbers.
  case noteHoldsValues(column: String)
  case nothingAbove
  case sameKeys(keys: [String], first: String)
  case patternTakesNothing(pattern: String, columns: [String])
  /// A column of the same kind as the labels, which do not name it.
  case labelNotDeclared(key: String, labels: [String])
  /// A column that a pattern takes, of another kind than its other columns.
  case oddColumn(key: String, examples: [String])
  /// A column whose key is declared as a time, and is none.
  case keyNotATime(key: String)
  case constantMissing(name: String)
  case totalMismatch(TotalDifference)
  /// A part or the total has no value, so they cannot be compared.
  case totalUnchecked(column: String)
  case totalWithoutParts
  case totalNeverFound(match: String)
  /// A label of a total that no rule declares, in a column where others are declared.
  case totalUndeclared(column: String, label: String)
  /// Records of one row differ in keys that `by` does not name.
  case periodsNeedKeys([String])
  case periodTwice(period: String, line: Int)
  case periodMissing(periods: [String], group: [String])
  /// A group's first and last period, and those of all groups.
  case periodsShort(group: [String], own: [String], all: [String])

  public static let examples: [ShapeRule] = [
    .columnMissing(key: "blank-down", name: "区名", nearest: "区"),
    .valueColumnMissing(name: "6月", nearest: nil), .headerElsewhere(missing: ["区", "件数"], line: 4),
    .headerElsewhere(missing: ["区"], line: nil),
    .secondTable(firstLine: 3), .headerLower(line: 3, flags: "--header-rows 3"), .dataAfterNotes(notesLine: 20),
    .noteHoldsValues(column: "件数"), .nothingAbove,
    .labelNotDeclared(key: "月", labels: ["4月", "5月"]), .oddColumn(key: "月", examples: ["4月", "5月"]),
    .keyNotATime(key: "年度"),
    .totalUndeclared(column: "区", label: "計"), .periodsNeedKeys(["性別"]),
    .sameKeys(keys: ["4月"], first: "C"), .patternTakesNothing(pattern: "{月}月", columns: ["区", "計"]),
    .constantMissing(name: "年度"),
    .totalMismatch(
      TotalDifference(
        column: "4月", printed: ExactDecimal(120), computed: ExactDecimal(118), difference: ExactDecimal(2), parts: 4,
        first: 2, last: 5)),
    .totalUnchecked(column: "4月"), .totalWithoutParts, .totalNeverFound(match: "区=小計"),
    .periodTwice(period: "2024-05", line: 5), .periodMissing(periods: ["2024-06", "2024-07"], group: ["甲区"]),
    .periodsShort(group: ["甲区"], own: ["2024-04", "2024-05"], all: ["2024-04", "2024-06"]),
  ]

  static let mismatchCode = "subtotal.mismatch"

  public var code: String {
    switch self {
    case .columnMissing: "table.column-missing"
    case .valueColumnMissing: "table.value-column-missing"
    case .headerElsewhere: "table.header-elsewhere"
    case .secondTable: "table.second-table"
    case .headerLower: "table.header-lower"
    case .dataAfterNotes: "table.data-after-notes"
    case .noteHoldsValues: "table.note-holds-values"
    case .labelNotDeclared: "table.label-not-declared"
    case .oddColumn: "table.odd-column"
    case .keyNotATime: "table.key-not-a-time"
    case .totalUndeclared: "subtotal.undeclared"
    case .periodsNeedKeys: "period.needs-keys"
    case .nothingAbove: "table.nothing-above"
    case .sameKeys: "table.same-keys"
    case .patternTakesNothing: "table.pattern-takes-nothing"
    case .constantMissing: "table.constant-missing"
    case .totalMismatch: Self.mismatchCode
    case .totalUnchecked: "subtotal.unchecked"
    case .totalWithoutParts: "subtotal.without-parts"
    case .totalNeverFound: "subtotal.never-found"
    case .periodTwice: "period.twice"
    case .periodMissing: "period.missing"
    case .periodsShort: "period.short"
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .valueColumnMissing, .nothingAbove, .totalUnchecked, .totalWithoutParts, .totalNeverFound, .periodMissing,
      .periodsShort:
      .warning
    default: .error
    }
  }
}

/// A printed total beside the sum of its parts.
public struct TotalDifference: Hashable, Sendable {
  public var column: String
  public var printed: ExactDecimal
  public var computed: ExactDecimal
  /// Printed minus computed.
  public var difference: ExactDecimal
  public var parts: Int
  /// Lines of the first and the last part.
  public var first: Int
  public var last: Int
}
