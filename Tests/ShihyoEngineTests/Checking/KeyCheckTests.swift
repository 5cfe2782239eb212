import ShihyoEngine
import ShihyoModel
import Testing

struct KeyCheckTests {
  @Test func primaryKeysAreFilledAndUniqueByValue() throws {
    var schema = Schema(fields: [.of("日", .date), .of("番号", .integer)])
    schema.primaryKey = ["日", "番号"]
    #expect(
      try CheckFixture("日,番号\n2025-04-01,1\n令和7年4月1日,01\n2025-04-01,\n2025-04-02,1\n", schema).found()
        == ["3A key.duplicate «2025-04-01, 1»", "4B key.empty"])
  }

  @Test func uniqueKeysPassOverEmptyCells() throws {
    var schema = Schema(fields: [.of("a"), .of("b")])
    schema.uniqueKeys = [["a", "b"]]
    #expect(
      try CheckFixture("a,b\n1:,2\n1,:2\n,\n,\n1,\n1,\n1,:2\n", schema).found() == [
        "4 row.empty", "5 row.empty", "8A key.duplicate «1, :2»",
      ])
  }

  @Test func uniqueColumns() throws {
    let field = Field.of("番号", .number) { $0.constraints.unique = true }
    #expect(
      try CheckFixture("番号\n1\n２\n1.0\n2\n－\n－\n", Schema(fields: [field])).found()
        == ["4A constraint.unique «1.0»", "5A constraint.unique «2»"])
  }

  @Test func foreignKeysInsideTheTable() throws {
    var schema = Schema(fields: [.of("コード"), .of("上位")])
    schema.foreignKeys = [Schema.ForeignKey(fields: ["上位"], resource: nil, referencedFields: ["コード"])]
    #expect(
      try CheckFixture("コード,上位\nA,\nB,A\nC,D\nD,B\nE,X\n", schema).found() == ["6B foreign-key.missing «X»"])
  }

  @Test func foreignKeysToAnotherTable() throws {
    var schema = Schema(fields: [.of("区"), .of("年", .integer)])
    schema.foreignKeys = [Schema.ForeignKey(fields: ["年", "区"], resource: "wards", referencedFields: ["年度", "名"])]
    let wards = try CheckFixture(
      "名,年度\n門司,2024\n若松,2025\n", Schema(fields: [.of("名"), .of("年度", .integer)]), encoding: "CP932")
    let fixture = try CheckFixture("区,年\n門司,2024\n門司,２０２４\n門司,2025\n,2025\n", schema)
    let report = try Checker().run(on: fixture.dataset) { name in
      #expect(name == "wards")
      return wards.dataset
    }
    #expect(report.findings.map(\.short) == ["4B foreign-key.missing «2025, 門司»"])
  }

  @Test func saysThatAReferenceCannotBeRead() throws {
    var schema = Schema(fields: [.of("区")])
    schema.foreignKeys = [Schema.ForeignKey(fields: ["区"], resource: "wards", referencedFields: ["名"])]
    let fixture = try CheckFixture("区\n門司\n", schema)
    #expect(try fixture.found() == ["- foreign-key.unreadable"])
    let lacking = try CheckFixture("名前\n門司\n")
    let report = try Checker().run(on: fixture.dataset) { _ in lacking.dataset }
    #expect(report.findings.map(\.code) == ["foreign-key.unreadable", "query.unknown-column"])
  }
}
