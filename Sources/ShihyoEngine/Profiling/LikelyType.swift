public import ShihyoModel

/// What the cells of a column seem to be, by content alone: a guess for a person to confirm.
public enum LikelyType: Hashable, Sendable {
  case empty
  case integer
  /// With the most decimals seen.
  case number(decimals: Int)
  /// Numbers from 1868 to 2100 under a header that says 年 or year.
  case year
  case date
  case yearMonth
  /// Periods of several or other lengths.
  case period
  case clock
  case ageBracket
  /// Digits that are a name: 01, 0130.
  case code
  case text

  /// The type of Table Schema that says the same.
  public var fieldType: Field.ValueType {
    switch self {
    case .empty, .text, .code: .string
    case .integer: .integer
    case .number: .number
    case .year: .year
    case .date: .date
    case .yearMonth: .yearmonth
    case .period: .period
    case .clock: .time
    case .ageBracket: .ageBracket
    }
  }

  /// The word of machine output.
  public var name: String {
    switch self {
    case .empty: "empty"
    case .code: "code"
    case .text: "text"
    default: fieldType.rawValue
    }
  }

  public var label: Bilingual {
    switch self {
    case .empty: Bilingual(ja: "空", en: "empty")
    case .integer: Bilingual(ja: "整数", en: "integer")
    case .number(let decimals): Bilingual(ja: "数（小数\(decimals)桁）", en: "number, \(decimals) decimals")
    case .year: Bilingual(ja: "年", en: "year")
    case .date: Bilingual(ja: "年月日", en: "date")
    case .yearMonth: Bilingual(ja: "年月", en: "month")
    case .period: Bilingual(ja: "期間", en: "period")
    case .clock: Bilingual(ja: "時刻", en: "time of day")
    case .ageBracket: Bilingual(ja: "年齢区分", en: "age bracket")
    case .code: Bilingual(ja: "コード", en: "code")
    case .text: Bilingual(ja: "文字", en: "text")
    }
  }

  package var isNumeric: Bool {
    switch self {
    case .integer, .number: true
    default: false
    }
  }
}
