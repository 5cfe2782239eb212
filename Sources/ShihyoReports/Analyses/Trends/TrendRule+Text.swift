public import ShihyoModel

extension TrendRule {
  public var message: Bilingual {
    switch self {
    case .unknownComparison: Bilingual(ja: "この比べ方は知りません", en: "this comparison is not known")
    case .contributionNeedsGroups:
      Bilingual(ja: "寄与度は区分ごとに求めるものです", en: "contributions are those of groups, and there are none")
    case .contributionOverlaps(let column):
      Bilingual(
        ja: "複数回答の列「\(column)」の寄与度は、足しても全体の増減になりません",
        en: "contributions of \"\(column)\" do not add up to the change, since one record counts in several answers")
    case .notAdditive(let measure, let comparison):
      Bilingual(
        ja: "\(measure) は期をまたいで足したり平均したりできないので、\(comparison) は求められません",
        en: "\(measure) of several periods cannot be added or averaged, so there is no \(comparison)")
    case .stockToDate(let measure):
      Bilingual(
        ja: "ある時点の量(stock)の累計はありません: \(measure)", en: "A stock has no sum to date: \(measure)")
    case .stockInPeriod(let measure, let time, let group):
      Bilingual(
        ja: "ある時点の量(stock)を複数の時点にわたって足すことはできません: \(measure)、列「\(time)」、\(group)",
        en: "A stock cannot be summed over several times: \(measure), column \"\(time)\", \(group)")
    case .toDateOfYears: Bilingual(ja: "年の累計は年より短い期で求めます", en: "a year to date is made of periods shorter than a year")
    case .basePeriod: Bilingual(ja: "指数の基準にできない期です", en: "this period cannot be the base of the index")
    case .windowOutside: Bilingual(ja: "移動平均の項数が範囲の外です", en: "the number of terms of a moving average is out of range")
    case .growthOfRate(let measure):
      Bilingual(ja: "率の年平均増減率は求められません: \(measure)", en: "A rate has no mean annual growth: \(measure)")
    case .tooManyPeriods(let count, let first, let last):
      Bilingual(ja: "\(first) から \(last) まで\(count)期もあります", en: "there are \(count) periods from \(first) to \(last)")
    case .noPeriods(let column):
      Bilingual(ja: "列「\(column)」に時期のある行がありません", en: "no record has a time in column \"\(column)\"")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .unknownComparison(let nearest):
      nearest.map { Bilingual(ja: "「\($0)」ではありませんか", en: "did you mean \"\($0)\"?") }
        ?? Bilingual(
          ja: "次のどれかを書いてください: \(TrendComparison.names.joined(separator: ", "))",
          en: "write one of: \(TrendComparison.names.joined(separator: ", "))")
    case .contributionNeedsGroups: Bilingual(ja: "--by に区分の列を書いてください", en: "name the groups with --by")
    case .contributionOverlaps:
      Bilingual(ja: "--compare から contribution を外してください", en: "leave contribution out of --compare")
    case .notAdditive:
      Bilingual(
        ja: "平均は 'rate(1):sum(列)/count(列)' と書けば求められます。ほかは --compare から外してください",
        en: "write a mean as 'rate(1):sum(COL)/count(COL)'; leave the comparison out for others")
    case .stockToDate:
      Bilingual(ja: "--compare から to-date を外してください", en: "leave to-date out of --compare")
    case .stockInPeriod(let measure, _, _):
      Bilingual(
        ja: "--grain を細かくするか、--where で各期の1つの時点に絞るか、\(measure) の代わりに max か min を使ってください",
        en: "take a finer --grain, choose one time of each period with --where, or use max or min instead of \(measure)"
      )
    case .toDateOfYears: Bilingual(ja: "--grain month か quarter にしてください", en: "use --grain month or quarter")
    case .basePeriod(let grain, let first, let last):
      Bilingual(
        ja: "\(grain.label.ja)を一つ、FY2022Q1 や 令和4年度第1四半期 のように書いてください"
          + Self.range(first, last, { "（データは \($0) から \($1) まで）" }),
        en: "name one \(grain.label.en), for example FY2022Q1"
          + Self.range(first, last, { " (the data holds \($0) to \($1))" }))
    case .windowOutside: Bilingual(ja: "--window は2から120までの整数です", en: "--window takes a whole number from 2 to 120")
    case .growthOfRate:
      Bilingual(
        ja: "率の変化はポイント差で示してください（--compare difference）", en: "show the difference in points (--compare difference)")
    case .tooManyPeriods:
      Bilingual(
        ja: "年の誤りがないか確かめ、--where で期間を絞るか、--grain を粗くしてください",
        en: "look for a mistaken year, narrow the time with --where, or take a coarser --grain")
    case .noPeriods:
      Bilingual(
        ja: "--time の列と、--where の条件に合う行があるかを確かめてください",
        en: "check the column of --time, and whether any record passes --where")
    }
  }

  private static func range(_ first: String?, _ last: String?, _ words: (String, String) -> String) -> String {
    guard let first, let last else { return "" }
    return words(first, last)
  }
}
