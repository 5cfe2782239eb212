public import ShihyoModel

/// What a workbook cannot hold, and what can go wrong when it is made. Nothing is cut to make it fit.
public enum WorkbookRule: FindingRule {
  case tooManyRows(sheet: String, rows: Int)
  case tooManyColumns(sheet: String, columns: Int)
  case textTooLong(sheet: String, cell: String, length: Int)
  case tooManyLinks(Int)
  case notWritten(reason: String)

  public static let examples: [WorkbookRule] = [
    .tooManyRows(sheet: "表1", rows: 2_000_000), .tooManyColumns(sheet: "表1", columns: 20_000),
    .textTooLong(sheet: "表1", cell: "A2", length: 40_000), .tooManyLinks(70_000),
    .notWritten(reason: "Error creating output xlsx file."),
  ]

  public var code: String {
    switch self {
    case .tooManyRows: "workbook.too-many-rows"
    case .tooManyColumns: "workbook.too-many-columns"
    case .textTooLong: "workbook.text-too-long"
    case .tooManyLinks: "workbook.too-many-links"
    case .notWritten: "workbook.not-written"
    }
  }

  public var message: Bilingual {
    switch self {
    case .tooManyRows(let sheet, let rows):
      Bilingual(
        ja: "シート「\(sheet)」が\(rows)行になり、Excelの上限\(Workbook.rowLimit)行を超えます",
        en: "the sheet \"\(sheet)\" has \(rows) rows; Excel holds \(Workbook.rowLimit)")
    case .tooManyColumns(let sheet, let columns):
      Bilingual(
        ja: "シート「\(sheet)」が\(columns)列になり、Excelの上限\(Workbook.columnLimit)列を超えます",
        en: "the sheet \"\(sheet)\" has \(columns) columns; Excel holds \(Workbook.columnLimit)")
    case .textTooLong(let sheet, let cell, let length):
      Bilingual(
        ja: "シート「\(sheet)」のセル\(cell)が\(length)文字になり、Excelの上限\(Workbook.textLimit)文字を超えます",
        en: "cell \(cell) of the sheet \"\(sheet)\" has \(length) characters; Excel holds \(Workbook.textLimit)")
    case .tooManyLinks(let count):
      Bilingual(ja: "表が多すぎて目次を作れません（\(count)枚）", en: "there are too many tables for the contents (\(count))")
    case .notWritten(let reason):
      Bilingual(ja: "Excelブックを作れませんでした（\(SystemReason.ja(reason))）", en: "the workbook could not be made (\(reason))")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .tooManyRows, .tooManyColumns:
      Bilingual(
        ja: "--where で対象を絞るか --by を減らすか、-f csv で書き出してください。切り捨てはしません。",
        en: "Narrow it with --where, use fewer keys in --by, or write -f csv. Nothing is cut off.")
    case .textTooLong:
      Bilingual(
        ja: "元の文を短くするか、-f csv で書き出してください。切り捨てはしません。",
        en: "Shorten the text at its source, or write -f csv. Nothing is cut off.")
    case .tooManyLinks:
      Bilingual(ja: "報告書を分けるか、-f csv で書き出してください。", en: "Split the report, or write -f csv.")
    case .notWritten:
      Bilingual(
        ja: "一時フォルダ（環境変数 TMPDIR、なければ /tmp）の空き容量と権限を確かめてください。",
        en: "Check free space and rights of the temporary folder (TMPDIR, else /tmp).")
    }
  }
}
