import ShihyoDefinitions
import ShihyoModel
import ShihyoReports
import Testing

@testable import ShihyoVerification

/// 旧 and 新 side by side, as 002:283 prints them.
struct IssueVersionsTests {
  private static let schema = Schema(fields: [Field(name: "項目", type: .string)], primaryKey: ["項目"])

  private func sides(_ old: String, _ new: String) throws -> ReportTable {
    let versions = try Versions(old, new, oldSchema: Self.schema, newSchema: Self.schema)
    defer { withExtendedLifetime(versions) {} }
    let sides = try IssueVersions(old: versions.old, new: versions.new, titles: ("R6.8時点", "R6.11時点"))
    return try #require(sides.document.tables.first)
  }

  @Test func `the same is 同左, what changed is underlined, what is new or gone says so`() throws {
    let table = try sides(
      "項目,内容,文書\n番号,課題B (2),002\n①,見直し,002\n②,同じ文,002\n欄外,注,002\n",
      "項目,内容,文書\n番号,課題B (4),002\n①,同左,002\n②,同じ文,002\n⑤,結果,002\n")
    #expect(table.keyColumns.map(\.label.ja) == ["項目", "旧（R6.8時点）", "新（R6.11時点）"])
    #expect(
      table.rows.map { $0.keys.map(\.label.ja) } == [
        ["番号", "課題B ([-2-])", "課題B ({+4+})"], ["①", "見直し", "同左"], ["②", "同じ文", "同左"],
        ["⑤", "（新規）", "結果"], ["欄外", "注", "（削除）"],
      ])
    #expect(table.changes.keys.sorted() == [0])
    #expect(table.changes[0]?[1]?.map(\.text) == ["課題B (", "2", ")"])
    #expect(table.changes[0]?[2]?.map(\.isChanged) == [false, true, false])
    #expect(table.notes.map(\.ja).contains("どの項目も同じ列：文書 002。"))
    let html = HTMLRenderer(language: .ja).render(ReportDocument(blocks: [.table(table)]))
    #expect(html.contains("課題B (<u>2</u>)") && html.contains("課題B (<u>4</u>)") && !html.contains("{+4"))
  }

  @Test func `several changed columns are named, and texts stay texts`() throws {
    let table = try sides("項目,a,b\n1,<b>x</b>,5\n2,y,6\n", "項目,a,b\n1,<i>x</i>,5\n2,y,7\n")
    #expect(
      table.keyColumns.map(\.label.ja) == [
        "項目", "a 旧（R6.8時点）", "a 新（R6.11時点）", "b 旧（R6.8時点）", "b 新（R6.11時点）",
      ])
    let html = HTMLRenderer(language: .ja).render(ReportDocument(blocks: [.table(table)]))
    #expect(!html.contains("<b>") && !html.contains("<i>") && html.contains("&lt;<u>b</u>&gt;"))
  }

  @Test func `versions without a change have no table of changes`() throws {
    let table = try sides("項目,a\n1,x\n", "項目,a\n1,x\n")
    #expect(table.changes.isEmpty && table.rows.count == 1)
  }
}
