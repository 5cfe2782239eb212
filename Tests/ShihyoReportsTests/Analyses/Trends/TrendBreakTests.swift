import ShihyoModel
import ShihyoReports
import Testing

/// A break (B) stands at the first period that was counted in another way; 2005 here.
@Suite struct TrendBreakTests {
  static let engine = PlainEngine(
    ["年度", "値"], zip(2001...2008, ["10", "20", "30", "40", "80B", "90", "100", "110"]).map { ["\($0)年度", $1] })

  func rows(_ comparisons: [TrendComparison]) throws -> [ReportTable.Row] {
    let analysis = try TrendAnalysis(
      of: .measure(.primitive(.sum("値"))), time: "年度", grain: .fiscalYear, compare: comparisons, window: 3)
    return try #require(try analysis.document(Self.engine.run(analysis.queries), input: "a.csv").tables.first).rows
  }

  /// Years whose figure in that column is marked.
  func marked(_ comparison: TrendComparison) throws -> [Int] {
    zip(2001..., try rows([comparison])).filter { $1.figures[1].marks.contains(.seriesBreak) }.map(\.0)
  }

  @Test func `what compares both sides of a break is marked, and nothing else`() throws {
    #expect(try marked(.change(.previous)) == [2005])
    #expect(try marked(.difference(.previous)) == [2005])
    #expect(try marked(.level(.previous)) == [2005])
    #expect(try marked(.index) == [2005, 2006, 2007, 2008])
    #expect(try marked(.meanGrowth) == [2005, 2006, 2007, 2008])
    // Three years around each: 2003–2005 and 2004–2006 hold both sides.
    #expect(try marked(.moving) == [2004, 2005])
  }

  @Test func `the value itself keeps its mark`() throws {
    #expect(try rows([.index]).map { $0.figures[0].marks.contains(.seriesBreak) }.firstIndex(of: true) == 4)
  }
}
