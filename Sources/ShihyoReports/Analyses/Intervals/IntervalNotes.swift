import ShihyoDefinitions
import ShihyoModel
import ShihyoStatistics

/// What a reader of intervals must know, in words that need no statistics.
enum IntervalNotes {
  /// Answers below which one answer moves a share by more than 3 points.
  static let smallBase = Bilingual(
    ja: "*の割合は分母が\(Proportion.smallBase)未満で、1件の違いで3ポイント以上動く。傾向の判断には使えない。",
    en:
      "Shares with * are of fewer than \(Proportion.smallBase), so one answer moves them by more than 3 points; they tell no tendency."
  )

  static func notes(_ request: IntervalRequest, _ collection: CollectionMethod?) -> [Bilingual] {
    if let refusal = request.refusal(collection) {
      guard refusal == .selfSelected else { return [refusal.message] }
      return [
        Bilingual(
          ja: refusal.message.ja + "偶然に選ばれたものとみなした区間は --as-if-random で出せる。",
          en: refusal.message.en + " --as-if-random gives the interval of a random sample.")
      ]
    }
    var notes = [meaning(request)]
    if collection == .selfSelected {
      notes.append(
        Bilingual(
          ja: "回答者は自ら答えた人であり、区間は無作為に選ばれたとみなした場合の参考にすぎない。回答した人としない人の違いは区間に含まれない。",
          en:
            "The respondents chose themselves. The interval is what a random sample would have; how they differ from others is not in it."
        ))
    } else if collection == nil {
      notes.append(
        Bilingual(
          ja: "区間は、無作為に選んだ標本であることを前提とする（全数なら区間は要らない）。",
          en: "The interval supposes a random sample; a full count needs none."))
    }
    if let population = request.population {
      notes.append(
        Bilingual(
          ja: "対象の総数\(DigitGroups.grouped(population))に対する補正（有限母集団修正）をした。",
          en: "Corrected for a population of \(DigitGroups.grouped(population)) (finite population)."))
    }
    return notes
  }

  private static func meaning(_ request: IntervalRequest) -> Bilingual {
    let name: Bilingual =
      switch request.method {
      case .wilson: Bilingual(ja: "ウィルソン法", en: "Wilson")
      case .agrestiCoull: Bilingual(ja: "アグレスティ・クール法", en: "Agresti–Coull")
      case .clopperPearson: Bilingual(ja: "クロッパー・ピアソン法", en: "Clopper–Pearson")
      }
    return Bilingual(
      ja:
        "\(request.percent)％区間（\(name.ja)）：同じ方法で調査をくり返すと、こうして求めた区間の\(request.percent)％が対象全体の割合を含む。",
      en:
        "\(request.percent) % interval (\(name.en)): of intervals found this way in repeated surveys, \(request.percent) % hold the share of the whole population."
    )
  }

  static func differences(_ request: IntervalRequest, comparisons: Int) -> [Bilingual] {
    var notes = [
      Bilingual(
        ja: "差の区間はニューカム法による。区間が0を含まないとき「差があるといえる」とした。",
        en: "Intervals of differences are Newcombe's; two shares are said to differ where the interval does not hold 0."
      )
    ]
    if comparisons > 5 {
      notes.append(
        Bilingual(
          ja: "\(comparisons)組を一度に比べている。本当は差がなくても、100組のうち\(errors(request))組ほどは偶然だけで「差がある」となる。",
          en:
            "\(comparisons) pairs are compared at once: of 100 pairs that do not differ, about \(errors(request)) seem to by chance alone."
        ))
    }
    return notes
  }

  private static func errors(_ request: IntervalRequest) -> String {
    (Rational(100) - Rational(request.confidence.level) * Rational(100)).machineSpelling
  }
}
