import ShihyoModel
import Testing

@testable import ShihyoReports

/// A count of records that are not there is 0 where the data hold records of the period; a sum of rows that are not there is missing.
struct CountedNothingTests {
  /// 甲区 has nothing by post, 乙区 nothing at the counter and nothing in June; nobody has anything in July to September.
  private static let rows = [
    "甲区,窓口,2025-04,20", "甲区,窓口,2025-05,21", "乙区,郵送,2025-05,12", "甲区,窓口,2025-06,22", "乙区,郵送,2025-10,9",
    "甲区,窓口,2025-10,3", "甲区,窓口,2025-11,3", "甲区,窓口,2025-12,3",
  ]
  private static let metrics = """
      visits: {label: 件数, kind: count, of: count, time: 月, unit: 件}
      posted: {label: 郵送, kind: count, of: count, where: 方法=郵送, time: 月, unit: 件}
      posted.share: {label: 郵送の割合, kind: share, numerator: count, denominator: count, numerator-where: 方法=郵送, time: 月}
      rows: {label: 行数, kind: count, of: count, as-of: 令和7年6月, unit: 件}

    """

  private static func cells(_ block: String) async throws -> [[String]] {
    let run = try await WrittenReport("      - table: " + block, rows: rows, metrics: metrics).run()
    let table = try #require(run.document.tables.first)
    let ids = Set(run.ledger.compactMap(\.id))
    let printed = table.rows.flatMap(\.figures).filter { $0.value != .absent(.missing) }
    #expect(printed.allSatisfy { $0.id.map(ids.contains) ?? false }, "a cell is in no ledger")
    return table.rows.map { row in
      [row.keys.map(\.label.ja).joined(separator: " ")] + row.figures.map { FigureText($0, language: .ja).printed }
    }
  }

  @Test(arguments: [
    ("{metrics: visits, by: 区, across: 方法}", [["甲区", "3", "0"], ["乙区", "0", "1"]]),
    ("{metrics: rows, by: 区, across: 方法}", [["甲区", "6", "0"], ["乙区", "0", "2"]]),
    ("{metrics: users, by: 区, across: 方法}", [["甲区", "63", "…"], ["乙区", "…", "12!"]]),
    // 乙区 has a row in other months alone.
    ("{metrics: visits, by: 区, periods: [2025-06]}", [["甲区", "1"], ["乙区", "0"]]),
    ("{metrics: users, by: 区, periods: [2025-06]}", [["甲区", "22"], ["乙区", "…"]]),
    // Of these months the data hold nothing at all: nobody knows.
    ("{metrics: visits, by: 区, periods: [FY2025Q2]}", [["甲区", "…"], ["乙区", "…"]]),
    ("{metrics: visits, by: 区, periods: [FY2030Q1]}", [["甲区", "…"], ["乙区", "…"]]),
    // A row that another metric of the same data brings.
    ("{metrics: [posted, visits], by: 区}", [["乙区", "1", "1"], ["甲区", "0", "3"]]),
    ("{metrics: posted.share, by: \"区,方法\"}", [["甲区 窓口", "0.0"], ["乙区 郵送", "100.0"]]),
  ])
  func `in tables`(block: String, expected: [[String]]) async throws {
    #expect(try await Self.cells(block) == expected)
  }

  @Test(arguments: [
    ("{visits[区=乙区]@2025-06}", "0件"), ("{visits[区=乙区,方法=窓口]}", "0件"), ("{visits[区=乙区]@FY2025Q2}", "…"),
    ("{users[区=乙区]@2025-06}", "…"), ("{posted[区=甲区]}", "0件"), ("{posted.share[区=甲区]}", "0.0％"),
  ])
  func `in sentences`(reference: String, expected: String) async throws {
    let report = try WrittenReport("      - sentence: \"\(reference)。\"", rows: Self.rows, metrics: Self.metrics)
    #expect(try await report.text().contains("\(expected)。"))
  }

  @Test func `a month in which one group has no record does not make its quarter a partial one`() async throws {
    let block = "      - table: {metrics: visits, by: 区, where: 方法=郵送}"
    let text = try await WrittenReport(block, rows: Self.rows, metrics: Self.metrics).text()
    #expect(text.contains("乙区     1\n") && !text.contains("一部の月") && !text.contains("!"), "\(text)")
  }

  @Test func `what the data do not reach over is marked, also where it is 0`() async throws {
    let rows = ["甲区,窓口,2025-03,1", "乙区,窓口,2025-03,1", "甲区,窓口,2025-04,1", "甲区,窓口,2025-05,1"]
    let block = "      - table: {metrics: visits, by: 区}"
    let text = try await WrittenReport(block, rows: rows, metrics: Self.metrics).text()
    #expect(text.contains("2!") && text.contains("0!") && text.contains("一部の月の値だけの計"), "\(text)")
  }

  @Test func `small counts stay hidden, and 0 is shown`() async throws {
    let metrics = "  visits: {label: 件数, kind: count, of: count, as-of: 令和7年6月, unit: 件, disclosure: 3}\n"
    let groups = [("甲区,窓口", 9), ("甲区,電話", 1), ("乙区,電話", 7), ("乙区,郵送", 8)]
    let rows = groups.flatMap { group, count in (0..<count).map { "\(group),\(2010 + $0)-04,1" } }
    let block = "      - table: {metrics: visits, by: 区, across: 方法, total: true}"
    let run = try await WrittenReport(block, rows: rows, metrics: metrics).run()
    let table = try #require(run.document.tables.first)
    let printed = table.rows.map { $0.figures.map { FigureText($0, language: .ja).printed } }
    #expect(printed == [["9", "x", "0", "x"], ["0", "7", "8", "15"], ["9", "x", "8", "x"]], "\(printed)")
  }

  @Test func `groups stand in their own order, also where the numerator has none of them`() async throws {
    let rows = ["10代", "20代", "80歳以上", "無回答", "20代", "無回答"].enumerated().map { index, age in
      "\(age),\(index == 2 ? "窓口" : "郵送"),2025-0\(4 + index / 2),1"
    }
    let block = "      - table: {metrics: posted.share, by: 区}"
    let table = try #require(
      try await WrittenReport(block, rows: rows, metrics: Self.metrics).run().document.tables.first)
    #expect(table.rows.map { $0.keys[0].label.ja } == ["10代", "20代", "80歳以上", "無回答"])
  }
}

extension FigureText {
  fileprivate var printed: String { body + trail }
}
