public import ShihyoModel

/// What `check` finds beyond what reading a cell finds: constraints, keys, headers, and what looks wrong in a whole column.
public enum CheckRule: FindingRule {
  case required
  /// `first` is the line of the same value above; nil where that is in another file, named by `file`.
  case notUnique(line: Int, file: String?)
  case below(minimum: String, isExclusive: Bool)
  case above(maximum: String, isExclusive: Bool)
  case tooShort(characters: Int, minimum: Int)
  case tooLong(characters: Int, maximum: Int)
  case patternMismatch(String)
  case notInEnum(nearest: String?, allowed: [String])
  case unknownCategory(nearest: String?, allowed: [String])
  case notADay
  case notAMonth
  case notAClockTime
  case constraintUnreadable(constraint: String, value: String, type: String)

  case keyEmpty(columns: [String])
  case keyDuplicate(columns: [String], line: Int, file: String?)
  case referenceMissing(columns: [String], resource: String?, referenced: [String])
  case referenceUnreadable(resource: String?)

  case fieldMissing(name: String, nearest: String?)
  case fieldUndeclared(nearest: String?)
  case fieldOutOfOrder(expected: String)
  case fieldSpelling(declared: String)
  case noFieldMatches(declared: [String])
  /// Without a descriptor: the header seems to stand further down; `flags` say so to every command.
  case headerBelow(line: Int, flags: String)

  /// The names of the columns are values like those below them.
  case headerLooksLikeData
  /// Nothing but delimiters.
  case emptyRow
  case hiddenCharacter(String)
  /// 外字: what it shows is known to one machine only.
  case privateCharacter(String)
  /// U+FFFD: what a conversion leaves for a character that it could not write.
  case lostCharacter
  /// A quote without its partner among the characters of a cell.
  case oddQuote
  /// A cell of several lines that looks like the rows between two stray quotes.
  case mayHoldRows(lines: Int)
  case otherQuotes(sign: String, cells: Int)
  case outerSpaces(cells: Int)
  /// A sign that parts fields in other files, within short values of a column that seldom has it.
  case otherDelimiter(sign: String, cells: Int)
  /// Three digits beside a short number, in a column that holds none else: 1,200 that was not quoted, in a row that is short of
  /// one cell.
  case splitNumber(left: String, right: String, cells: Int)
  /// Half-width kana that are words in EUC-JP.
  case otherEncodingLikely(reading: String)
  case spreadsheetDate(month: Int, day: Int)
  case spreadsheetNumber
  case spreadsheetError
  case brackets(AgeRule)
  /// A column of numbers or dates, but for a few cells.
  case otherForm(expected: Form, text: String, cells: Int, values: Int)
  case percentAndRatio(ratios: Int, values: Int)
  case mixedUnits([String])
  case unitInSomeCells(unit: String, cells: Int, values: Int)

  /// What most cells of a column are.
  public enum Form: Sendable { case number, time }

  /// A finding of another rule in a personal column: its words could quote the cell.
  case hidden(code: String, severity: Finding.Severity)

  public static var examples: [CheckRule] {
    [
      .required, .notUnique(line: 3, file: nil), .notUnique(line: 3, file: "4月.csv"),
      .below(minimum: "0", isExclusive: false), .below(minimum: "0", isExclusive: true),
      .above(maximum: "100", isExclusive: false), .above(maximum: "100", isExclusive: true),
      .tooShort(characters: 1, minimum: 2), .tooLong(characters: 30, maximum: 20), .patternMismatch("[0-9]{3}"),
      .notInEnum(nearest: nil, allowed: ["1", "2"]), .unknownCategory(nearest: "門司区", allowed: ["門司区", "若松区"]),
      .notADay, .notAMonth, .notAClockTime,
      .constraintUnreadable(constraint: "minimum", value: "abc", type: "number"), .keyEmpty(columns: ["局名", "番号"]),
      .keyDuplicate(columns: ["局名", "番号"], line: 3, file: nil),
      .referenceMissing(columns: ["区コード"], resource: "wards", referenced: ["コード"]),
      .referenceMissing(columns: ["上位"], resource: nil, referenced: ["コード"]),
      .referenceUnreadable(resource: "wards"), .referenceUnreadable(resource: nil),
      .fieldMissing(name: "件数", nearest: "件　数"), .fieldUndeclared(nearest: nil), .fieldOutOfOrder(expected: "区"),
      .fieldSpelling(declared: "件数"), .noFieldMatches(declared: ["区", "件数"]), .spreadsheetDate(month: 5, day: 9),
      .headerBelow(line: 7, flags: "--header-rows 7"), .spreadsheetNumber, .spreadsheetError, .brackets(.closedTop(59)),
      .percentAndRatio(ratios: 2, values: 30),
      .otherForm(expected: .number, text: "3O4", cells: 1, values: 30),
      .otherForm(expected: .time, text: "304", cells: 1, values: 30),
      .mixedUnits(["円", "千円"]), .unitInSomeCells(unit: "件", cells: 2, values: 30),
      .headerLooksLikeData, .emptyRow, .hiddenCharacter("U+200B"), .privateCharacter("U+E000"), .lostCharacter,
      .oddQuote,
      .mayHoldRows(lines: 3), .otherQuotes(sign: "'", cells: 30),
      .outerSpaces(cells: 3), .otherDelimiter(sign: ";", cells: 1),
      .splitNumber(left: "1", right: "200", cells: 1), .otherEncodingLikely(reading: "門司"),
      .hidden(code: "cell.not-a-number", severity: .error),
    ]
  }

