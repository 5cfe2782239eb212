public import ShihyoModel

/// Why a question cannot be tabulated as asked.
public enum SurveyRule: FindingRule {
  /// A table that is already counted cannot be weighted respondent by respondent.
  case weightedCounts(weight: String, count: String)
  /// Weights that are given and weights that are to be made.
  case twoWeights(weight: String)
  case crossWithGroups
  case negativeWeight(column: String)
  case countNotWhole(column: String)
  /// Respondents of a category that the population does not name.
  case categoryNotInMargins(key: String, category: String, input: String)
  /// People in the population, nobody among the respondents.
  case categoryWithoutAnswers(key: String, category: String)
  case marginsDisagree(first: String, sum: String, other: String, otherSum: String)
  /// Margins of nobody.
  case marginsZero(key: String)
  /// Nobody to give weights to.
  case noRespondents
  case marginValue(input: String, column: String, category: String)

  public var code: String {
    switch self {
    case .weightedCounts: "survey.weighted-counts"
    case .twoWeights: "survey.two-weights"
    case .crossWithGroups: "survey.cross-with-groups"
    case .negativeWeight: "survey.negative-weight"
    case .countNotWhole: "survey.count-not-whole"
    case .categoryNotInMargins: "survey.category-not-in-margins"
    case .categoryWithoutAnswers: "survey.category-without-answers"
    case .marginsDisagree: "survey.margins-disagree"
    case .marginsZero: "survey.margins-zero"
    case .noRespondents: "survey.no-respondents"
    case .marginValue: "survey.margin-value"
    }
  }

  public var message: Bilingual {
    switch self {
    case .weightedCounts(let weight, let count):
      Bilingual(
        ja: "集計済みの表(列「\(count)」)に、回答者ごとの重み(列「\(weight)」)は付けられません",
        en: "a table that is already counted (\"\(count)\") cannot be weighted respondent by respondent (\"\(weight)\")"
      )
    case .twoWeights(let weight):
      Bilingual(
        ja: "重みの列「\(weight)」があるのに、別の重みを作ることになっています",
        en: "there is a column of weights (\"\(weight)\"), and others are to be made")
    case .crossWithGroups: Bilingual(ja: "--cross と --by は一緒に使えません", en: "--cross and --by do not go together")
    case .negativeWeight(let column):
      Bilingual(ja: "重みの列「\(column)」に負の値があります", en: "a weight in \"\(column)\" is negative")
    case .countNotWhole(let column):
      Bilingual(ja: "件数の列「\(column)」に、0以上の整数でない値があります", en: "a count in \"\(column)\" is no whole number from 0")
    case .categoryNotInMargins(let key, let category, let input):
      Bilingual(
        ja: "「\(key)」の「\(category)」の回答者がいますが、\(input) にその区分がありません",
        en: "there are respondents of \"\(category)\" in \"\(key)\", but \(input) does not name it")
    case .categoryWithoutAnswers(let key, let category):
      Bilingual(
        ja: "「\(key)」の「\(category)」の人が母集団にいますが、回答者がいません",
        en: "the population has people of \"\(category)\" in \"\(key)\", the sample has none")
    case .marginsDisagree(let first, let sum, let other, let otherSum):
      Bilingual(
        ja: "母集団の合計が一致しません：「\(first)」は\(sum)、「\(other)」は\(otherSum)",
        en: "the margins have different totals: \(sum) by \"\(first)\", \(otherSum) by \"\(other)\"")
    case .marginsZero(let key):
      Bilingual(ja: "母集団の「\(key)」の合計が0です", en: "the population by \"\(key)\" adds up to 0")
    case .noRespondents:
      Bilingual(ja: "重みを作る相手の回答者がいません", en: "there are no respondents to make weights for")
    case .marginValue(let input, let column, let category):
      Bilingual(
        ja: "\(input) の列「\(column)」で、「\(category)」の数が読めないか負です",
        en: "\"\(column)\" of \(input) has no number, or a negative one, for \"\(category)\"")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .weightedCounts:
      Bilingual(ja: "--weight か --count のどちらかを外してください", en: "leave out --weight or --count")
    case .twoWeights:
      Bilingual(ja: "--weight か --weight-to のどちらかを外してください", en: "leave out --weight or --weight-to")
    case .crossWithGroups:
      Bilingual(ja: "--by を外し、--where で1つの区分に絞ってください", en: "leave out --by, and choose one group with --where")
    case .negativeWeight:
      Bilingual(ja: "重みは0以上の数です。元の表のその値を確認してください", en: "weights are 0 or more: check that value in the source table")
    case .countNotWhole: Bilingual(ja: "件数の列を --count に指定してください", en: "name the column of counts with --count")
    case .categoryNotInMargins:
      Bilingual(
        ja: "区分の書き方をそろえるか、年齢なら --weight-to '年齢:brackets(18-29,30-59,60+)' のように共通の階級にまとめてください",
        en: "spell the categories alike, or take brackets that both have: --weight-to 'age:brackets(18-29,30-59,60+)'")
    case .categoryWithoutAnswers:
      Bilingual(
        ja: "隣の区分とまとめてください（年齢なら brackets の階級を広くする）", en: "join it with a neighbouring category (wider brackets of age)")
    case .marginsDisagree:
      Bilingual(
        ja: "同じ時点・同じ範囲の人口を使い、不詳を除いた合計をそろえてください",
        en: "take populations of one date and one area, with totals that agree")
    case .marginsZero:
      Bilingual(ja: "--margins の列が人数の列か確認してください", en: "check that --margins names the column of people")
    case .noRespondents: Bilingual(ja: "--where の条件を確認してください", en: "check the conditions of --where")
    case .marginValue: Bilingual(ja: "その行の値を確認してください", en: "check the value of that row")
    }
  }

  public static var examples: [SurveyRule] {
    [
      .weightedCounts(weight: "重み", count: "件数"), .twoWeights(weight: "重み"), .crossWithGroups,
      .negativeWeight(column: "重み"), .countNotWhole(column: "件数"),
      .categoryNotInMargins(key: "年齢", category: "18～29歳", input: "人口.csv"),
      .categoryWithoutAnswers(key: "年齢", category: "18～29歳"),
      .marginsDisagree(first: "年齢", sum: "1000", other: "性別", otherSum: "998"),
      .marginsZero(key: "年齢"), .noRespondents,
      .marginValue(input: "人口.csv", column: "人口", category: "60歳以上"),
    ]
  }
}
