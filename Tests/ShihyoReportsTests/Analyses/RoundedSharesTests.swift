import ShihyoModel
import ShihyoStatistics
import Testing

@testable import ShihyoReports

@Suite struct RoundedSharesTests {
  static let engine = PlainEngine(
    ["区", "年齢", "人"],
    [["甲", "若", "2"], ["甲", "中", "2"], ["甲", "老", "2"], ["乙", "若", "2"], ["乙", "中", "2"], ["乙", "老", "2"]]
      + [["丙", "若", "2"], ["丙", "中", "2"], ["丙", "老", "2"], ["丙", "計", "6"]])

  func table(base: Int, _ engine: PlainEngine = engine) throws -> ReportTable {
    let analysis = try SharesAnalysis(
      of: "人", over: GroupKey(column: "年齢"), by: [GroupKey(column: "区")], roundBase: base)
    return try #require(try analysis.document(engine.run(analysis.queries), input: "a.csv").tables.first)
  }

  func amount(_ row: ReportTable.Row) throws -> Int {
    guard case .decimal(let number) = row.figures[0].value else { throw Missing() }
    return try #require(Int(exactly: number.coefficient))
  }

  struct Missing: Error {}

  /// statistics.md, section 10: nine cells of 2 to base 5; each group has 6, which may go to 5 or 10, and all 18 to 15 or 20.
  @Test func `cells, groups and categories move to neighbouring multiples and add up`() throws {
    let table = try table(base: 5)
    var total = 0
    var categories: [String: Int] = [:]
    for group in 0..<3 {
      let rows = Array(table.rows[(4 * group)..<(4 * group + 4)])
      let parts = try rows.prefix(3).map { try amount($0) }
      #expect(parts.allSatisfy { $0 == 0 || $0 == 5 })
      #expect(try amount(rows[3]) == parts.reduce(0, +) && [5, 10].contains(try amount(rows[3])))
      total += parts.reduce(0, +)
      for (row, part) in zip(rows, parts) { categories[row.keys[1].label.ja, default: 0] += part }
    }
    #expect([15, 20].contains(total) && categories.values.allSatisfy { $0 == 5 || $0 == 10 })
  }

  @Test func `shares are of what is printed, and nothing true stands beside them`() throws {
    let table = try table(base: 5)
    for row in table.rows {
      #expect(row.figures.allSatisfy { $0.n == nil })
      #expect(row.figures[1].numerator == ExactDecimal(try amount(row)))
    }
    #expect(table.notes.map(\.ja).contains("数は5の倍数に丸めた。内訳の計は合計と一致する。"))
    #expect(table.notes.map(\.ja).contains("構成比は丸めた数から計算した。"))
    // The total of the data is not compared with rounded parts: the difference would tell what was moved.
    #expect(!table.notes.contains { $0.ja.contains("一致しない。") })
  }

  @Test func `refuses what cannot be rounded`() throws {
    let over = GroupKey(column: "年齢")
    for (code, make) in [
      ("rounding.base-outside", { try SharesAnalysis(over: over, roundBase: 1) }),
      ("rounding.with-interval", { try SharesAnalysis(over: over, interval: IntervalRequest(), roundBase: 5) }),
      (
        "rounding.hidden-as-well",
        { try SharesAnalysis(over: over, disclosure: try DisclosureRequest(threshold: 5), roundBase: 5) }
      ),
    ] as [(String, () throws -> SharesAnalysis)] {
      let error = #expect(throws: Findings.self) { try make() }
      #expect(error?.findings.map(\.code) == [code])
    }
    let halves = PlainEngine(["区", "年齢", "人"], [["甲", "若", "2.5"], ["甲", "中", "1"]])
    let error = #expect(throws: Findings.self) { try table(base: 5, halves) }
    #expect(error?.findings.map(\.code) == ["rounding.not-whole"])
  }
}
