public import ShihyoModel

extension StatisticsRule {
  public var message: Bilingual {
    switch self {
    case .noWeight:
      Bilingual(ja: "内訳または重みの合計が0のため、計算できません。", en: "The parts or weights add up to 0, so nothing can be computed.")
    case .negativeWeight:
      Bilingual(ja: "内訳に負の値があるため、構成比を求められません。", en: "A part is negative, so there are no shares.")
    case .noValues: Bilingual(ja: "値が1つもありません。", en: "There is no value.")
    case .quantileOutside(let p):
      Bilingual(ja: "分位の位置 \(p) は0から1の範囲にありません。", en: "The quantile position \(p) is not between 0 and 1.")
    case .tooManyDigits: Bilingual(ja: "桁数が多すぎて計算できません。", en: "There are too many digits to calculate with.")
    case .negativeCount: Bilingual(ja: "件数に負の値があります。", en: "A count is negative.")
    case .countAboveBase:
      Bilingual(ja: "該当数が回答者数(母数)を上回っています。", en: "The count is above the number of people asked (the base).")
    case .noBase: Bilingual(ja: "母数が0のため、割合を求められません。", en: "The base is 0, so there is no share.")
    case .notFinite: Bilingual(ja: "計算できる数の範囲を超えています。", en: "A number is beyond what can be calculated with.")
    case .confidenceOutside(let level):
      Bilingual(
        ja: "信頼水準 \(level) は0と1の間(両端を除く)にありません。",
        en: "The confidence level \(level) is not between 0 and 1 (exclusive).")
    case .marginOfErrorOutside(let margin):
      Bilingual(
        ja: "標本誤差 \(margin) は0より大きく1より小さい数ではありません。",
        en: "The margin of error \(margin) is not above 0 and below 1.")
    case .sampleAbovePopulation(let sample, let population):
      Bilingual(
        ja: "回答数 \(sample) が対象の総数 \(population) を上回っています。",
        en: "The sample of \(sample) is larger than the population of \(population).")
    case .fullCount:
      Bilingual(ja: "全数のため区間なし。", en: "Everybody was counted, so there is no interval.")
    case .selfSelected:
      Bilingual(
        ja: "だれでも回答できる調査(自己選択)のため区間なし。",
        en: "Anyone could answer (self-selected), so there is no sampling interval.")
    case .lengthsDiffer(let one, let other):
      Bilingual(ja: "項目の数が一致しません(\(one) と \(other))。", en: "The lists have different lengths (\(one) and \(other)).")
    case .raggedTable(let row):
      Bilingual(ja: "表の\(row)行目の列の数が1行目と異なります。", en: "Row \(row) of the table has not as many columns as row 1.")
    case .tableTooSmall:
      Bilingual(
        ja: "件数のある行または列が2つに満たないため、関連を調べられません。",
        en: "Fewer than two rows or columns have a count, so there is no association to test.")
    case .expectedZero(let position):
      Bilingual(
        ja: "\(position)番目の項目は期待される割合が0なのに件数があります。",
        en: "Item \(position) has a count although its expected share is 0.")
    case .smallExpected(let cells):
      Bilingual(
        ja: "期待度数が5未満のセルが\(cells)個あり、カイ二乗検定の近似は粗くなります。",
        en: "\(cells) cells have an expected count below 5: the chi-square test is only a rough approximation.")
    case .periodsUnsorted(let position):
      Bilingual(
        ja: "\(position)番目の時点が、その前の時点より古くなっています。", en: "Period number \(position) is earlier than the one before it.")
    case .periodRepeated(let position):
      Bilingual(ja: "\(position)番目の時点が重複しています。", en: "Period number \(position) stands twice.")
    case .tooShort(let count, let needed):
      Bilingual(
        ja: "値のある時点が\(count)個で、短すぎて傾向を判断できません(\(needed)個以上必要)。",
        en: "The series has \(count) values and is too short to speak of a trend (at least \(needed) are needed).")
    case .seasonsTooShort(let count, let needed):
      Bilingual(
        ja: "同じ季節（毎年の同じ月や四半期、同じ曜日）の値が多くて\(count)個で、短すぎて傾向を判断できません(\(needed)個以上必要)。",
        en:
          "No season (one month or quarter of all years, one weekday) has more than \(count) values: too short to speak of a trend (at least \(needed) are needed)."
      )
    case .tooLong(let count, let most):
      Bilingual(
        ja: "値のある時点が\(count)個あり、多すぎて検定できません(\(most)個まで)。",
        en: "The series has \(count) values, too many for a test (at most \(most)).")
    case .noVariation: Bilingual(ja: "値がすべて同じです。", en: "All values are equal.")
    case .nothingBefore:
      Bilingual(ja: "前の値が0のため、増減率を求められません(皆増)。", en: "The value before is 0, so there is no rate of change.")
    case .negativeBase:
      Bilingual(ja: "基準となる値が負のため、比を求められません。", en: "The value to compare with is negative, so there is no ratio.")
    case .windowOutside(let window):
      Bilingual(
        ja: "移動平均の期間 \(window) は2以上ではありません。", en: "The moving average over \(window) periods is not over 2 or more.")
    case .stratumEmpty(let position):
      Bilingual(
        ja: "\(position)番目の区分は、母集団に人がいるのに回答者がいません。",
        en: "Group \(position) has people in the population but none in the sample.")
    case .targetsDisagree(let list):
      Bilingual(
        ja: "目標の1番目の一覧と\(list)番目の一覧の合計が一致しません。",
        en: "The sums of target list 1 and target list \(list) differ.")
    case .targetUnreachable(let list, let position):
      Bilingual(
        ja: "目標の\(list)番目の一覧の\(position)番目の区分には回答者がいないため、目標に届きません。",
        en: "Item \(position) of target list \(list) has no respondents, so its target cannot be reached.")
    case .notConverged(let rounds):
      Bilingual(
        ja: "\(rounds)回くり返しても、母集団の構成すべてに同時に合う重みが見つかりません。",
        en: "After \(rounds) rounds no weights meet all margins of the population at the same time.")
    case .bracketsOverlap(let position):
      Bilingual(
        ja: "\(position)番目の階級が前の階級と重なるか、順に並んでいません。",
        en: "Bracket \(position) overlaps the one before it or is out of order.")
    case .unknownRank(let position):
      Bilingual(
        ja: "\(position)番目の組の評価は、決められた評価の並びにありません。",
        en: "Pair \(position) has a rank that is not in the declared order of ranks.")
    case .roundingBaseOutside(let base):
      Bilingual(
        ja: "丸めの単位 \(base) は1から10億までの整数ではありません。",
        en: "The rounding base \(base) is not a whole number from 1 to 1000000000.")
    case .cannotProtect(let row, let column):
      Bilingual(
        ja: "\(row)行\(column)列の秘匿した値は、公表する合計から逆算できてしまいます。",
        en: "The hidden value in row \(row), column \(column) can be worked out from the totals that are shown.")
    case .solverMissing:
      Bilingual(
        ja: "この表の秘匿の計算には、ライブラリ \(CbcSolver.library) が要ります。",
        en: "What hidden counts could be is computed with the library \(CbcSolver.library).")
    case .notAdditive:
      Bilingual(ja: "内訳と合計が合いません。", en: "Parts and totals do not add up.")
    }
  }
}
