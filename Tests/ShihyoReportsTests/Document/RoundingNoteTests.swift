import ShihyoModel
import ShihyoReports
import Testing

struct RoundingNoteTests {
  @Test func `six equal parts print 100.2`() {
    #expect(Samples.sixths.completeNotes == [RoundingNote.text])
  }

  @Test func `parts that add up as printed carry no note`() throws {
    #expect(try #require(Samples.ranks.tables.first).completeNotes.isEmpty)
  }

  @Test func `parts that do not add up exactly are no matter of rounding`() {
    let parts = [Samples.share(1, of: 6), Samples.share(1, of: 6)]
    #expect(!RoundingNote.applies(parts: parts, total: Samples.share(6, of: 6)))
    #expect(!RoundingNote.applies(parts: [], total: Samples.share(6, of: 6)))
    #expect(!RoundingNote.applies(parts: parts + [Samples.absent(.missing)], total: Samples.share(2, of: 6)))
    #expect(RoundingNote.applies(parts: parts, total: Samples.share(2, of: 6)))
  }

  @Test func `a subtotal is compared with the rows of its group`() {
    let thirds = [1, 1, 1].map { Samples.share($0, of: 3) }
    let halves = [1, 1].map { Samples.share($0, of: 2) }
    func table(_ parts: [Figure]) -> ReportTable {
      ReportTable(
        keyColumns: [.init(name: "群"), .init(name: "部")], valueColumns: [.init(name: "share")],
        rows: parts.enumerated().map { .init(keys: [.init("甲"), .init("\($0)")], figures: [$1]) } + [
          .init(keys: [.init("乙"), .init("9")], figures: [Samples.share(1, of: 7)]),
          .init(keys: [.init("甲"), .init("total")], figures: [Samples.share(1, of: 1)], kind: .subtotal),
        ])
    }
    #expect(table(thirds).completeNotes == [RoundingNote.text])
    #expect(table(halves).completeNotes.isEmpty)
  }

  @Test func `the note stands once`() {
    var table = Samples.sixths
    table.notes = [RoundingNote.text]
    #expect(table.completeNotes == [RoundingNote.text])
  }
}
