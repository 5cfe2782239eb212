import ShihyoModel
import ShihyoReports
import Testing

struct AccountingNoteTests {
  @Test func `a clean input says how many records there are`() {
    let note = AccountingNote.note(for: Accounting(records: 5964, accepted: 5964))
    #expect(note == Bilingual(ja: "データ5,964行を集計した。", en: "All 5,964 records are counted."))
  }

  @Test func `everything left out is named with its number`() {
    var leftOut = ReasonCounts()
    leftOut[.missing] = 2
    leftOut[.empty] = 1
    let accounting = Accounting(
      records: 132, accepted: 97, rejected: 2, filteredOut: 30, leftOut: leftOut, blankLines: 1)
    let note = AccountingNote.note(for: accounting)
    #expect(
      note.ja == "データ132行のうち、差戻し2行、条件に合わない30行、値がなく条件と比べられない3行（不詳・未受領2、記入なし1）を除く97行を集計した。ほかに空行1行。")
    #expect(
      note.en == "97 of 132 records are counted; left out: 2 rejected, 30 outside the conditions, "
        + "3 without a value to compare (not available 2, nothing entered 1). Blank lines beside them: 1.")
  }

  @Test func `conditions that nothing meets are pointed out`() {
    let note = AccountingNote.note(for: Accounting(records: 7, accepted: 0, filteredOut: 7))
    #expect(note.ja == "データ7行のうち、条件に合わない7行を除く0行を集計した。条件の値をデータの表記どおりに書いたか確かめること。")
  }

  @Test func `one is no plural`() {
    var accounting = Accounting(records: 1, accepted: 1)
    #expect(AccountingNote.note(for: accounting).en == "The one record is counted.")
    accounting.layout.rows = 2
    accounting.layout.totals = 1
    #expect(
      AccountingNote.note(for: accounting).en
        == "Read from 2 rows of the table, without 1 total. The one record is counted.")
  }

  @Test func `several inputs are named`() {
    let input = { ReportDocument.Input(name: $0, accounting: Accounting(records: 1, accepted: 1)) }
    #expect(
      AccountingNote.notes(for: [input("old.csv"), input("new.csv")]).map(\.ja) == [
        "old.csv：データ1行を集計した。", "new.csv：データ1行を集計した。",
      ])
  }

  @Test func `a paper prints what its tables say below themselves, each once`() {
    func input(_ name: String, _ title: String?, _ notes: [String]) -> ReportDocument.Input {
      var accounting = Accounting(records: 3, accepted: 3)
      accounting.layout.rows = 3 + notes.count
      accounting.layout.notes = notes.count
      accounting.layout.noteTexts = notes
      return ReportDocument.Input(name: name, accounting: accounting, title: title)
    }
    let document = ReportDocument(
      inputs: [input("gym", "体育館", ["※速報値", "調査中"]), input("pool", nil, ["※速報値", "※改修中"])], frame: PaperFrame())
    #expect(
      document.completeNotes.map(\.ja).suffix(3) == [
        "体育館の原表の注：※速報値", "体育館の原表の注：調査中", "poolの原表の注：※改修中",
      ])
    #expect(document.completeNotes.last?.en == "pool, note of the source table: ※改修中")
    for text in [
      TextRenderer(TextOptions(language: .ja)).render(document), HTMLRenderer(language: .ja).render(document),
      MarkdownRenderer(language: .ja).render(document),
    ] {
      #expect(text.contains("体育館の原表の注：※速報値"))
    }
  }
}
