public import ShihyoModel

/// Why a question cannot be tabulated as asked.
public enum SurveyRule: FindingRule {
  /// A table that is already counted cannot be weighted respondent by respondent.
  case weightedCounts(weight: String, count: String)

  public var code: String {
    switch self {
    case .weightedCounts: "survey.weighted-counts"
    }
  }

  public var message: Bilingual {
    switch self {
    case .weightedCounts(let weight, let count):
      Bilingual(
        ja: "集計済みの表(列「\(count)」)に、回答者ごとの重み(列「\(weight)」)は付けられません",
        en: "a table that is already counted (\"\(count)\") cannot be weighted respondent by respondent (\"\(weight)\")"
      )
    }
  }

  public var hint: Bilingual {
    switch self {
    case .weightedCounts:
      Bilingual(ja: "--weight か --count のどちらかを外してください", en: "leave out --weight or --count")
    }
  }

  public static var examples: [SurveyRule] { [.weightedCounts(weight: "重み", count: "件数")] }
}
