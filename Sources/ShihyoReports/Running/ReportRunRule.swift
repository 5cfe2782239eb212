public import ShihyoModel

/// Why a report that is written correctly cannot be run.
public enum ReportRunRule: FindingRule {
  case datasetNotListed(String, nearest: String?, known: [String])
  case unknownParameter(String, nearest: String?, known: [String])
  case badSetting
  case setTwice(String, String, String)
  case unknownValue(String, nearest: String?, known: [String])
  /// What a condition leaves out is not there.
  case unknownExclusion(String, nearest: String?, known: [String])
  /// What `--set` chooses, and what the definition says of the same column.
  case settingConflicts(name: String, value: String, written: String)
  case badPeriod(nearest: String?)
  /// What `--period` names is not in the data; first and last are.
  case emptyPeriod(Bilingual, first: Bilingual, last: Bilingual)
  /// A period that the definition names itself; first and last of the data are.
  case periodOutside(Bilingual, first: Bilingual, last: Bilingual)
  /// A metric of years in a table of quarters: nothing of it can be printed. The metric, and the first of its times.
  case longerTimes(String, Bilingual)
  /// A column that holds a value in every record.
  case noBlank(String)
  case noPeriod
  case noCompleteQuarter(column: String, unread: String?)
  case noTimeColumn
  case noCommonQuarter
  case periodFixed(Bilingual)
  case notOneRow(String, Int)
  case overlappingTimes(String, String)
  /// Why a figure has no interval.
  case noInterval(String, Bilingual)
  case noTotal(String)
  case unknownTable(String?, nearest: String?, known: [String])
  case unknownPart(String, nearest: String?, known: [String])
  /// A period that the table does not print (any more), and those that it prints.
  case periodNotPrinted(String, known: [String])
  case mixedUnits([String])
  /// A chart of a table without rows.
  case nothingToDraw(String)
  /// Two figures that one id would name; the line of the other.
  case figureIDTwice(String, line: Int)
  /// One figure, hidden in one table and shown in another.
  case hiddenElsewhere(String, line: Int)

  static let settingConflictsCode = "report.setting-conflicts"

  public var code: String {
    switch self {
    case .datasetNotListed: "report.dataset-not-listed"
    case .unknownParameter: "report.unknown-parameter"
    case .badSetting: "report.bad-setting"
    case .setTwice: "report.set-twice"
    case .unknownValue: "report.unknown-value"
    case .unknownExclusion: "report.unknown-exclusion"
    case .settingConflicts: Self.settingConflictsCode
    case .badPeriod: "report.bad-period-given"
    case .emptyPeriod: "report.empty-period"
    case .periodOutside: "report.period-outside"
    case .longerTimes: "report.longer-times"
    case .noBlank: "report.no-blank"
    case .noPeriod: "report.no-period"
    case .noCompleteQuarter: "report.no-complete-quarter"
    case .noTimeColumn: "report.no-time-column"
    case .noCommonQuarter: "report.no-common-quarter"
    case .periodFixed: "report.period-fixed"
    case .notOneRow: "metric.not-one-row"
    case .overlappingTimes: "metric.overlapping-times"
    case .noTotal: "report.no-total"
    case .unknownTable: "report.unknown-table"
    case .unknownPart: "report.unknown-row-or-column"
    case .periodNotPrinted: "report.period-not-printed"
    case .nothingToDraw: "report.nothing-to-draw"
    case .mixedUnits: "report.mixed-units-in-chart"
    case .noInterval: "report.no-interval"
    case .figureIDTwice: "report.figure-id-twice"
    case .hiddenElsewhere: "report.hidden-elsewhere"
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .emptyPeriod, .unknownExclusion, .periodOutside, .longerTimes, .noBlank: .warning
    default: .error
    }
  }

