import ShihyoModel
import Testing

@testable import ShihyoEngine

/// Each check item of the ministry's rule: what breaks it, where, and what does not.
struct LinterTests {
  private func codes(_ text: String, schema: Schema? = nil) throws -> [String] {
    var fixture = try EngineFixture(text, schema: schema)
    fixture.dataset.name = "t"
    let report = try Checker().run(on: fixture.dataset)
    return try Linter().add(to: report, of: fixture.dataset).findings.filter {
      $0.code.hasPrefix("lint.") && $0.code != "lint.file-type"
    }.map(ShapeFixture.spelled)
  }

  @Test(
    arguments: [
      ("区,利用者数\n甲,12(3)\n乙,5\n丙,6\n", ["lint.several-values 2 B"]),
      ("区,利用者数\n甲,1、2\n乙,5\n丙,6\n", ["lint.several-values 2 B"]),
      (
        "区,利用者数\n甲,\"1,200\"\n乙,△5\n丙,6\n丁,3人\n",
        ["lint.number-with-text 2 B", "lint.number-with-text 3 B", "lint.number-with-text 5 B"]
      ),
      ("区,館,件数\n甲,a,1\n,b,2\n", ["lint.merged-cell 3 A"]),
      ("区,,件数\n甲,a,1\n", ["lint.merged-heading 1 B"]),
      ("区,件　数\n甲,1\n", ["lint.layout-space 1 B"]),
      ("区,件数\n合　計,1\n 甲,2\n\"乙\n区\",3\n", ["lint.layout-space 2 A", "lint.layout-space 3 A", "lint.layout-space 4 A"]),
      ("区,件数\n甲,1\n〃,2\n同上,3\n", ["lint.omitted-name 3 A", "lint.omitted-name 4 A"]),
      ("区,件数\n甲,=SUM(B1:B2)\n乙,1\n丙,2\n", ["lint.formula 2 B"]),
      ("区,金額\n甲,1\n", ["lint.no-unit 1 B"]),
      ("区,金額（千円）\n甲,1\n", []),
      ("区,値,単位\n甲,1,件\n", []),
      (
        "項目,件数\n①計画,1\n㈱甲,2\n(1)計画,3\n髙木,4\n",
        ["lint.machine-dependent 2 A", "lint.machine-dependent 3 A", "lint.machine-dependent 5 A"]
      ),
      ("期間,件数\n令和5年度,1\n令和6年度,2\n", ["lint.era-only 2 A"]),
      ("期間,件数\n2023（令和5）年度,1\n2024年度,2\n", []),
      ("都道府県,件数\n福岡,1\n東京都,2\n", ["lint.short-area-name 2 A"]),
      ("団体コード,件数\n1100,1\n401005,2\n", ["lint.short-area-code 2 A"]),
      ("区,件数\n甲,－\n乙,-\n丙,5\n丁,4\n戊,1\n", ["lint.mixed-marks 3 B"]),
      ("区,件数\n甲,1\n\n乙,2\n,\n丙,3\n\n", ["lint.blank-row 3", "lint.blank-row 5"]),
      ("区,件数,,館数\n甲,1,,2\n", ["lint.merged-heading 1 C", "lint.blank-column 1 C"]),
      ("区,件数\n甲,1\n区,件数\n乙,2\n", ["lint.second-table 3"]),
      ("区,件数,館数\n甲,1,2\n第2表 利用,,\n乙,2,3\n", ["lint.second-table 3"]),
      ("区,利用者数,稼働率（％）\n甲区,-12,22.8\n乙区,0,…\n", []),
    ] as [(String, [String])])
  func `finds what breaks an item, and only that`(_ text: String, _ expected: [String]) throws {
    #expect(try codes(text) == expected)
  }

  @Test func `a declared unit is a unit, and a personal cell is not quoted`() throws {
    var (amount, name) = (Field(name: "金額", type: .integer), Field(name: "氏名", type: .string))
    amount.unit = MeasureUnit(parsing: "千円")
    name.isPersonal = true
    let schema = Schema(fields: [name, amount])
    let fixture = try EngineFixture("氏名,金額\n髙木,1\n", schema: schema)
    let report = try Linter().add(to: try Checker().run(on: fixture.dataset), of: fixture.dataset)
    let finding = try #require(report.findings.first { $0.code == "lint.machine-dependent" })
    #expect(finding.text == nil)
    #expect(!report.findings.contains { $0.code == "lint.no-unit" })
  }

  @Test func `all findings are warnings, in file order, counted`() throws {
    let fixture = try EngineFixture("区,件　数\n①,1\n")
    let plain = try Checker().run(on: fixture.dataset)
    let report = try Linter().add(to: plain, of: fixture.dataset)
    #expect(report.errors == plain.errors)
    #expect(report.total == report.findings.count)
    #expect(report.findings.map { $0.place.line ?? 0 } == report.findings.map { $0.place.line ?? 0 }.sorted())
  }

  @Test(arguments: [
    ("a.csv", false), ("a.TSV", false), ("表.txt", false), ("a.xls", true), ("a", true), ("a.csv.bak", true),
  ])
  func `the name of the file says what it is`(_ name: String, _ isFound: Bool) throws {
    let header = HeaderInfo(path: "/tmp/" + name, names: ["区"])
    let findings = LintedTable(header, hasTypeRows: false, schema: nil, secondTable: nil).finish()
    #expect(findings.contains { $0.code == "lint.file-type" } == isFound)
  }

  @Test(arguments: [
    ("①", "(1)"), ("Ⅳ", "IV"), ("㈱", "(株)"), ("㎡", "m2"), ("髙", "高"), ("﨑", "崎"), ("㍻", "平成"),
  ])
  func `the hint says what to write instead`(_ character: String, _ instead: String) throws {
    let scalar = try #require(character.unicodeScalars.first)
    #expect(MachineDependent.first(in: character) == scalar)
    #expect(MachineDependent.replacement(of: scalar) == instead)
    let hint = LintRule.machineDependent(character, instead: instead).hint
    for language in Language.allCases { #expect(hint[language].contains(instead)) }
    #expect(hint.ja.contains("JIS X 0208") == scalar.properties.isIdeographic)
  }

  @Test func `every rule has its item, and texts in both languages`() {
    for rule in LintRule.examples {
      #expect(rule.code.hasPrefix("lint.") && rule.message.ja.hasPrefix("(\(rule.item))"), "\(rule.code)")
      for language in Language.allCases { #expect(!rule.hint[language].isEmpty, "\(rule.code)") }
    }
    #expect(Set(LintRule.examples.map(\.code)).count == LintRule.examples.count)
    let items = Set(LintRule.examples.map(\.item))
    #expect(items.count == 14, "all items but 1-8, which cannot apply to CSV")
  }
}
