public import ShihyoModel

/// Why a figure cannot be explained, and what has changed since it was published.
public enum ExplainRule: FindingRule {
  case unknownFigure(nearest: [String])
  case ambiguous([String])
  case noReports
  case hidden
  case partHidden
  case dataHidden
  case inputChanged(was: String, now: String)
  case inputGone(was: String)
  case figureGone(report: String)
  case noRows
  case rowsDiffer(rows: String, figure: String)

  public var code: String {
    switch self {
    case .unknownFigure: "explain.unknown-figure"
    case .ambiguous: "explain.ambiguous"
    case .noReports: "explain.no-reports"
    case .hidden: "explain.hidden"
    case .partHidden: "explain.part-hidden"
    case .dataHidden: "explain.data-hidden"
    case .inputChanged: "explain.input-changed"
    case .inputGone: "explain.input-gone"
    case .figureGone: "explain.figure-gone"
    case .noRows: "explain.no-rows"
    case .rowsDiffer: "explain.rows-differ"
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .inputChanged, .inputGone: .warning
    default: .error
    }
  }

  public var message: Bilingual {
    switch self {
    case .unknownFigure: Bilingual(ja: "その番号の数値はありません", en: "no figure has this id")
    case .ambiguous(let ids):
      Bilingual(ja: "\(ids.count)個の数値に当たります", en: "this means \(ids.count) figures")
    case .noReports: Bilingual(ja: "報告書が見つかりません", en: "no report was found")
    case .hidden: Bilingual(ja: "この数値は秘匿されているため、行を示せません", en: "this figure is hidden, so its rows are not shown")
    case .partHidden:
      Bilingual(
        ja: "この数値の行には、秘匿した数値の行が含まれます。行を並べると秘匿した値が分かるため、行を示しません",
        en:
          "rows of a hidden figure are among the rows of this one: listed, they would tell what is hidden, so none is shown"
      )
    case .dataHidden:
      Bilingual(
        ja: "このデータには小さい数を秘匿する指標があるため、行を示しません",
        en: "a metric of these data hides small counts, so no row is shown")
    case .inputChanged(let was, let now):
      Bilingual(
        ja: "数値根拠表を書いた後に入力が変わりました（SHA-256 \(was.prefix(12))… → \(now.prefix(12))…）",
        en: "the input has changed since the ledger was written (SHA-256 \(was.prefix(12))… → \(now.prefix(12))…)")
    case .inputGone(let was):
      Bilingual(
        ja: "数値根拠表を書いたときの入力がありません（SHA-256 \(was.prefix(12))…）",
        en: "an input of the ledger is not there any more (SHA-256 \(was.prefix(12))…)")
    case .figureGone(let report):
      Bilingual(
        ja: "今の報告書「\(report)」は、この数値を作りません", en: "the report \"\(report)\" does not make this figure any more")
    case .noRows: Bilingual(ja: "この数値の行は記録されていません", en: "the rows of this figure are not known")
    case .rowsDiffer(let rows, let figure):
      Bilingual(
        ja: "行から求めた値 \(rows) が、数値 \(figure) と一致しません", en: "the rows give \(rows), the figure is \(figure)")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .unknownFigure(let nearest) where !nearest.isEmpty:
      Bilingual(
        ja: "次のどれかではありませんか：\(nearest.joined(separator: "  "))", en: "did you mean: \(nearest.joined(separator: "  "))")
    case .unknownFigure:
      Bilingual(
        ja: "数値根拠表 (figures.csv) の id 列から写してください。後ろの一部だけでも構いません",
        en: "copy it from the column id of a ledger (figures.csv); its end is enough")
    case .ambiguous(let ids):
      Bilingual(
        ja: "もっと前から書いて一つに絞ってください：\(ids.joined(separator: "  "))",
        en: "write more of its beginning: \(ids.joined(separator: "  "))")
    case .noReports:
      Bilingual(
        ja: "--reports で報告書のフォルダを指定してください", en: "name the folder of reports with --reports")
    case .hidden, .partHidden, .dataHidden:
      Bilingual(
        ja: "内部で確かめるときだけ --confidential を付け、出力を外に出さないでください",
        en: "add --confidential for a check inside the office only, and keep its output there")
    case .inputChanged:
      Bilingual(
        ja: "今のデータから計算しています。公表した版のファイルに戻すと、公表値のとおりになります",
        en: "the data of now are used; put the file of that edition back to get the published figure"
      )
    case .inputGone:
      Bilingual(
        ja: "--datasets でデータセットのフォルダを指定するか、ファイルを戻してください",
        en: "name the folder of datasets with --datasets, or put the file back")
    case .figureGone:
      Bilingual(
        ja: "report.yaml と metrics.yaml を公表した版に戻すか、新しい版の番号を指定してください",
        en: "put back report.yaml and metrics.yaml of that edition, or name a figure of a newer one")
    case .noRows:
      Bilingual(
        ja: "この種類の表の数値には、まだ内訳がありません。元のデータセットを shihyo aggregate で確かめてください",
        en: "figures of this kind of table keep no rows; look at their dataset with shihyo aggregate")
    case .rowsDiffer:
      Bilingual(
        ja: "読んでいる間にファイルが変わった可能性があります。もう一度実行してください",
        en: "the file may have changed while it was read; run the command again")
    }
  }

  public static var examples: [ExplainRule] {
    [
      .unknownFigure(nearest: []), .unknownFigure(nearest: ["quarterly/rates/rate@FY2023"]),
      .ambiguous(["a/b/c@FY2023", "a/d/c@FY2023"]), .noReports, .hidden, .partHidden,
      .dataHidden,
      .inputChanged(was: "9e5b85e4c317af37", now: "978587e2e08ac622"), .inputGone(was: "9e5b85e4c317af37"),
      .figureGone(report: "quarterly"), .noRows, .rowsDiffer(rows: "47.8", figure: "47.9"),
    ]
  }
}