  public var message: Bilingual {
    switch self {
    case .datasetNotListed(let name, _, _):
      Bilingual(ja: "データセット「\(name)」は datasets に書かれていません", en: "the dataset \"\(name)\" is not among datasets")
    case .unknownParameter(let name, _, _):
      Bilingual(ja: "この報告書に「\(name)」という条件はありません", en: "this report has no parameter \"\(name)\"")
    case .unknownValue(let value, _, _):
      Bilingual(ja: "「\(value)」という値はデータにありません", en: "no record holds \"\(value)\"")
    case .unknownExclusion(let value, _, _):
      Bilingual(
        ja: "除く値「\(value)」はデータにないので、何も除いていません", en: "no record holds \"\(value)\", so that nothing is left out by it")
    case .settingConflicts(let name, let value, let written):
      Bilingual(
        ja: "--set \(name)=\(value) では「\(written)」に当たるものがありません",
        en: "with --set \(name)=\(value) nothing can match \"\(written)\"")
    case .badSetting: Bilingual(ja: "--set は 名前=値 と書きます", en: "--set is written NAME=VALUE")
    case .setTwice(let name, let first, let second):
      Bilingual(
        ja: "--set の「\(name)」に「\(first)」と「\(second)」の二つの値があります",
        en: "--set gives \"\(name)\" two values: \"\(first)\" and \"\(second)\"")
    case .emptyPeriod(let period, _, _):
      Bilingual(ja: "\(period.ja)のデータがありません", en: "there are no data of \(period.en)")
    case .periodOutside(let period, _, _):
      Bilingual(ja: "\(period.ja)のデータがありません", en: "there are no data of \(period.en)")
    case .longerTimes(let id, let time):
      Bilingual(
        ja: "指標「\(id)」のデータは\(time.ja)のように期間が長く、ここの期間の値は一つもありません",
        en: "\"\(id)\" has no value of any period here: its data are of longer ones such as \(time.en)")
    case .noBlank(let column):
      Bilingual(ja: "列「\(column)」が空の行はありません", en: "no record leaves the column \"\(column)\" empty")
    case .badPeriod: Bilingual(ja: "期間として読めません", en: "this is not a period")
    case .noPeriod: Bilingual(ja: "期間が決まっていません", en: "the period of the report is not known")
    case .noCompleteQuarter(let column, let unread?):
      Bilingual(
        ja: "期間の列「\(column)」を時期として読めません（例：\(unread)）",
        en: "the column of times \"\(column)\" holds no times (for example \(unread))")
    case .noCompleteQuarter(let column, nil):
      Bilingual(
        ja: "期間の列「\(column)」に、全部の月がそろった四半期がありません",
        en: "no quarter of \"\(column)\" has all its months in the data")
    case .noTimeColumn:
      Bilingual(
        ja: "期間の列（time）のある指標がないので、最新の四半期が分かりません", en: "no metric has a column of times, so no quarter is the latest")
    case .noCommonQuarter:
      Bilingual(ja: "すべてのデータに全部の月がそろった四半期がありません", en: "no quarter has all its months in all of the data")
    case .periodFixed(let period):
      Bilingual(ja: "この報告書の期間は\(period.ja)に決まっています", en: "this report is written for \(period.en)")
    case .notOneRow(let id, let count):
      Bilingual(ja: "指標「\(id)」に当たる行が\(count)行あります", en: "\(count) rows stand for the single figure \"\(id)\"")
    case .overlappingTimes(let id, let period):
      Bilingual(
        ja: "指標「\(id)」の\(period)に、長さの違う期間の行が重なっています",
        en: "rows of \"\(id)\" for \(period) cover the same days twice")
    case .noInterval(let id, let why):
      Bilingual(ja: "指標「\(id)」に区間はありません：\(why.ja)", en: "\"\(id)\" has no interval: \(why.en)")
    case .noTotal(let id):
      Bilingual(ja: "指標「\(id)」は足し合わせられません", en: "the metric \"\(id)\" cannot be added up")
    case .unknownTable(let name?, _, _):
      Bilingual(ja: "この節に「\(name)」という表はありません", en: "this section has no table \"\(name)\"")
    case .unknownTable(nil, _, _):
      Bilingual(ja: "図にする表が決まりません", en: "it is not clear which table the chart draws")
    case .unknownPart(let name, _, _):
      Bilingual(ja: "表に「\(name)」という行や列はありません", en: "the table has no row or column \"\(name)\"")
    case .periodNotPrinted(let name, let known):
      Bilingual(
        ja: "表に「\(name)」の行や列はありません（今あるのは\(known.joined(separator: "、"))）",
        en: "the table does not print \"\(name)\" (but \(known.joined(separator: ", ")))")
    case .nothingToDraw(let table):
      Bilingual(ja: "表「\(table)」に行がないので図を描けません", en: "the table \"\(table)\" has no row to draw")
    case .figureIDTwice(let id, let line):
      Bilingual(
        ja: "\(line)行目の別の数値と、数値の番号が同じになります（\(id)）", en: "line \(line) prints another figure with the same id (\(id))")
    case .hiddenElsewhere(let id, let line):
      Bilingual(
        ja: "\(line)行目と同じ数値が、一方では秘匿され、もう一方では表示されます（\(id)）",
        en: "this figure is also on line \(line); one of the two is hidden and the other is shown (\(id))")
    case .mixedUnits(let units):
      Bilingual(
        ja: "単位の違う値（\(units.joined(separator: "、"))）を一つの図に描けません",
        en: "figures of different units (\(units.joined(separator: ", "))) cannot share a chart")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .datasetNotListed(_, let nearest?, _), .unknownParameter(_, let nearest?, _),
      .unknownValue(_, let nearest?, _), .unknownExclusion(_, let nearest?, _),
      .unknownTable(_, let nearest?, _), .unknownPart(_, let nearest?, _):
      Bilingual(ja: "「\(nearest)」ではありませんか", en: "did you mean \"\(nearest)\"?")
    case .datasetNotListed(_, nil, let known):
      Bilingual(
        ja: "report.yaml の datasets に加えてください。今あるもの：\(known.joined(separator: "、"))",
        en: "add it to datasets in report.yaml; there are: \(known.joined(separator: ", "))")
    case .unknownParameter(_, nil, let known):
      Bilingual(
        ja: known.isEmpty ? "この報告書は --set を受け付けません" : "使えるもの：\(known.joined(separator: "、"))",
        en: known.isEmpty ? "this report takes no --set" : "there are: \(known.joined(separator: ", "))")
    case .unknownTable(_, nil, let known):
      Bilingual(
        ja: known.isEmpty ? "図の前に table を書いてください" : "table: に表の name を書いてください。あるもの：\(known.joined(separator: "、"))",
        en: known.isEmpty
          ? "write a table in this section" : "write the name of a table; there are: \(known.joined(separator: ", "))")
    case .unknownPart(_, nil, let known):
      Bilingual(
        ja: "印刷されるとおりに書いてください。あるもの：\(known.joined(separator: "、"))",
        en: "write it as it is printed; there are: \(known.joined(separator: ", "))")
    case .periodNotPrinted:
      Bilingual(
        ja: "period: latest-quarter や last-6 の表は、データが増えると期間が進みます。ここを今ある期間に直すか、もう要らなければ消してください。"
          + "いつも載せる期間なら、表の periods に加えてください",
        en:
          "tables of latest-quarter or last-6 move on with the data: write a period that is there, or take this out where it is "
          + "no longer wanted; a period that is always to be printed belongs into periods of the table")
    case .nothingToDraw:
      Bilingual(
        ja: "表の where に当たるデータがあるか確かめるか、図を消してください",
        en: "check whether any record matches where of the table, or take the chart out")
    case .mixedUnits:
      Bilingual(
        ja: "rows や columns で同じ単位のものに絞り、図を分けてください", en: "choose rows or columns of one unit, and draw two charts")
    case .unknownValue(_, nil, let known) where known.isEmpty,
      .unknownExclusion(_, nil, let known) where known.isEmpty:
      Bilingual(
        ja: "値の書き方を確かめてください（ここに一覧は出しません）", en: "check how the value is written; its column is not listed here")
    case .unknownValue(_, nil, let known), .unknownExclusion(_, nil, let known):
      Bilingual(
        ja: "あるもの：\(known.joined(separator: "、"))", en: "there are: \(known.joined(separator: ", "))")
    case .settingConflicts(let name, _, let written):
      Bilingual(
        ja: "--set \(name) を外すか、report.yaml の「\(written)」を消してください（--set の値で絞られます）",
        en: "leave out --set \(name), or take \"\(written)\" out of report.yaml: --set narrows the rows itself")
    case .badSetting: Bilingual(ja: "例：--set ward=門司区", en: "for example --set ward=Moji")
    case .setTwice(let name, let first, let second):
      Bilingual(
        ja: "どちらか一つにしてください。両方を見るには、--set \(name)=\(first) と --set \(name)=\(second) で二度作ってください",
        en: "keep one of them; for both run it twice, with --set \(name)=\(first) and with --set \(name)=\(second)")
    case .emptyPeriod(_, let first, let last):
      Bilingual(
        ja: "データにあるのは\(first.ja)から\(last.ja)までです。--period を確かめてください",
        en: "the data reach from \(first.en) to \(last.en); check --period")
    case .periodOutside(_, let first, let last):
      Bilingual(
        ja: "データにあるのは\(first.ja)から\(last.ja)までです。期間の書き方を確かめてください",
        en: "the data reach from \(first.en) to \(last.en); check how the period is written")
    case .longerTimes(_, let time):
      Bilingual(
        ja: "表なら periods: [\(time.ja)]、文なら {指標@\(time.ja)} のように、データにある期間を書いてください",
        en: "name a period that the data have: periods: [\(time.en)] in a table, {metric@\(time.en)} in a sentence")
    case .noBlank(let column):
      Bilingual(
        ja: "「\(column)=」は列が空の行だけを選びます。「\(column)=値」と書いてください",
        en: "\"\(column)=\" chooses the records that leave it empty; write a value behind the sign")
    case .badPeriod(let nearest?):
      Bilingual(ja: "「\(nearest)」ではありませんか", en: "did you mean \"\(nearest)\"?")
    case .badPeriod(nil):
      Bilingual(
        ja: "令和7年度第2四半期、FY2025Q2、latest-quarter のように書いてください", en: "write it like FY2025Q2, 2025-09 or latest-quarter")
    case .noPeriod:
      Bilingual(ja: "--period を付けるか、report.yaml に period を書いてください", en: "give --period, or write period in report.yaml")
    case .noCompleteQuarter(_, .some):
      Bilingual(
        ja: "metrics.yaml の time に、年月などの列を書いてください", en: "name the column of months or dates as time in metrics.yaml")
    case .noCompleteQuarter(_, nil), .noCommonQuarter:
      Bilingual(ja: "--period で期間を指定してください", en: "name the period with --period")
    case .noTimeColumn:
      Bilingual(
        ja: "metrics.yaml に time（期間の列）を書くか、--period で期間を指定してください",
        en: "write time in metrics.yaml, or name the period with --period")
    case .periodFixed:
      Bilingual(
        ja: "ほかの期間の資料は、report.yaml の period と文を書き換えて作ってください",
        en: "for another period change period and the sentences in report.yaml")
    case .notOneRow:
      Bilingual(
        ja: "metrics.yaml の where で1行に絞るか、time の列を指定してください",
        en: "narrow it to one row with where or time in metrics.yaml")
    case .overlappingTimes:
      Bilingual(ja: "where でどちらか一方の期間の行に絞ってください", en: "keep one kind of period with where")
    case .noInterval:
      Bilingual(ja: ":lower と :upper を文から外してください", en: "leave :lower and :upper out of the sentence")
    case .figureIDTwice:
      Bilingual(
        ja: "番号は節・指標・期間・区分だけからできていて、データセットや条件の違いは表せません。後から加えた方を別の節に移してください"
          + "（指標なら metrics.yaml で別の名前にしてもかまいません）。公表済みの方は、節も名前もそのままに",
        en:
          "an id holds section, metric, period and groups, and cannot tell datasets or conditions apart: move what you added "
          + "last to a section of its own, or give its metric another name in metrics.yaml; leave what is published where it is"
      )
    case .hiddenElsewhere:
      Bilingual(
        ja: "秘匿は where が同じ表をまとめて決めます。where をそろえるか、一つの表にしてください",
        en: "tables with the same where are decided together: write the same where in both, or make them one table")
    case .noTotal:
      Bilingual(ja: "total を消すか、件数の指標を使ってください", en: "remove total, or use a metric of counts")
    }
  }

