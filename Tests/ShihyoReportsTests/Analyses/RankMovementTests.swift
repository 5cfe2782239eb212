import ShihyoModel
import ShihyoReports
import Testing

@Suite struct RankMovementTests {
  static let movement = RankMovement(rank: "ランク", keys: ["局", "番号"])

  func document(_ previous: [[String]], _ current: [[String]]) throws -> ReportDocument {
    let columns = ["局", "番号", "ランク"]
    return try Self.movement.document(
      previous: PlainEngine(columns, previous).run(Self.movement.query),
      current: PlainEngine(columns, current).run(Self.movement.query), previousName: "R6.8", currentName: "R6.11")
  }

  @Test func `shows from where to where`() throws {
    let document = try document(
      [["門司", "1", "1"], ["門司", "2", "2"], ["門司", "3", "3"], ["門司", "4", "2"], ["小北", "1", "2"]],
      [["門司", "１", "2"], ["門司", "2", "2"], ["門司", "3", "2"], ["門司", "4", "3"], ["戸畑", "1", "1"]])
    let tables = document.tables
    #expect(tables[0].valueColumns.map(\.name) == ["ランク=3", "ランク=2", "ランク=1", "gone", "count"])
    #expect(
      tables[0].plainRows == ["3 0 1 0 0 1", "2 1 1 0 1 3", "1 0 1 0 0 1", "new 0 0 1 0 1", "total 1 3 1 1 6"])
    #expect(tables[1].plainRows == ["improved 2", "unchanged 1", "worse 1", "new 1", "gone 1", "total 6"])
    #expect(
      tables[2].plainRows == [
        "門司 １ 1 2 improved", "門司 3 3 2 worse", "門司 4 2 3 improved", "戸畑 1  1 new", "小北 1 2  gone",
      ])
    #expect(tables[3].plainRows == ["previous 5 1 20.0", "current 5 1 20.0"])
    #expect(tables[3].notes.map(\.ja) == ["前回ランクのあった5件のうち、今回もランクのあるのは4件（80.0％）。"])
    #expect(document.inputs.map(\.name) == ["R6.8", "R6.11"])
  }

  @Test func `does not judge what has no order`() throws {
    let document = try document(
      [["甲", "1", "検討"], ["甲", "2", "完了"], ["甲", "3", ""]], [["甲", "1", "完了"], ["甲", "2", "完了"], ["甲", "3", "完了"]])
    #expect(
      document.tables[1].plainRows == [
        "improved 0", "unchanged 1", "worse 0", "changed 2", "new 0", "gone 0", "total 3",
      ])
  }

  @Test func `finds keys that stand for several records`() throws {
    let error = #expect(throws: Findings.self) {
      try document([["門司", "1", "1"], ["門司", "1", "2"]], [["門司", "2", "2"], ["門司", "2", "2"]])
    }
    #expect(error?.kind == .data)
    #expect(error?.findings.map(\.code) == ["ranks.duplicate-key", "ranks.duplicate-key"])
    #expect(error?.findings.map(\.message.en).first == "In R6.8, key \"門司・1\" stands for 2 records.")
  }
}
