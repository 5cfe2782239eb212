public import ShihyoModel

/// Why a pure function has no answer. The caller says which figure it was; these have no place in a file.
public enum StatisticsRule: FindingRule, Error {
  /// The parts to be made to add up are all 0.
  case noWeight
  /// A part to be made to add up is below 0.
  case negativeWeight
  case noValues
  /// A quantile outside 0…1, as typed.
  case quantileOutside(ExactDecimal)
  /// More digits than the arithmetic carries.
  case tooManyDigits

  public var code: String {
    switch self {
    case .noWeight: "statistics.no-weight"
    case .negativeWeight: "statistics.negative-weight"
    case .noValues: "statistics.no-values"
    case .quantileOutside: "statistics.quantile-outside"
    case .tooManyDigits: "statistics.too-many-digits"
    }
  }

  public var message: Bilingual {
    switch self {
    case .noWeight: Bilingual(ja: "内訳がすべて0のため、構成比を求められません。", en: "All parts are 0, so there are no shares.")
    case .negativeWeight:
      Bilingual(ja: "内訳に負の値があるため、構成比を求められません。", en: "A part is negative, so there are no shares.")
    case .noValues: Bilingual(ja: "値が1つもありません。", en: "There is no value.")
    case .quantileOutside(let p):
      Bilingual(ja: "分位の位置 \(p) は0から1の範囲にありません。", en: "The quantile position \(p) is not between 0 and 1.")
    case .tooManyDigits: Bilingual(ja: "桁数が多すぎて計算できません。", en: "There are too many digits to calculate with.")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .noWeight, .noValues:
      Bilingual(ja: "絞り込みの条件と対象の列を確認してください。", en: "Check the conditions and the column.")
    case .negativeWeight:
      Bilingual(ja: "負の値を含まない列か、件数(count)の構成比にしてください。", en: "Use a column without negative values, or shares of count.")
    case .quantileOutside:
      Bilingual(
        ja: "0から1の数で書いてください。例: 第1四分位は 0.25", en: "Write a number from 0 to 1, for example 0.25 for the first quartile.")
    case .tooManyDigits: Bilingual(ja: "小数は18桁以内で書いてください。", en: "Write at most 18 decimals.")
    }
  }

  public static var examples: [StatisticsRule] {
    [
      .noWeight, .negativeWeight, .noValues, .quantileOutside(ExactDecimal(coefficient: 15, decimals: 1)),
      .tooManyDigits,
    ]
  }
}
