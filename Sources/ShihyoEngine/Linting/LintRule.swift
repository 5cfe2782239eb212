public import ShihyoModel

/// The check items of the ministry's rule for machine-readable tables that a CSV file can break. All are warnings: a published
/// table usually breaks several.
///
/// - Source: domain.md, section 1. Item 1-8 (no drawn objects) cannot apply to CSV.
public enum LintRule: FindingRule {
  /// 1-1
  case fileType
  /// 1-2
  case severalValues
  /// 1-3
  case numberWithText(plain: String)
  case textInNumbers
  /// 1-4
  case mergedCell
  case mergedHeading
  /// 1-5
  case layoutSpace
  /// 1-6
  case omittedName
  /// 1-7
  case formula
  /// 1-9
  case noUnit
  /// 1-10
  /// With what says the same in JIS X 0208; nil where nothing does.
  case machineDependent(String, instead: String?)
  /// 1-11
  case eraOnly(western: String)
  /// 1-12
  case shortAreaName(full: String)
  case shortAreaCode
  /// 1-13
  case mixedMarks(first: String, line: Int)
  case foreignMark
  /// 2-1
  case blankRow
  case blankColumn
  /// 2-2
  case secondTable

  /// Number of the check item.
  public var item: String {
    switch self {
    case .fileType: "1-1"
    case .severalValues: "1-2"
    case .numberWithText, .textInNumbers: "1-3"
    case .mergedCell, .mergedHeading: "1-4"
    case .layoutSpace: "1-5"
    case .omittedName: "1-6"
    case .formula: "1-7"
    case .noUnit: "1-9"
    case .machineDependent: "1-10"
    case .eraOnly: "1-11"
    case .shortAreaName, .shortAreaCode: "1-12"
    case .mixedMarks, .foreignMark: "1-13"
    case .blankRow, .blankColumn: "2-1"
    case .secondTable: "2-2"
    }
  }

  public var code: String {
    switch self {
    case .fileType: "lint.file-type"
    case .severalValues: "lint.several-values"
    case .numberWithText: "lint.number-with-text"
    case .textInNumbers: "lint.text-in-numbers"
    case .mergedCell: "lint.merged-cell"
    case .mergedHeading: "lint.merged-heading"
    case .layoutSpace: "lint.layout-space"
    case .omittedName: "lint.omitted-name"
    case .formula: "lint.formula"
    case .noUnit: "lint.no-unit"
    case .machineDependent: "lint.machine-dependent"
    case .eraOnly: "lint.era-only"
    case .shortAreaName: "lint.short-area-name"
    case .shortAreaCode: "lint.short-area-code"
    case .mixedMarks: "lint.mixed-marks"
    case .foreignMark: "lint.foreign-mark"
    case .blankRow: "lint.blank-row"
    case .blankColumn: "lint.blank-column"
    case .secondTable: "lint.second-table"
    }
  }

  public var severity: Finding.Severity { .warning }

  public static var examples: [LintRule] {
    [
      .fileType, .severalValues, .numberWithText(plain: "1234"), .textInNumbers, .mergedCell, .mergedHeading,
      .layoutSpace, .omittedName, .formula, .noUnit, .machineDependent("①", instead: "(1)"),
      .eraOnly(western: "2025-04"), .shortAreaName(full: "福岡県"), .shortAreaCode, .mixedMarks(first: "－", line: 3),
      .foreignMark, .blankRow, .blankColumn, .secondTable,
    ]
  }
}
