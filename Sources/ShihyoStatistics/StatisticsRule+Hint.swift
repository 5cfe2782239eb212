public import ShihyoModel

extension StatisticsRule {
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
    case .negativeCount, .notFinite:
      Bilingual(ja: "元の表のその値を確認してください。", en: "Check that value in the source table.")
    case .countAboveBase:
      Bilingual(
        ja: "複数回答では選択肢ごとの回答者数を、回答者数で割ってください。",
        en: "For multiple answers, divide the people who chose an option by the people who answered.")
    case .noBase: Bilingual(ja: "絞り込みの条件を確認してください。", en: "Check the conditions.")
    case .confidenceOutside: Bilingual(ja: "例: 95 %は 0.95 と書いてください。", en: "Write for example 0.95 for 95 %.")
    case .marginOfErrorOutside:
      Bilingual(ja: "例: ±5ポイントは 0.05 と書いてください。", en: "Write for example 0.05 for ±5 points.")
    case .sampleAbovePopulation:
      Bilingual(ja: "対象の総数の時点と範囲を確認してください。", en: "Check the date and the scope of the population.")
    case .fullCount:
      Bilingual(
        ja: "区間は標本調査の誤差だけを表します。全数の値はそのまま示してください。",
        en: "An interval describes sampling error only. Give the value as it is.")
    case .selfSelected:
      Bilingual(
        ja: "回答者の割合として示し、住民全体の割合とは書かないでください。",
        en: "Give it as a share of those who answered, not of all residents.")
    case .lengthsDiffer:
      Bilingual(ja: "両方の一覧の区分をそろえてください。", en: "Give both lists the same groups, in the same order.")
    case .raggedTable: Bilingual(ja: "すべての行の列の数をそろえてください。", en: "Give every row the same number of columns.")
    case .tableTooSmall:
      Bilingual(ja: "2つ以上の区分に件数のある表を使ってください。", en: "Use a table with counts in at least two groups each way.")
    case .expectedZero:
      Bilingual(ja: "期待される割合の一覧を確認してください。", en: "Check the list of expected shares.")
    case .smallExpected:
      Bilingual(ja: "区分をまとめて件数を増やしてください。", en: "Merge groups so that the counts grow.")
    case .periodsUnsorted: Bilingual(ja: "古い順に並べてください。", en: "Sort the periods from the oldest.")
    case .periodRepeated: Bilingual(ja: "1つの時点に1つの値だけを残してください。", en: "Keep one value per period.")
    case .tooShort, .seasonsTooShort:
      Bilingual(ja: "期間を長くするか、傾向とは書かないでください。", en: "Use a longer series, or do not call it a trend.")
    case .tooLong:
      Bilingual(ja: "--grain を粗くしてください。", en: "Take a coarser --grain.")
    case .noVariation: Bilingual(ja: "変化がないと書いてください。", en: "Say that nothing changed.")
    case .nothingBefore: Bilingual(ja: "率ではなく差を示してください。", en: "Give the difference instead of the rate.")
    case .negativeBase: Bilingual(ja: "比ではなく差を示してください。", en: "Give the difference instead of the ratio.")
    case .windowOutside: Bilingual(ja: "四半期の値なら 4 と書いてください。", en: "Write 4 for quarterly values.")
    case .stratumEmpty: Bilingual(ja: "隣の区分とまとめてください。", en: "Merge it with a neighbouring group.")
    case .targetsDisagree:
      Bilingual(
        ja: "同じ母集団の人数を使ってください(年齢不詳などの扱いも確認)。", en: "Use numbers of one population, with unknown ages treated alike.")
    case .targetUnreachable, .notConverged:
      Bilingual(ja: "回答の少ない区分をまとめるか、合わせる構成を減らしてください。", en: "Merge groups with few answers, or use fewer margins.")
    case .bracketsOverlap:
      Bilingual(ja: "階級を小さい順に、重ならないように並べてください。", en: "List the brackets from the lowest, without overlaps.")
    case .unknownRank:
      Bilingual(ja: "評価の並び(categories)にすべての評価を書いてください。", en: "List every rank in the column's categories.")
    case .roundingBaseOutside: Bilingual(ja: "例: 5 または 10", en: "Write for example 5 or 10.")
    case .cannotProtect:
      Bilingual(ja: "合計も秘匿するか、区分をまとめてください。", en: "Hide the total too, or merge groups.")
    case .solverMissing:
      Bilingual(
        ja: "apt-get install coinor-libcbc3 で入れてください。区分が2つまでの秘匿には要りません。",
        en: "Install it with apt-get install coinor-libcbc3; hiding by at most two keys does without.")
    case .notAdditive:
      Bilingual(ja: "丸めていない数を使ってください。", en: "Take numbers that are not rounded.")
    }
  }
}
