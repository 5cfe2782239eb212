public import ShihyoModel

extension AnalysisRule {
  public var message: Bilingual {
    switch self {
    case .undeclaredRatio(let readings): readings.message
    case .rateNotAdditive(let measure):
      Bilingual(ja: "率の列は足すことも平均することもできません: \(measure)", en: "A rate can be neither summed nor averaged: \(measure)")
    case .stockOverTime(let measure, let time, let group):
      Bilingual(
        ja: "ある時点の量(stock)を複数の時点にわたって足すことはできません: \(measure)、列「\(time)」、\(group)",
        en: "A stock cannot be summed over several times: \(measure), column \"\(time)\", \(group)")
    case .notNumeric(let measure):
      Bilingual(ja: "数でない値のある列からは求められません: \(measure)", en: "The column holds texts, so this has no value: \(measure)")
    case .shareOfAnother(let numerator, let denominator):
      Bilingual(
        ja: "\(numerator) は \(denominator) の一部ではないので、割合になりません",
        en: "\(numerator) is no part of \(denominator), so there is no share")
    case .unitsDiffer(let first, let second):
      Bilingual(
        ja: "単位の違う数を足したり比べたりすることはできません: \(first) と \(second)",
        en: "Numbers of different units can be neither added nor compared: \(first) and \(second)")
    case .overflow(let measure):
      Bilingual(ja: "計算の桁数を超えました: \(measure)", en: "The result has more digits than can be calculated: \(measure)")
    case .overlappingSum(let column):
      Bilingual(
        ja: "複数回答の列「\(column)」の割合は、合計を100にそろえられません。",
        en: "Shares of \"\(column)\" do not add up to 100, since one record can count in several answers.")
    case .duplicateKey(let input, let key, let records):
      Bilingual(
        ja: "\(input) で、キー「\(key)」が\(records)件あります。", en: "In \(input), key \"\(key)\" stands for \(records) records.")
    case .mixedNotices(let inputs):
      Bilingual(
        ja: "断り書きの違う入力は、一度に集計できません: \(inputs.map(\.description.ja).joined(separator: "、"))",
        en: "Inputs that carry different notices cannot be used in one run: "
          + inputs.map(\.description.en).joined(separator: ", "))
    case .unknownRank(let name, let known):
      Bilingual(
        ja: "ランク「\(name)」はありません(あるもの: \(known.joined(separator: "、")))。",
        en: "There is no rank \"\(name)\" (there are: \(known.joined(separator: ", "))).")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .undeclaredRatio(let readings): readings.hint
    case .rateNotAdditive:
      Bilingual(
        ja: "分子と分母の列から ratio で求めるか、min・max・median を使ってください。",
        en: "Compute it with a ratio from its numerator and denominator, or use min, max or median.")
    case .stockOverTime(_, let time, _):
      Bilingual(
        ja: "--where で1つの時点に絞るか、--by に「\(time)」を加えてください。",
        en: "Choose one time with --where, or add \"\(time)\" to --by.")
    case .notNumeric:
      Bilingual(
        ja: "数の列を指定するか、min・max・distinct を使ってください。", en: "Name a column of numbers, or use min, max or distinct.")
    case .shareOfAnother:
      Bilingual(
        ja: "分子と分母の両方に sum か count を使ってください。そのまま割るなら rate か multiple です。",
        en: "Use sum or count on both sides; a plain quotient is a rate or a multiple.")
    case .unitsDiffer:
      Bilingual(
        ja: "同じ単位の列を選ぶか、一方を他方で割った率なら --ratio 'rate(1):…'（metrics.yaml では kind: rate）と書いてください。",
        en: "Choose columns of one unit, or write --ratio 'rate(1):…' (kind: rate in metrics.yaml) "
          + "for so much of one per one of the other.")
    case .overflow:
      Bilingual(ja: "--where で範囲を絞ってください。", en: "Narrow the rows with --where.")
    case .overlappingSum:
      Bilingual(
        ja: "--sum-to-100 を外してください。割合の分母は回答した件数です。",
        en: "Leave out --sum-to-100; the base of each share is the records.")
    case .duplicateKey:
      Bilingual(
        ja: "--key に列を加えて1件を1つに決めるか、重複した行を直してください。",
        en: "Add columns to --key until each key names one record, or correct the repeated rows.")
    case .mixedNotices:
      Bilingual(
        ja: "架空のデータと実際のデータを同じ表に載せないでください。別々に実行してください。",
        en: "Fictional and real figures never share a table: run them one by one.")
    case .unknownRank:
      Bilingual(ja: "データにあるランクの名前を指定してください。", en: "Name one of the ranks in the data.")
    }
  }
}
