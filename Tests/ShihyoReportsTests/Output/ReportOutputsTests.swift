import ShihyoModel
import Testing

@testable import ShihyoReports

struct ReportOutputsTests {
  @Test func `every format has a name of its own, found by ending and by name`() {
    let endings = OutputFormat.allCases.map(\.ending)
    #expect(Set(endings).count == endings.count)
    for format in OutputFormat.allCases {
      #expect(OutputFormat(ending: format.ending.uppercased()) == format)
      #expect(OutputFormat(ending: format.rawValue) == format)
    }
    #expect(OutputFormat(ending: "exe") == nil)
    #expect(Set(ReportOutputs.names).count == OutputFormat.allCases.count + 2)
  }

  @Test func `a run writes all formats that need no other program, or those asked for, always with ledger and record`()
    async throws
  {
    let result = try await PublishedTests.run("quarterly")
    let all = try ReportOutputs.files(of: result, version: "0")
    #expect(
      Set(all.map(\.name)) == Set(ReportOutputs.names).subtracting(["report.docx"])
        && all.allSatisfy { !$0.bytes.isEmpty })
    let page = try ReportOutputs.files(of: result, formats: [.html], version: "0")
    #expect(page.map(\.name) == ["report.html", "figures.csv", "run.json"])
    #expect(page[0] == all.first { $0.name == "report.html" })
  }
}
