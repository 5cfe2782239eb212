public import ShihyoModel

/// What can be wrong with a `report.yaml`, beyond what is wrong with any definition.
public enum ReportRule: FindingRule {
  case badSectionID
  case oneKindPerBlock([String])
  case openPlaceholder
  /// What stands in full-width braces, as it is to be written.
  case wideBraces(String)
  case badPlaceholder(nearest: String?)
  case badPeriod(nearest: String?)
  case negativeThreshold
  /// `total` of a table without groups.
  case nothingToTotal
  case headingsDiffer(headings: Int, columns: Int)
  case onlyForMovement(String)
  /// A column that a table or matrix has twice.
  case columnTwice(String)
  /// One column that is to hold two values at once.
  case twoValues(column: String, String, String)
  case unknownWord(String, nearest: String?, known: [String])
  case unknownFootnote(String, nearest: String?)
  /// A footnote that nothing refers to.
  case unusedFootnote(String)
  /// One entry of a list that stands there twice.
  case entryTwice(key: String, String)
  /// A table or chart of a section that has the name of another one.
  case tableTwice(String)
  case unknownReport(String, nearest: String?, searched: [String])

  public var severity: Finding.Severity { if case .unusedFootnote = self { .warning } else { .error } }

  public var code: String {
    switch self {
    case .badSectionID: "report.bad-section-id"
    case .oneKindPerBlock: "report.one-kind-per-block"
    case .openPlaceholder: "report.open-placeholder"
    case .wideBraces: "report.wide-braces"
    case .badPlaceholder: "report.bad-placeholder"
    case .badPeriod: "report.bad-period"
    case .negativeThreshold: "report.negative-threshold"
    case .nothingToTotal: "report.nothing-to-total"
    case .headingsDiffer: "report.headings-differ"
    case .onlyForMovement: "report.only-for-movement"
    case .columnTwice: "report.column-twice"
    case .twoValues: "report.two-values"
    case .unknownWord: "report.unknown-word"
    case .unknownFootnote: "report.unknown-footnote"
    case .unusedFootnote: "report.unused-footnote"
    case .entryTwice: "report.entry-twice"
    case .tableTwice: "report.table-twice"
    case .unknownReport: "report.unknown"
    }
  }

