import ShihyoModel
import ShihyoReports
import Testing

/// A break (B) stands at the first period that was counted in another way; 2005 here.
@Suite struct TrendBreakTests {
  static let data = TrendFixture(
    "年度,値", zip(2001...2008, ["10", "20", "30", "40", "80B", "90", "100", "110"]).map { "\($0)年度,\($1)" })

  func rows(_ comparison: TrendComparison) async throws -> [ReportTable.Row] {
    let schema = Schema(fields: [Field(name: "年度", type: .period), Field(name: "値", type: .integer)])
    let analysis = try TrendAnalysis(
      of: .measure(.primitive(.sum("値"))), time: "年度", grain: .fiscalYear, compare: [comparison], window: 3,
      schema: schema)
    let tables = try await Self.data.run(analysis.queries, schema: schema)
    return try #require(try analysis.document(tables, input: "a.csv").tables.first).rows
  }

  /// Years whose figure in that column is marked.
  func marked(_ comparison: TrendComparison) async throws -> [Int] {
    zip(2001..., try await rows(comparison)).filter { $1.figures[1].marks.contains(.seriesBreak) }.map(\.0)
  }

  @Test func `what compares both sides of a break is marked, and nothing else`() async throws {
    #expect(try await marked(.change(.previous)) == [2005])
    #expect(try await marked(.difference(.previous)) == [2005])
    #expect(try await marked(.level(.previous)) == [2005])
    #expect(try await marked(.index) == [2005, 2006, 2007, 2008])
    #expect(try await marked(.meanGrowth) == [2005, 2006, 2007, 2008])
    // Three years around each: 2003–2005 and 2004–2006 hold both sides.
    #expect(try await marked(.moving) == [2004, 2005])
  }

  @Test func `the value itself keeps its mark`() async throws {
    #expect(try await rows(.index).map { $0.figures[0].marks.contains(.seriesBreak) }.firstIndex(of: true) == 4)
  }
}