  public var code: String {
    switch self {
    case .required: "constraint.required"
    case .notUnique: "constraint.unique"
    case .below(_, let isExclusive): isExclusive ? "constraint.exclusive-minimum" : "constraint.minimum"
    case .above(_, let isExclusive): isExclusive ? "constraint.exclusive-maximum" : "constraint.maximum"
    case .tooShort: "constraint.min-length"
    case .tooLong: "constraint.max-length"
    case .patternMismatch: "constraint.pattern"
    case .notInEnum: "constraint.enum"
    case .unknownCategory: "category.unknown"
    case .notADay: "cell.not-a-day"
    case .notAMonth: "cell.not-a-month"
    case .notAClockTime: "cell.not-a-clock-time"
    case .constraintUnreadable: "constraint.unreadable"
    case .keyEmpty: "key.empty"
    case .keyDuplicate: "key.duplicate"
    case .referenceMissing: "foreign-key.missing"
    case .referenceUnreadable: "foreign-key.unreadable"
    case .fieldMissing: "header.field-missing"
    case .fieldUndeclared: "header.field-undeclared"
    case .fieldOutOfOrder: "header.field-order"
    case .fieldSpelling: "header.field-spelling"
    case .noFieldMatches: "header.no-field"
    case .headerBelow: "header.probably-below"
    case .headerLooksLikeData: "header.looks-like-data"
    case .emptyRow: "row.empty"
    case .hiddenCharacter: "cell.hidden-character"
    case .privateCharacter: "cell.private-character"
    case .lostCharacter: "cell.lost-character"
    case .oddQuote: "cell.odd-quote"
    case .mayHoldRows: "cell.may-hold-rows"
    case .otherQuotes: "column.other-quotes"
    case .outerSpaces: "column.outer-spaces"
    case .otherDelimiter: "column.other-delimiter"
    case .splitNumber: "cell.split-number"
    case .otherEncodingLikely: "cell.other-encoding"
    case .spreadsheetDate: "cell.spreadsheet-date"
    case .spreadsheetNumber: "cell.spreadsheet-number"
    case .spreadsheetError: "cell.spreadsheet-error"
    case .brackets(let rule): rule.code
    case .otherForm: "column.other-form"
    case .percentAndRatio: "column.percent-and-ratio"
    case .mixedUnits: "column.mixed-units"
    case .unitInSomeCells: "column.unit-in-some-cells"
    case .hidden(let code, _): code
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .fieldSpelling, .headerBelow, .spreadsheetDate, .spreadsheetNumber, .spreadsheetError, .percentAndRatio,
      .otherForm,
      .mixedUnits,
      .unitInSomeCells, .headerLooksLikeData, .emptyRow, .hiddenCharacter, .privateCharacter, .lostCharacter, .oddQuote,
      .mayHoldRows,
      .otherQuotes,
      .outerSpaces, .otherDelimiter, .splitNumber,
      .otherEncodingLikely:
      .warning
    // In a column the labels present may be a part of the table on purpose, so even an overlap is no error here.
    case .brackets(let rule): min(rule.severity, .warning)
    case .hidden(_, let severity): severity
    default: .error
    }
  }
}
