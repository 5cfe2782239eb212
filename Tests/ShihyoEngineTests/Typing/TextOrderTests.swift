import ShihyoModel
import Testing

@testable import ShihyoEngine

/// The smallest and largest of columns that nothing is declared of: numbers and dates of one width have an order, and where
/// texts were compared instead it is said.
struct TextOrderTests {
  private static func table(_ cells: [String]) -> String {
    "区,値\n" + cells.map { "甲,\($0)\n" }.joined()
  }

  @Test(arguments: [
    (["1", "95O", "x"], "3 値の最小・最大 95O"), (["9", "10", "1 200"], "4 値の最小・最大 1 200"), (["門司", "小倉"], "2 値の最小・最大 門司"),
    (["9", "5件", "10"], "3 値の最小・最大 5件"),
    (["R6.9.1", "R6.10.1"], "2 値の最小・最大 R6.9.1"), (["2024/12/1", "2024/9/1"], "2 値の最小・最大 2024/12/1"),
    (["平成31年4月1日", "令和元年5月1日"], "2 値の最小・最大 平成31年4月1日"), (["2024-04-01", "3"], "2 値の最小・最大 2024-04-01"),
    // In their order already.
    (["1", "999", "1200"], nil), (["5件", "10件"], nil), (["2024-09-01", "2024-10-01"], nil),
    (["2024/09", "2024/10"], nil),
    (["令和6年09月", "令和6年10月"], nil), (["09:30", "10:00"], nil), (["", "－", "3"], nil),
  ])
  func `an order of texts is told of`(_ cells: [String], _ expected: String?) async throws {
    let query = Query(by: [GroupKey(column: "区")], .min("値"), .max("値"))
    for blockBytes in [nil, 16] {
      let table = try await EngineFixture(Self.table(cells)).run(query, blockBytes: blockBytes)
      let told = table.warnings.filter { $0.code == "query.compared-as-text" }
      #expect(told.map { "\($0.place.line ?? 0) 値の最小・最大 \($0.text ?? "")" } == [expected].compactMap { $0 })
    }
  }

  /// By workers, each of which sees some of the blocks.
  @Test func `the first text of many blocks is told of`() async throws {
    var cells = (1...4_000).map { "\($0)" }
    cells[1_500] = "15O1"
    cells[3_000] = "xxx"
    let fixture = try EngineFixture(Self.table(cells))
    let query = Query(by: [GroupKey(column: "区")], .max("値"))
    for engine in [LocalEngine(), LocalEngine(blockBytes: 512), LocalEngine(threads: 4, blockBytes: 4096)] {
      let found = try await engine.run([query], on: fixture.dataset)[0].warnings
      #expect(found.map(\.code) == ["query.compared-as-text"])
      #expect(found.map(\.place.line) == [1_502])
      #expect(found.map(\.text) == ["15O1"])
    }
  }

  @Test func `what is counted or summed has no order`() async throws {
    let table = try await EngineFixture(Self.table(["1", "x"])).run(
      Query(by: [GroupKey(column: "区")], .countValues("値")))
    #expect(table.warnings.isEmpty)
  }
}
