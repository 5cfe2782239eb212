import ShihyoModel
import Testing

@testable import ShihyoReports

struct WorkbookTests {
  private func workbook(_ document: ReportDocument, ledger: [Figure] = []) -> Workbook {
    var sheets = WorkbookSheets(document, ledger: ledger, language: .ja)
    return sheets.workbook()
  }

  private func words(_ row: [SheetCell]) -> [String] {
    row.map { cell in
      switch cell {
      case .blank: ""
      case .text(let text, _), .number(let text, _): text
      case .link(let text, _): text
      }
    }
  }

  @Test func `one table a sheet from A1, spanners in each heading, marks in 備考`() throws {
    let sheet = try #require(workbook(Samples.signs).sheets.first)
    #expect(sheet.name == "表1 施設別利用件数")
    #expect(
      words(sheet.rows[0]) == [
        "施設", "令和5年度 件数（件）", "令和5年度 増減（件）※1", "令和6年度（速報を含む） 件数（件）", "備考",
      ])
    #expect(words(sheet.rows[1]) == ["門司市民センター", "1234567", "-1234", "12", "※2；件数：速報値(p)"])
    #expect(words(sheet.rows[2]) == ["ｶﾞｰﾃﾞﾝ", "5964", "0", "…", "件数：概数(約)、改定値(r)、参考値(())"])
    #expect(words(sheet.rows[3]) == ["小倉南", "88", "－", "x", "件数：値のないセルを除いた結果(!)"])
    #expect(words(sheet.rows[4]) == ["😀館", "空欄", "未調査", "?", ""])
    guard case .number(_, let style) = sheet.rows[1][2] else {
      Issue.record("a negative count is a number")
      return
    }
    #expect(style.numberFormat == "#,##0;\"△\"#,##0")
  }

  @Test func `a paper has a cover, contents, text, notes and the ledger`() {
    var paper = Samples.ranks
    paper.frame = PaperFrame(number: Bilingual(ja: "資料1", en: "No. 1"))
    paper.notice = Bilingual(ja: "架空データ", en: "fictional data")
    let made = workbook(paper, ledger: [Samples.count(13)])
    #expect(made.sheets.map(\.name) == ["表紙", "目次", "本文", "表1 ランク別", "注記", "数値根拠"])
    for sheet in made.sheets {
      #expect(sheet.pageHead.left == "【架空データ】")
      #expect(sheet.rows.contains { words($0).contains { $0.contains("架空データ") } }, "\(sheet.name)")
    }
  }

  @Test(arguments: [20, 200]) func `a long title wraps in a cell that is wide enough`(length: Int) throws {
    var paper = Samples.ranks
    paper.frame = PaperFrame(number: Bilingual(ja: "資料1", en: "No. 1"))
    let title = String(repeating: "題", count: length)
    paper.title = Bilingual(ja: title, en: "t")
    let made = workbook(paper)
    // The body sheet has one column, which is as wide as A4 prints it.
    for (name, width) in [("表紙", 80.0), ("本文", 72)] {
      let sheet = try #require(made.sheets.first { $0.name == name })
      let place = try #require(sheet.rows[0].firstIndex { if case .text(title, _) = $0 { true } else { false } })
      let height = try #require(SheetWidths.height(of: sheet.rows[0], widths: sheet.widths))
      guard length > 40 else {
        #expect(sheet.rows[0][place] == .text(title, .title) && height == 30)
        continue
      }
      #expect(sheet.rows[0][place] == .text(title, .longTitle))
      // 200 characters of 16 points, each as wide as three of the column's units.
      #expect(sheet.widths[place] == width && height >= 24 * 200 * 3 / width)
    }
  }

  @Test func `what Excel cannot hold is a finding, and nothing is cut`() {
    let long = String(repeating: "字", count: Workbook.textLimit + 1)
    let sheet = Sheet(name: "表1", rows: [[.text("見出し")], [.blank, .text(long)]], widths: [])
    let high = Sheet(name: "表2", rows: .init(repeating: [], count: Workbook.rowLimit + 1), widths: [])
    let wide = Sheet(name: "表3", rows: [.init(repeating: .blank, count: Workbook.columnLimit + 1)], widths: [])
    let made = Workbook(sheets: [sheet, high, wide], title: "", author: "", comment: "")
    let failure = #expect(throws: Findings.self) { try made.checkLimits() }
    #expect(failure?.kind == .cannotCreate)
    #expect(
      failure?.findings.map(\.code) == [
        "workbook.text-too-long", "workbook.too-many-rows", "workbook.too-many-columns",
      ])
    #expect(failure?.findings.first?.message.ja.contains("B2") == true)
  }

  @Test func `more than 15 digits stand as text, and 備考 says so`() {
    let table = ReportTable(
      keyColumns: [.init(name: "区")], valueColumns: [.init(name: "sum(額)")],
      rows: [.init(keys: [.init("甲区")], figures: [Samples.sum("1234567890123456")])])
    let row = workbook(ReportDocument(blocks: [.table(table)])).sheets[0].rows[1]
    #expect(row[1] == .text("1,234,567,890,123,456", CellStyle(side: .right)))
    #expect(words(row)[2] == "15桁を超えるため文字列")
  }

  @Test func `tables without columns or rows, and hostile texts, are written`() throws {
    let empty = ReportTable(title: Bilingual(ja: "空", en: "empty"), keyColumns: [], valueColumns: [], rows: [])
    let noRows = ReportTable(keyColumns: [.init(name: "区")], valueColumns: [], rows: [])
    var document = Samples.hostile
    document.blocks += [.table(empty), .table(noRows)]
    let bytes = try XLSXRenderer(language: .ja).render(document)
    #expect(bytes.starts(with: Array("PK".utf8)))
    #expect(try XLSXRenderer(language: .ja).render(document) == bytes)
  }
}
