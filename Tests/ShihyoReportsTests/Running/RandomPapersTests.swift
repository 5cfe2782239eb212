import SeededRandom
import ShihyoModel
import Testing

@testable import ShihyoReports

/// Sections of random blocks over two datasets with one metric name: whatever comes together, an id names one figure.
struct RandomPapersTests {
  private static let rooms = (
    files: [
      "rooms/rooms.csv": "区,方法,月,人数\n甲区,窓口,2025-04,4096\n乙区,窓口,2025-05,8192\n丙区,電話,2025-06,16384\n",
      "rooms/datapackage.json": """
      {"name": "rooms", "resources": [{"name": "rooms", "path": "rooms.csv", "schema": {"fields": [
        {"name": "区", "type": "string"}, {"name": "方法", "type": "string"}, {"name": "月", "type": "yearmonth"},
        {"name": "人数", "type": "integer", "shihyo": {"unit": "人", "additivity": "flow"}}]}}]}
      """,
      "rooms/metrics.yaml":
        "metrics:\n  users: {label: {ja: 利用者数, en: Users}, kind: sum, of: sum(人数), time: 月}\n",
    ], names: ["rooms"]
  )
  /// Powers of two: no two selections of rows have one sum.
  private static let rows = [
    "甲区,窓口,2025-04,1", "乙区,窓口,2025-04,2", "丙区,電話,2025-04,4", "甲区,電話,2025-05,8", "乙区,窓口,2025-05,16",
    "丙区,電話,2025-05,32", "甲区,窓口,2025-06,64", "乙区,電話,2025-06,128", "丙区,窓口,2025-06,256", "甲区,窓口,2025-03,512",
    "乙区,電話,2025-02,1024", "丙区,窓口,2025-01,2048",
  ]

  private static func block(_ random: inout SeededGenerator) -> String {
    let filters = [
      "", "", "区=甲区", "区=甲区|乙区", "区=乙区|甲区", "区!=丙区", "方法=窓口", "方法!=電話", "人数>=8", "月=2025-04", "月:month=2025-04",
      "[方法=窓口, 区=甲区]",
    ]
    let filter = random.pick(filters)
    let condition =
      filter.isEmpty ? "" : ", where: \"\(filter)\"".replacing("\"[", with: "[").replacing("]\"", with: "]")
    let dataset = random.pick(["use", "use", "rooms"])
    switch random.next(6) {
    case 0:
      let dimension = random.pick(["", "", "[区=甲区]", "[方法=窓口]", "[区=甲区,方法=窓口]"])
      let rest = random.pick(["", "", "@2025-04", "@FY2024Q4", ":previous", "@last-2:trend", "@last-3:trend"])
      return "      - sentence: \"{\(dataset).users\(dimension)\(rest)}\""
    case 1, 2:
      let by = random.pick(["", ", by: 区", ", by: 方法", ", by: \"区,方法\"", ", by: \"月:month\""])
      let across = by.isEmpty ? random.pick([", across: 区, total: true", ", across: 方法, total: true", ""]) : ""
      let periods = random.pick(["", ", periods: [previous, period]", ", periods: 2025-04", ", compare: previous"])
      return
        "      - table: {name: t\(random.next(1_000_000)), metrics: \(dataset).users\(by)\(across)\(periods)\(condition)}"
    case 3:
      let keys = random.pick([("区", "方法"), ("方法", "区"), ("区", "月")])
      return
        "      - matrix: {name: t\(random.next(1_000_000)), dataset: \(dataset), rows: \(keys.0), columns: \(keys.1)\(condition)}"
    case 4:
      let complete = random.pick(["", ", complete: 窓口", ", complete: 電話"])
      let by = random.pick(["", ", by: 区", ", by: 月"])
      return "      - ranks: {name: t\(random.next(1_000_000)), dataset: \(dataset), rank: 方法\(by)\(complete)}"
    default:
      return "      - movement: {of: \"\(dataset).users\", compare: previous, rose: \"{now}{before}{change}\", "
        + "fell: \"{now}{before}{change}\", unchanged: \"{now}\", missing: \"{now}\"}"
    }
  }

  @Test func `papers put together at random have one figure an id, or are refused`() async throws {
    var random = SeededGenerator(seed: 20_251_122)
    var (printed, refused) = (0, 0)
    for _ in 0..<80 {
      let blocks = (0..<(2 + random.next(3))).map { _ in Self.block(&random) }
      let paper = try WrittenReport(blocks.joined(separator: "\n"), rows: Self.rows, more: Self.rooms)
      do {
        FigureIDsTests.check(try await paper.run(), blocks.joined(separator: "\n"))
        printed += 1
      } catch let findings as Findings {
        let codes = Set(findings.findings.map(\.code))
        #expect(codes == ["report.figure-id-twice"], "\(codes) \(blocks.joined(separator: "\n"))")
        refused += 1
      }
    }
    #expect(printed > 30 && refused > 8, "\(printed) printed, \(refused) refused")
  }
}

extension SeededGenerator {
  fileprivate mutating func next(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  fileprivate mutating func pick<Value>(_ values: [Value]) -> Value { values[next(values.count)] }
}