  public static var examples: [ReportRunRule] {
    [
      .datasetNotListed("use", nearest: nil, known: ["rooms"]),
      .unknownParameter("wrd", nearest: "ward", known: ["ward"]),
      .badSetting, .setTwice("ward", "甲区", "乙区"), .unknownValue("甲", nearest: "甲区", known: ["甲区"]),
      .unknownExclusion("甲", nearest: nil, known: []),
      .settingConflicts(name: "ward", value: "乙区", written: "区=甲区"),
      .badPeriod(nearest: nil),
      .badPeriod(nearest: "latest-quarter"), .noPeriod,
      .emptyPeriod(
        Bilingual(ja: "平成2年度", en: "FY1990"), first: Bilingual(ja: "令和4年4月", en: "Apr 2022"),
        last: Bilingual(ja: "令和7年9月", en: "Sep 2025")),
      .noCompleteQuarter(column: "区", unread: "甲区"), .noTimeColumn, .noCommonQuarter,
      .periodFixed(Bilingual(ja: "令和7年度第2四半期", en: "FY2025 Q2")),
      .periodOutside(
        Bilingual(ja: "平成31年度", en: "FY2019"), first: Bilingual(ja: "令和4年4月", en: "Apr 2022"),
        last: Bilingual(ja: "令和7年9月", en: "Sep 2025")), .noBlank("区"),
      .longerTimes("requests", Bilingual(ja: "令和7年度", en: "FY2025")),
      .notOneRow("centre.rate", 2),
      .overlappingTimes("use.slots", "令和7年度"), .noTotal("use.rate"),
      .unknownTable("quarter", nearest: "quarters", known: ["quarters", "wards"]),
      .unknownTable(nil, nearest: nil, known: ["quarters", "wards"]),
      .unknownPart("29歳未満", nearest: nil, known: ["29歳以下"]),
      .periodNotPrinted("令和7年度第1四半期", known: ["令和7年度第2四半期", "令和7年度第3四半期"]),
      .mixedUnits(["人", "コマ"]), .nothingToDraw("wards"),
      .figureIDTwice("quarterly/use/users@FY2025Q2", line: 21),
      .hiddenElsewhere("quarterly/use/users@FY2025Q2,区=甲区", line: 21),
      .noInterval("use.rate", Bilingual(ja: "全数のため区間なし。", en: "a full count")),
    ]
  }
}
