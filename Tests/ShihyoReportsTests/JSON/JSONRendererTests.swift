import Foundation
import ShihyoModel
import Testing

@testable import ShihyoReports

struct JSONRendererTests {
  @Test func `a document with both languages and the parts of every ratio`() {
    assertSnapshot(JSONRenderer().render(Samples.ranks), named: "ranks.json")
  }

  @Test func `every document is JSON, and values are strings or null`() throws {
    for document in [Samples.ranks, Samples.signs, Samples.hostile, ReportDocument()] {
      let text = JSONRenderer().render(document)
      let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let blocks = try #require(json["blocks"] as? [[String: Any]])
      let tables = blocks.filter { $0["type"] as? String == "table" }
      #expect(tables.count == document.tables.count)
      for (read, table) in zip(tables, document.tables) {
        let rows = try #require(read["rows"] as? [[String: Any]])
        for (readRow, row) in zip(rows, table.rows) {
          #expect(readRow["keys"] as? [String] == row.keys.map(\.code))
          let figures = try #require(readRow["figures"] as? [[String: Any]])
          let values = figures.map { $0["value"] as? String ?? "" }
          #expect(values == row.figures.map(\.machineSpelling))
        }
      }
    }
  }

  @Test(arguments: [
    ("a\"b\\c", "\"a\\\"b\\\\c\""), ("\u{1B}\u{9B}\n\r\t\u{0}", "\"\\u001B\\u009B\\n\\r\\t\\u0000\""),
    ("\u{2028}", "\"\\u2028\""),
    ("区😀", "\"区😀\""),
  ])
  func `strings are escaped`(text: String, spelled: String) { #expect(JSONValue.quoted(text) == spelled) }
}
