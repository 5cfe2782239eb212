import ShihyoModel
import Testing

@testable import ShihyoReports

/// What a definition selects and no record can meet, and what a paper says of the signs beside its figures.
struct SelectionTests {
  @Test(arguments: [
    ("matrix: {dataset: use, rows: 区, columns: 区, keys: 月}", "report.column-twice 区 @区"),
    ("table: {metrics: users, by: 区, across: 区}", "report.column-twice 区 @区"),
    ("table: {metrics: users, by: \"区,区\"}", "report.column-twice 区 @区"),
    ("table: {metrics: users, by: 方法, where: [区=甲区, 区=乙区]}", "report.two-values 乙区 @乙区"),
    ("list: {dataset: use, keys: 区, where: [区=甲区, 区=乙区]}", "report.two-values 乙区 @乙区"),
    ("sentence: \"a{users[区=甲区,区=乙区]}\"", "report.two-values {users[区=甲区,区=乙区]} @{users[区"),
    ("figures: {rows: [{metric: \"users[区=甲区,区=乙区]\"}]}", "report.two-values 乙区 @乙区"),
  ])
  func `what contradicts itself is refused where it stands`(block: String, expected: String) async throws {
    let found = try await WrittenReport("      - " + block).findings()
    #expect(found.count == 1 && found[0].hasPrefix(expected), "\(found)")
  }

  @Test(arguments: [
    "table: {metrics: users, by: \"区,方法\", where: [区=甲区, 方法=窓口]}", "sentence: \"{users[区=甲区,方法=窓口]}\"",
    "table: {metrics: users, by: 方法, where: [区=甲区, 区=甲区]}",
  ])
  func `what agrees is not`(block: String) async throws {
    #expect(try await WrittenReport("      - " + block).findings() == [])
  }

  @Test(arguments: [
    ("sentence: \"a{users@FY2019Q1}\"", "report.period-outside 令和元年度第1四半期"),
    ("sentence: \"a{users@平成50年度}\"", "report.period-outside"),
    ("table: {metrics: users, across: periods, periods: [FY2030Q1, period]}", "report.period-outside 令和12年度第1四半期"),
    ("sentence: \"a{users[区=]}\"", "report.no-blank 区="),
  ])
  func `what no record can meet is warned of`(block: String, expected: String) async throws {
    let warnings = try await WrittenReport("      - " + block).run().warnings
    #expect(warnings.count == 1)
    let warning = try #require(warnings.first)
    #expect(warning.severity == .warning && warning.place.line != nil && warning.place.column != nil)
    #expect("\(warning.code) \(warning.text ?? "")".hasPrefix(expected), "\(warning)")
  }

  @Test func `periods that the paper reaches by itself are no mistake`() async throws {
    let blocks = "      - sentence: \"{users:year-ago}{users@previous}{users@2025-05}\""
    #expect(try await WrittenReport(blocks).run().warnings == [])
  }

  @Test(arguments: [
    ("table: {metrics: yearly, by: 区}", true), ("table: {metrics: [users, yearly], by: 区}", true),
    ("sentence: \"{yearly}\"", true), ("table: {metrics: yearly, by: 区, periods: [FY2024]}", false),
    // A column of the paper that waits for its year, beside one that has it.
    ("table: {metrics: yearly, across: periods, periods: [FY2024, period]}", false),
    ("table: {metrics: users, by: 区, periods: [previous]}", false),
  ])
  func `figures of years among quarters are warned of`(block: String, isWarned: Bool) async throws {
    let metrics = "  yearly: {label: 申請, kind: sum, of: sum(件数), resource: years, time: 年度}\n"
    let fields = "{\"name\": \"区\", \"type\": \"string\"}, {\"name\": \"年度\", \"type\": \"string\"}"
    let package = """
      {"name": "more", "resources": [{"name": "years", "path": "years.csv", "schema": {"fields": [
        \(fields), {"name": "件数", "type": "integer"}]}}]}
      """
    let report = try WrittenReport(
      "      - " + block,
      more: (
        [
          "more/datapackage.json": package, "more/years.csv": "区,年度,件数\n甲区,令和6年度,5\n甲区,令和7年度,6\n",
          "more/metrics.yaml": "metrics:\n" + metrics,
        ], ["more"]
      ))
    let warnings = try await report.run().warnings
    #expect(warnings.map(\.code) == (isWarned ? ["report.longer-times"] : []))
    #expect(warnings.first?.hint.ja.contains("periods: [令和7年度]") ?? true)
    #expect(warnings.first.map { $0.place.line != nil && $0.place.column != nil } ?? true)
  }

  private static let gappy = [
    "甲区,窓口,2025-04,20", "甲区,窓口,2025-05,…", "甲区,窓口,2025-06,22", "乙区,窓口,2025-04,10", "乙区,窓口,2025-06,13",
  ]

  @Test(arguments: [
    (Language.ja, ["!：値のないセルを除いた結果", "乙区・窓口・令和7年度第1四半期（5月）", "令和7年度は4～6月の値だけの計。"]),
    (.en, ["!: cells without a value are left out", "(May 2025)", "FY2025: Apr–Jun only."]),
  ])
  func `a paper of sentences explains its signs`(language: Language, expected: [String]) async throws {
    let blocks = "      - sentence: \"{users}, {users@fiscal-year}\""
    let text = try await WrittenReport(blocks, rows: Self.gappy, language: language).text()
      .replacing("\n      ", with: language == .ja ? "" : " ")
    for words in expected { #expect(text.contains(words), "\(text)") }
  }

  @Test func `what a table of the paper explains is not said again`() async throws {
    let blocks = """
            - sentence: "{users}"
            - table: {metrics: users, by: 区}
      """
    let text = try await WrittenReport(blocks, rows: Self.gappy).text()
    #expect(text.ranges(of: "値のないセルを除いた結果").count == 1, "\(text)")
  }

  @Test func `nothing is missing where a column does not apply`() async throws {
    let block = "      - table: {metrics: [users, users.share], across: periods, periods: [period], compare: previous}"
    let rows = ["甲区,窓口,2025-01,5", "甲区,窓口,2025-02,5", "甲区,窓口,2025-03,5"] + WrittenReport.twoWards
    let text = try await WrittenReport(block, rows: rows).text()
    #expect(text.contains("前期比") && text.contains("前期差") && !text.contains("…"), "\(text)")
    #expect(text.contains("（注）－：該当なし"), "\(text)")
  }
}
