public import ShihyoModel

/// What the data show of a metric that is written correctly.
public enum MetricRunRule: FindingRule {
  /// No cell of the column named as `time` is a time; the first of them.
  case timeUnread(String, String)
  /// The two sides of a quotient leave out different cells.
  case sidesDiffer(String, Bilingual)
  /// Shares below 0 or above 100, and where they are.
  case shareOutside(String, Bilingual)
  /// The base of a share has a condition that the part does not have.
  case baseNarrowed(String, String)
  /// A metric without `time` in a paper of one period, although its data have a column of times.
  case allPeriods(String, column: String)

  public var code: String {
    switch self {
    case .timeUnread: "metric.time-unread"
    case .sidesDiffer: "metric.sides-differ"
    case .shareOutside: "metric.share-outside"
    case .baseNarrowed: "metric.base-narrowed"
    case .allPeriods: "metric.all-periods"
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .timeUnread: .error
    case .sidesDiffer, .shareOutside, .baseNarrowed, .allPeriods: .warning
    }
  }

  public var message: Bilingual {
    switch self {
    case .timeUnread(let column, let unread):
      Bilingual(
        ja: "期間の列「\(column)」を時期として読めません（例：\(unread)）",
        en: "the column of times \"\(column)\" holds no times (for example \(unread))")
    case .sidesDiffer(let id, let note):
      Bilingual(
        ja: "指標「\(id)」は、値がなく除いた数が分子と分母で違います（\(note.ja)）",
        en: "the sides of the metric \"\(id)\" leave out different numbers of cells (\(note.en))")
    case .shareOutside(let id, let places):
      Bilingual(
        ja: "指標「\(id)」に0～100％の外にある割合があります（\(places.ja)）",
        en: "shares of the metric \"\(id)\" lie outside 0 to 100 % (\(places.en))")
    case .baseNarrowed(let id, let condition):
      Bilingual(
        ja: "割合「\(id)」の分母だけが「\(condition)」で絞られているので、分子は分母の一部とは限りません",
        en: "only the denominator of the share \"\(id)\" has \"\(condition)\": its numerator may be no part of it")
    case .allPeriods(let id, let column):
      Bilingual(
        ja: "指標「\(id)」に time がないので、資料の期間ではなく全期間の値です（データには期間の列「\(column)」があります）",
        en: "the metric \"\(id)\" names no time, so it is of all periods (\"\(column)\" in the data)")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .timeUnread:
      Bilingual(
        ja: "metrics.yaml の time に、年月などの列を書いてください", en: "name the column of months or dates as time in metrics.yaml")
    case .sidesDiffer:
      Bilingual(
        ja: "where で値のない行を除いてください（例：列!=…）。除かなければ、箇所と数が資料の注に載ります",
        en: "leave out the rows without a value with where; otherwise a note of the paper names the places")
    case .shareOutside:
      Bilingual(
        ja: "分子が分母の一部か確かめてください。一部でないなら kind: multiple（倍）か rate です",
        en: "check that the numerator is part of the denominator; if it is not, the kind is multiple or rate")
    case .baseNarrowed(_, let condition):
      Bilingual(
        ja: "numerator-where にも「\(condition)」を書くか、両方に効く where に移してください",
        en: "write \"\(condition)\" in numerator-where as well, or move it to where, which holds for both")
    case .allPeriods(_, let column):
      Bilingual(
        ja: "metrics.yaml に time: \(column) と書いてください。時点の決まった値なら as-of を書いてください",
        en: "write time: \(column) in metrics.yaml, or as-of where its time is fixed")
    }
  }

  public static var examples: [MetricRunRule] {
    [
      .timeUnread("区", "甲区"),
      .sidesDiffer("use.rate", Bilingual(ja: "甲区の分子3・分母0", en: "甲区: 3 in the numerator, 0 in the denominator")),
      .shareOutside("use.rate", Bilingual(ja: "甲区", en: "甲区")), .baseNarrowed("use.rate", "区=甲区"),
      .allPeriods("users", column: "年月"),
    ]
  }
}
