/// What can be wrong, or doubtful, in a cell of a number column.
public enum NumberRule: FindingRule, Error {
  case notANumber
  case misplacedComma
  case spaceInside
  case scientificNotation
  case spreadsheetError
  case dateForNumber
  case otherDigits
  case overflow
  case tooManyDecimals
  case unknownMark(String)
  case unitMismatch(found: String, expected: String)
  case unitUndeclared(String)
  case unitMissing(expected: String)
  case ambiguousScale(unit: String)
  /// 2万5: 25000 as it is spoken, 20005 as it is written.
  case digitBehindScale
  case doubtfulMinus(String)

  public static let examples: [NumberRule] = [
    .notANumber, .misplacedComma, .spaceInside, .scientificNotation, .spreadsheetError, .dateForNumber, .otherDigits,
    .overflow, .tooManyDecimals, .unknownMark("○"), .unitMismatch(found: "人", expected: "千円"), .unitUndeclared("円"),
    .unitMissing(expected: "円"), .ambiguousScale(unit: "千円"), .digitBehindScale, .doubtfulMinus("ー"),
  ]

  public var code: String {
    switch self {
    case .notANumber: "cell.not-a-number"
    case .misplacedComma: "cell.misplaced-comma"
    case .spaceInside: "cell.space-inside-number"
    case .scientificNotation: "cell.scientific-notation"
    case .spreadsheetError: "cell.spreadsheet-error"
    case .dateForNumber: "cell.date-for-number"
    case .otherDigits: "cell.other-digits"
    case .overflow: "cell.overflow"
    case .tooManyDecimals: "cell.too-many-decimals"
    case .unknownMark: "cell.unknown-mark"
    case .unitMismatch: "cell.unit-mismatch"
    case .unitUndeclared: "cell.unit-undeclared"
    case .unitMissing: "cell.unit-missing"
    case .ambiguousScale: "cell.ambiguous-scale"
    case .digitBehindScale: "cell.digit-behind-scale"
    case .doubtfulMinus: "cell.doubtful-minus"
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .doubtfulMinus: .warning
    default: .error
    }
  }
}
