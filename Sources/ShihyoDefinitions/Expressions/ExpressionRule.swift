public import ShihyoModel

/// What can be wrong with a key, a condition, an aggregate or a ratio that a person wrote.
public enum ExpressionRule: FindingRule {
  case empty
  case expected(Expectation)
  /// A character that means something stands inside a plain name; `suggestion` is the name in backticks.
  case needsBackticks(character: String, suggestion: String)
  case unterminatedBacktick
  case unknownFunction(String, nearest: String?)
  case unknownGrain(String, nearest: String?)
  case unknownKind(String, nearest: String?)
  case rateNeedsBase
  case badBase(String)
  case badProbability(String)
  case emptySeparator
  case oneValueOnly(comparison: String)
  case missingValue(comparison: String)
  case doubledEquals
  /// A mean, median, quantile or distinct where only a primitive fits.
  case notAPrimitive(String)
  case textAfterEnd

  public enum Expectation: Hashable, Sendable, CaseIterable {
    case columnName, comma, colon, closingParenthesis, comparison, aggregate, slash, separator, grain

    var words: Bilingual {
      switch self {
      case .columnName: Bilingual(ja: "列名", en: "a column name")
      case .comma: Bilingual(ja: "「,」", en: "\",\"")
      case .colon: Bilingual(ja: "比の種類の後の「:」", en: "\":\" after the kind of ratio")
      case .closingParenthesis: Bilingual(ja: "閉じる「)」", en: "the closing \")\"")
      case .comparison: Bilingual(ja: "半角の = != < <= > >= ~ のどれか", en: "one of = != < <= > >= ~")
      case .aggregate: Bilingual(ja: "count、sum(列) などの集計", en: "an aggregate such as count or sum(COLUMN)")
      case .slash: Bilingual(ja: "分子と分母の間の「/」", en: "\"/\" between numerator and denominator")
      case .separator: Bilingual(ja: "\";\" のような区切り文字", en: "a separator such as \";\"")
      case .grain: Bilingual(ja: "「:」の後の期間の単位", en: "a grain after \":\"")
      }
    }
  }

  public static let functionNames = ["count", "sum", "min", "max", "mean", "median", "quantile", "distinct"]
  public static let kindNames = ["share", "multiple", "change", "rate"]

  public var code: String {
    switch self {
    case .empty: "expression.empty"
    case .expected: "expression.expected"
    case .needsBackticks: "expression.needs-backticks"
    case .unterminatedBacktick: "expression.unterminated-backtick"
    case .unknownFunction: "expression.unknown-function"
    case .unknownGrain: "expression.unknown-grain"
    case .unknownKind: "expression.unknown-kind"
    case .rateNeedsBase: "expression.rate-needs-base"
    case .badBase: "expression.bad-base"
    case .badProbability: "expression.bad-probability"
    case .emptySeparator: "expression.empty-separator"
    case .oneValueOnly: "expression.one-value-only"
    case .missingValue: "expression.missing-value"
    case .doubledEquals: "expression.doubled-equals"
    case .notAPrimitive: "expression.not-a-primitive"
    case .textAfterEnd: "expression.text-after-end"
    }
  }

  public static var examples: [ExpressionRule] {
    [
      .empty, .expected(.columnName), .needsBackticks(character: "(", suggestion: "`曜日(発生年月日)`"),
      .unterminatedBacktick, .unknownFunction("summ", nearest: "sum"), .unknownGrain("quater", nearest: "quarter"),
      .unknownKind("shares", nearest: "share"), .rateNeedsBase, .badBase("0"), .badProbability("25"), .emptySeparator,
      .oneValueOnly(comparison: "<"), .missingValue(comparison: "<"), .doubledEquals, .notAPrimitive("mean(X)"),
      .textAfterEnd,
    ]
  }
}
