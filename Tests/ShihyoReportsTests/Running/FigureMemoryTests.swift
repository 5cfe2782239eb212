import ShihyoModel
import Testing

@testable import ShihyoReports

/// Figures are made once and printed wherever they are asked for.
struct FigureMemoryTests {
  @Test func `the same metric elsewhere is another figure`() async throws {
    let blocks = """
            - sentence: "{users} {users[区=甲区]} {users[区=乙区]} {users@2025-04} {users[区=甲区]@2025-04} {users}"
            - table: {metrics: users, by: 区, across: periods, periods: [2025-05, 2025-06]}
            - sentence: "{users[区=甲区]} {users@2025-05}"
      """
    let ledger = try await WrittenReport(blocks).run().ledger
    #expect(
      ledger.map(Self.named) == [
        "FY2025Q1 98", "FY2025Q1甲区 63", "FY2025Q1乙区 35", "2025-04 30", "2025-04甲区 20", "2025-05甲区 21", "2025-05乙区 12",
        "2025-06甲区 22", "2025-06乙区 13", "2025-05 33",
      ])
  }

  private static func named(_ figure: Figure) -> String {
    let value = figure.decimalValue.map { "\($0)" } ?? "\(figure.value)"
    return (figure.id?.period ?? "") + (figure.id?.dimensions["区"] ?? "") + " " + value
  }

  @Test func `what is kept is kept before anything is hidden`() async throws {
    // 乙区 is small in April alone; the paper is composed twice, and the months are asked for twice in each.
    let rows = ["甲区,窓口,2025-04,20", "乙区,窓口,2025-04,3", "甲区,窓口,2025-05,21", "乙区,窓口,2025-05,12"]
    let blocks = """
            - table: {metrics: users, by: 区, across: periods, periods: [2025-04, 2025-05]}
            - table: {metrics: users.share, by: 区, across: periods, periods: [2025-04, 2025-05]}
            - table: {metrics: users, by: 区, across: periods, periods: [2025-05, 2025-04]}
      """
    let ledger = try await WrittenReport(blocks, rows: rows, disclosure: "10").run().ledger
    let hidden = ledger.filter { $0.value == .absent(.suppressed) }
    #expect(hidden.map { ($0.id?.period ?? "") + ($0.id?.dimensions["区"] ?? "") } == ["2025-04乙区"])
    #expect(
      ledger.filter { $0.id?.metric == "users" && $0.decimalValue != nil }.map(Self.named) == [
        "2025-04甲区 20", "2025-05甲区 21", "2025-05乙区 12",
      ])
  }
}
