import ShihyoModel
import Testing

@testable import ShihyoReports

/// 計 wherever the groups of a table can be added up.
struct TableTotalTests {
  private static let rows = [
    "甲区,窓口,2024-06,5", "乙区,郵送,2024-06,7", "甲区,窓口,2025-04,20", "甲区,郵送,2025-05,1", "乙区,窓口,2025-05,12",
    "乙区,郵送,2025-06,4",
  ]

  private static func table(_ block: String, rows: [String] = rows) async throws -> ReportTable {
    let run = try await WrittenReport("      - table: " + block, rows: rows).run()
    return try #require(run.document.tables.first)
  }

  private static func cells(_ table: ReportTable) -> [[String]] {
    table.rows.map { row in
      row.keys.map(\.label.ja) + row.figures.map { FigureText($0, language: .ja) }.map { $0.body + $0.trail }
    }
  }

  @Test func `below the groups`() async throws {
    let table = try await Self.table("{metrics: users, by: 区, total: true}")
    #expect(Self.cells(table) == [["甲区", "21!"], ["乙区", "16!"], ["計", "37!"]])
    #expect(table.rows.map(\.kind) == [.body, .body, .total])
    #expect(table.rows.last?.figures.first?.id?.dimensions == ["区": "total"])
    #expect(table.rows.last?.keys.first?.code == "total" && table.chartRows == [0, 1])
  }

  @Test func `beside the groups across, and in the corner`() async throws {
    let table = try await Self.table("{metrics: users, by: 区, across: 方法, total: true}")
    #expect(table.valueColumns.map(\.label.ja) == ["窓口", "郵送", "計"])
    #expect(
      Self.cells(table) == [["甲区", "20!", "1!", "21!"], ["乙区", "12!", "4!", "16!"], ["計", "32!", "5!", "37!"]])
    #expect(table.rows.last?.figures.last?.id?.dimensions == ["区": "total", "方法": "total"])
    #expect(table.rows.last?.figures.first?.id?.dimensions == ["区": "total", "方法": "窓口"])
  }

  @Test func `of every period, with the changes of the total`() async throws {
    let rows = ["甲区,窓口,2024-04,10", "甲区,窓口,2024-05,10", "甲区,窓口,2024-06,10"].flatMap {
      [$0, $0.replacing("甲区", with: "乙区")]
    }
    let block = "{metrics: users, by: 区, across: periods, periods: [year-ago, period], compare: year-ago, total: true}"
    // 甲区 63 of 30, 乙区 35 of 30; 98 of 60.
    let table = try await Self.table(block, rows: rows + WrittenReport.twoWards)
    #expect(
      Self.cells(table) == [
        ["甲区", "30", "63", "110.0"], ["乙区", "30", "35", "16.7"], ["計", "60", "98", "63.3"],
      ])
    let stacked = try await Self.table(
      "{metrics: users, by: 区, across: 方法, periods: [year-ago, period], total: true}",
      rows: rows + WrittenReport.twoWards)
    #expect(
      Self.cells(stacked).map { Array($0.prefix(3)) } == [
        ["甲区", "令和6年度第1四半期", "30"], ["乙区", "令和6年度第1四半期", "30"], ["計", "令和6年度第1四半期", "60"],
        ["甲区", "令和7年度第1四半期", "63"], ["乙区", "令和7年度第1四半期", "35"], ["計", "令和7年度第1四半期", "98"],
      ])
    #expect(stacked.rows.map(\.kind) == [.body, .body, .subtotal, .body, .body, .subtotal])
  }

  @Test func `the changes of a total across have a column of their own`() async throws {
    let table = try await Self.table(
      "{metrics: users, across: 区, periods: [period], compare: year-ago, total: true}")
    #expect(table.valueColumns.map(\.name).filter { $0.hasPrefix("total") } == ["total", "total.change.year-ago"])
  }

  @Test func `of a share it is the quotient of the sums, and of two keys it stands once`() async throws {
    let share = try await Self.table("{metrics: users.share, by: 区, total: true}")
    // 20 of 21, 12 of 16; 32 of 37.
    #expect(Self.cells(share) == [["甲区", "95.2!"], ["乙区", "75.0!"], ["計", "86.5!"]])
    let two = try await Self.table("{metrics: users, by: \"区,方法\", total: true}")
    #expect(Self.cells(two).last == ["計", "", "37!"])
  }

  @Test func `parts without a value leave it incomplete, and of such parts alone it has their reason`() async throws {
    let rows = ["甲区,窓口,2025-04,5", "甲区,郵送,2025-04,－", "乙区,郵送,2025-04,－", "乙区,窓口,2025-04,－"]
    let table = try await Self.table("{metrics: users, by: 区, across: 方法, periods: [2025-04], total: true}", rows: rows)
    #expect(
      Self.cells(table) == [["甲区", "5", "－", "5!"], ["乙区", "－", "－", "－"], ["計", "5!", "－", "5!"]],
      "\(Self.cells(table))")
  }

  @Test func `a total among the groups is not added once more`() async throws {
    let rows = WrittenReport.twoWards + ["4", "5", "6"].map { "合計,窓口,2025-0\($0),100" }
    let table = try await Self.table("{metrics: users, by: 区, total: true}", rows: rows)
    #expect(Self.cells(table) == [["甲区", "63"], ["乙区", "35"], ["合計", "300"], ["計", "98"]])
  }

  @Test(arguments: [
    "table: {metrics: users, total: true}", "table: {metrics: users, across: periods, periods: [period], total: true}",
  ])
  func `a table without groups has none`(block: String) async throws {
    let found = try await WrittenReport("      - " + block).findings()
    #expect(found.count == 1 && found[0].hasPrefix("report.nothing-to-total  @true"), "\(found)")
  }
}
