import ShihyoModel
import ShihyoStatistics
import Testing

/// statistics.md, section 5, first row.
@Suite struct CramersVTests {
  @Test func `equals the reference with and without correction`() throws {
    let association = try CramersV(ContingencyTable(counts: ChiSquareTestTests.parties))
    #expect(isClose(association.value, 0.10443580235646777, relative: 1e-12))
    #expect(isClose(try #require(association.biasCorrected), 0.10091998278440886, relative: 1e-12))
  }

  @Test func `is 1 for a complete and 0 for no association`() throws {
    let complete = try CramersV(ContingencyTable(counts: [[50, 0], [0, 50]]))
    #expect(complete.value == 1)
    #expect(isClose(try #require(complete.biasCorrected), 1, relative: 1e-12))
    let none = try CramersV(ContingencyTable(counts: [[10, 20], [20, 40]]))
    #expect(none.value == 0 && none.biasCorrected == 0)
  }

  @Test func `has no correction where too few answers leave nothing`() throws {
    #expect(try CramersV(ContingencyTable(counts: [[1, 0], [0, 1]])).biasCorrected == nil)
  }
}
