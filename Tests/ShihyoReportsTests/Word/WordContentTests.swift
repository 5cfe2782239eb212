import ShihyoModel
import Testing

@testable import ShihyoReports

/// Whether a published Word document would be missed if it changed.
struct WordContentTests {
  private func document(_ digits: Int, title: String = "資料", chart: [Int] = [1, 2]) throws -> [UInt8] {
    let table = ReportTable(
      keyColumns: [ReportTable.KeyColumn(name: "区", label: Bilingual(ja: "区", en: "ward"))],
      valueColumns: [ReportTable.ValueColumn(name: "n", label: Bilingual(ja: "件数", en: "n"))],
      rows: [ReportTable.Row(keys: [.init("a", label: Bilingual(ja: "甲区", en: "a"))], figures: [Samples.count(digits)])]
    )
    let drawn = ChartSamples.chart(.bars, ["甲", "乙"], [("件数", chart.map { ChartSamples.numbers($0)[0] })])
    let document = ReportDocument(
      title: Bilingual(ja: title, en: title), blocks: [.table(table), .chart(drawn)],
      frame: PaperFrame(number: Bilingual(ja: "資料1", en: "1")))
    return try DOCXRenderer(language: .ja).render(document)
  }

  @Test func `same document, same bytes`() throws {
    let bytes = try document(1234)
    #expect(try document(1234) == bytes)
    #expect(try WordContent.difference(bytes, bytes) == nil)
  }

  @Test func `a digit, a word and a bar are seen; the head of the pages, which pandoc does not read, is not`() throws {
    let bytes = try document(1234)
    #expect(try WordContent.difference(bytes, document(1235)) == "tree")
    #expect(try WordContent.difference(bytes, document(1234, title: "資科")) == "tree")
    #expect(try WordContent.difference(bytes, document(1234, chart: [1, 3])) != nil)
  }

  @Test func `the program is named with its version`() throws {
    let program = try DOCXRenderer.program()
    #expect(program.name == "pandoc" && program.version.split(separator: ".").allSatisfy { Int($0) != nil })
    #expect(!program.version.isEmpty)
  }
}