  public var message: Bilingual {
    switch self {
    case .badSectionID: Bilingual(ja: "節や表の名前に使えない文字があります", en: "this cannot be the id of a section or table")
    case .oneKindPerBlock: Bilingual(ja: "blocks の一項目には種類を一つだけ書きます", en: "a block holds one kind of content")
    case .openPlaceholder: Bilingual(ja: "「{」と「}」の数が合いません", en: "a brace is not closed or not opened")
    case .wideBraces:
      Bilingual(ja: "波括弧が全角なので、数値や語に置き換わりません", en: "braces of full width are not replaced by a figure or a word")
    case .badPlaceholder: Bilingual(ja: "{ } の中が指標の書き方ではありません", en: "this does not name a figure")
    case .badPeriod: Bilingual(ja: "期間として読めません", en: "this is not a period")
    case .negativeThreshold: Bilingual(ja: "threshold が負の数です", en: "threshold is negative")
    case .nothingToTotal:
      Bilingual(ja: "この表には足し合わせる区分がないので、計を付けられません", en: "this table has no groups that a total could add up")
    case .headingsDiffer(let headings, let columns):
      Bilingual(ja: "見出しが\(headings)、列が\(columns)で、数が合いません", en: "\(headings) headings for \(columns) columns")
    case .onlyForMovement(let key):
      Bilingual(ja: "「\(key)」は前回と比べるときだけのキーです", en: "\"\(key)\" belongs to a comparison with an earlier assessment")
    case .columnTwice(let name):
      Bilingual(ja: "列「\(name)」が二度書かれています", en: "the column \"\(name)\" is written twice")
    case .twoValues(let column, let first, let second):
      Bilingual(
        ja: "列「\(column)」に「\(first)」と「\(second)」の両方を求めているため、当たる行がありません",
        en: "no row can have both \"\(first)\" and \"\(second)\" in the column \"\(column)\"")
    case .unknownWord(let name, _, _):
      Bilingual(ja: "題名に「{\(name)}」は使えません", en: "a title cannot hold \"{\(name)}\"")
    case .unknownFootnote(let name, _):
      Bilingual(ja: "脚注「\(name)」は footnotes にありません", en: "there is no footnote \"\(name)\"")
    case .unusedFootnote(let name):
      Bilingual(ja: "脚注「\(name)」の番号は、どこにも付いていません", en: "nothing refers to the footnote \"\(name)\"")
    case .entryTwice(let key, let name):
      Bilingual(ja: "「\(key)」に「\(name)」が二度書かれています", en: "\"\(key)\" holds \"\(name)\" twice")
    case .tableTwice(let name):
      Bilingual(ja: "この節にはもう「\(name)」という表や図があります", en: "this section already has a table or chart \"\(name)\"")
    case .unknownReport(let name, _, _): Bilingual(ja: "報告書「\(name)」がありません", en: "there is no report \"\(name)\"")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .badSectionID:
      Bilingual(ja: "rates のように、半角小文字・数字・「-」で書いてください", en: "use lower case letters, digits and -")
    case .oneKindPerBlock(let kinds):
      Bilingual(
        ja: "「- 種類: 内容」と書いてください。種類：\(kinds.joined(separator: ", "))",
        en: "write «- kind: content»; kinds: \(kinds.joined(separator: ", "))")
    case .wideBraces(let inside):
      Bilingual(ja: "半角の括弧で「{\(inside)}」と書いてください", en: "write {\(inside)}")
    case .openPlaceholder: Bilingual(ja: "波括弧そのものは {{ や }} と書いてください", en: "write a brace itself as {{ or }}")
    case .badPlaceholder(let nearest?):
      Bilingual(ja: "「{\(nearest)}」ではありませんか", en: "did you mean \"{\(nearest)}\"?")
    case .badPeriod(let nearest?):
      Bilingual(ja: "「\(nearest)」ではありませんか", en: "did you mean \"\(nearest)\"?")
    case .badPlaceholder(nil):
      Bilingual(
        ja: "centre.rate、centre.rate[区分=有償]、centre.rate@FY2023、centre.rate:year-ago のように書いてください",
        en: "write it like centre.rate, centre.rate[kind=paid], centre.rate@FY2023 or centre.rate:year-ago")
    case .badPeriod(nil):
      Bilingual(
        ja: "令和7年度第2四半期、FY2025Q2 などの期間か、\(PeriodReference.words.joined(separator: "、")) を書いてください",
        en: "write a period such as FY2025Q2, or one of \(PeriodReference.words.joined(separator: ", "))")
    case .negativeThreshold:
      Bilingual(
        ja: "増減の大きさと比べる値です。0以上で書いてください（例 0.5）",
        en: "it is held against the size of the change: write 0 or more, for example 0.5")
    case .nothingToTotal:
      Bilingual(
        ja: "by（行の区分）か across（横に並べる列名）を書くか、total を消してください",
        en: "write by, or the name of a column as across; or take total out")
    case .headingsDiffer:
      Bilingual(
        ja: "headings は columns と同じ数だけ、同じ順に書いてください", en: "write one heading for each of columns, in their order")
    case .onlyForMovement:
      Bilingual(
        ja: "detail: movement（移動の表）か detail: moved（移動したものの一覧）と併せて書いてください",
        en: "write it together with detail: movement (a matrix) or detail: moved (a list)")
    case .columnTwice: Bilingual(ja: "どちらかを別の列にするか、消してください", en: "name another column, or take one of them out")
    case .twoValues(let column, let first, let second):
      Bilingual(
        ja: "どちらか一つにしてください。どちらの行も数えるには \(column)=\(first)|\(second) を表の where に書いてください",
        en: "keep one of them; to count the rows of either, write \(column)=\(first)|\(second) in where of a table")
    case .unknownWord(_, let nearest?, _):
      Bilingual(ja: "「{\(nearest)}」ではありませんか", en: "did you mean \"{\(nearest)}\"?")
    case .unknownWord(_, nil, let known):
      Bilingual(
        ja: "題名に書けるのは \(known.map { "{\($0)}" }.joined(separator: "、")) です。数値は sentence に書いてください",
        en: "a title can hold \(known.map { "{\($0)}" }.joined(separator: ", ")); put figures in a sentence")
    case .unknownFootnote(_, let nearest?):
      Bilingual(ja: "「\(nearest)」ではありませんか", en: "did you mean \"\(nearest)\"?")
    case .unknownFootnote(_, nil): Bilingual(ja: "footnotes に加えてください", en: "add it to footnotes")
    case .unusedFootnote:
      Bilingual(
        ja: "節か表の行の footnotes にこの名前を書くか、脚注を消してください（紙の末尾に番号だけが残ります）",
        en:
          "write its name under footnotes of a section, table or row, or take it out: it is printed below the paper all the same"
      )
    case .entryTwice: Bilingual(ja: "一方を消すか、別のものに直してください", en: "take one of them out, or name another")
    case .tableTwice:
      Bilingual(
        ja: "一方の name を変えてください。CSVや図の table: は、表を name で見分けます",
        en: "rename one of them: CSV and charts know a table by its name")
    case .unknownReport(_, let nearest?, _):
      Bilingual(
        ja: "「\(nearest)」ではありませんか。一覧は shihyo reports", en: "did you mean \"\(nearest)\"? shihyo reports lists them")
    case .unknownReport(_, nil, let searched):
      Bilingual(
        ja: "探した場所：\(searched.joined(separator: ", "))。--reports で指定できます",
        en: "searched: \(searched.joined(separator: ", ")); --reports names another place")
    }
  }

  public static var examples: [ReportRule] {
    [
      .badSectionID, .oneKindPerBlock(["sentence", "table"]), .openPlaceholder, .wideBraces("visits"),
      .badPlaceholder(nearest: nil), .badPlaceholder(nearest: "use.rate:year-ago"), .badPeriod(nearest: nil),
      .badPeriod(nearest: "latest-quarter"),
      .negativeThreshold, .nothingToTotal, .headingsDiffer(headings: 1, columns: 2),
      .onlyForMovement("previous"), .columnTwice("区"), .twoValues(column: "区", "甲区", "乙区"),
      .unknownWord("monthes", nearest: "months", known: ["period", "months"]),
      .unknownFootnote("paid", nearest: nil), .unusedFootnote("paid"), .entryTwice(key: "metrics", "users"),
      .tableTwice("quarters"), .unknownReport("quaterly", nearest: "quarterly", searched: ["reports"]),
    ]
  }
}
