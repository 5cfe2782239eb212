import ShihyoDefinitions
import ShihyoModel
import ShihyoStatistics

/// What a reader of a survey's shares must know, each sentence once.
enum SurveyNotes {
  static let outsideBase = Bilingual(ja: "割合の分母に含めない", en: "not in the base of the shares")
  static let noAnswerIn = Bilingual(
    ja: "割合の分母は無回答を含む回答者。", en: "The base of the shares is the respondents, no answer included.")
  static let noAnswerOut = Bilingual(
    ja: "割合の分母は無回答を除く回答者。", en: "The base of the shares is the respondents who gave an answer.")
  static let counted = Bilingual(
    ja: "回答ごとに集計済みの表による。", en: "From a table that is already counted by answer.")
  static let weighted = Bilingual(
    ja: "割合は重みの合計による。n は重みを付けない回答者の数。",
    en: "Shares are of the sums of weights; n is the respondents without weights.")

  /// How weights were made, and who has none.
  static func made(_ made: MadeWeights) -> [Bilingual] {
    let ja = made.margins.map { "「\($0.key.machineName)」（\($0.input) の \($0.column)）" }.joined(separator: "と")
    let en = made.margins.map { "\"\($0.key.machineName)\" (\($0.column) of \($0.input))" }.joined(separator: " and ")
    var notes = [
      made.rounds.map { rounds in
        Bilingual(
          ja: "重みは、回答者の構成を\(ja)の両方に合わせて作った（レイキング、\(rounds)回で収束）。",
          en: "Weights were made so that the respondents meet \(en) (raking, \(rounds) rounds).")
      }
        ?? Bilingual(
          ja: "重みは、回答者の構成を\(ja)に合わせて作った（事後層化）。",
          en: "Weights were made so that the respondents meet \(en) (post-stratification).")
    ]
    if made.leftOut > 0 {
      notes.append(
        Bilingual(
          ja: "重みを作る区分が不明の回答者\(made.leftOut)は、集計から除いた。",
          en: "\(made.leftOut) respondents of an unknown category have no weight and are left out."))
    }
    return notes
  }

  /// What unequal weights cost.
  static let effective = Bilingual(
    ja: "重みがばらつくほど、割合は不確かになる。有効nは、重みのない何人分の回答に当たるか。デザイン効果はn÷有効n。区間と検定は有効nによる。",
    en:
      "The more weights differ, the less sure a share is. Effective n: how many equally weighted answers would be as sure; design effect: n / effective n. Intervals and tests use effective n."
  )

  /// 複数回答, with what the shares add up to in each group that has few enough of them.
  static func several(_ sums: [String]) -> Bilingual {
    let ja = sums.count == 1 ? "割合の計は\(sums[0])％で、100を超えることがある。" : "割合の計は100を超えることがある。"
    let en =
      sums.count == 1
      ? "Shares add up to \(sums[0]) %, since one respondent can give several answers."
      : "Shares can add up to more than 100, since one respondent can give several answers."
    return Bilingual(
      ja: "複数回答。分母は回答の数ではなく回答者の数。" + ja, en: "Several answers are possible; the base is respondents, not answers. " + en
    )
  }

  /// Answers that look like several which another sign divides, such as `A；C` beside `A` where `;` divides: each counts as an
  /// option of its own.
  static func otherSeparators(_ labels: [String], separator: String) -> Bilingual? {
    let known = Set(labels.map { TextFolding.fold($0) })
    let signs: Set<Character> = ["；", ";", "、", "，", ",", "／", "/", "・", "｜", "|", "\t"]
    let joined = labels.filter { label in
      let parts = label.split { signs.contains($0) }.map { TextFolding.fold(String($0)) }
      let hasTwin = label.contains { String($0) != separator && TextFolding.fold(String($0)) == separator }
      return hasTwin || parts.count > 1 && parts.contains(where: known.contains)
    }
    guard !joined.isEmpty else { return nil }
    let named = joined.prefix(5)
    let rest = joined.count - named.count
    let ja = named.map { "「\($0)」" }.joined() + (rest > 0 ? "など\(joined.count)種類" : "")
    let en = named.map { "\"\($0)\"" }.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    return Bilingual(
      ja: "\(ja)は、「\(separator)」で区切られていないので、それぞれ一つの選択肢として数えた。区切りの打ち間違いなら、"
        + "元のファイルの記号を「\(separator)」にそろえる。",
      en: "\(en) count as options of their own, since no \"\(separator)\" divides them: if that is a slip, write "
        + "\"\(separator)\" in the file.")
  }

  static let notAskedHidden = Bilingual(
    ja: "非該当（質問の対象でない）は、無回答ではなく、分母に含めない（数は示さない）。",
    en: "Some were not asked this question (how many is not shown); they are in no base.")
  static let weightsHidden = Bilingual(
    ja: "重みの計から人数が分かることがあるため、重みの計は示さず、割合は示した桁までとする。",
    en: "Sums of weights are left out and shares cut to the digits shown, since they could tell counts.")

  static func notAsked(_ n: String) -> Bilingual {
    Bilingual(ja: "非該当（質問の対象でない）\(n)は、無回答ではなく、分母に含めない。", en: "\(n) were not asked this question; they are in no base.")
  }

  /// How many respondents the base leaves out.
  static func leftOut(_ group: SurveyGroup, name: String) -> Bilingual {
    Bilingual(
      ja: "\(name)回答者\(group.asked.n.printed)のうち、回答したのは\(group.base.n.printed)。",
      en: "\(name)\(group.base.n.printed) of \(group.asked.n.printed) respondents gave an answer.")
  }

  static func method(_ method: CollectionMethod?) -> [Bilingual] {
    switch method {
    case nil, .randomSample: []
    case .fullCount:
      [StatisticsRule.fullCount.message]
    case .selfSelected:
      [
        Bilingual(
          ja: "誰でも回答できる方式で、回答者は自ら答えた人に限られる（無作為抽出ではない）。対象全体の割合とはみなせない。",
          en:
            "Anyone could answer, so the respondents chose themselves; this is no random sample, and the shares are not those of the population."
        )
      ]
    }
  }
}
