import ShihyoEngine
import ShihyoModel
import Testing

/// What a descriptor changes in how cells are read.
struct TypedColumnTests {
  private func schema(_ fields: Field...) -> Schema { Schema(fields: fields) }

  @Test func `declared missing values and signs are reasons of keys and measures`() async throws {
    var ward = Field(name: "区", type: .string)
    ward.missingValues = [MissingValue("", label: nil), MissingValue("不明", label: "missing")]
    var count = Field(name: "数", type: .integer)
    count.missingValues = [MissingValue(""), MissingValue("999", label: "not-surveyed")]
    let text = "区,数\n門司区,1\n不明,999\n,-\nx,4\n"
    let table = try await EngineFixture(text, schema: schema(ward, count)).run(
      Query(by: [GroupKey(column: "区")], .sum("数")))
    #expect(table.spelled == ["門司区:1", "(missing):0", "(empty):0", "x:4"])
    guard case .sum(let sum) = table.rows[1].values[0], case .sum(let other) = table.rows[2].values[0] else {
      Issue.record("not sums")
      return
    }
    #expect(sum.tally.reasons.common == .notSurveyed)
    #expect(other.tally.reasons.common == .nilCase)
  }

  @Test func `an integer column holds no decimals`() async throws {
    let fixture = try EngineFixture("数\n1\n2.5\n3.0\n", schema: schema(Field(name: "数", type: .integer)))
    let findings = try await fixture.findings(Query(by: [], .sum("数")))
    #expect(findings.findings.map(\.code) == ["cell.not-an-integer"])
    #expect(findings.findings.map(\.place.line) == [3])
  }

  @Test func `rates and texts have no sum`() async throws {
    var rate = Field(name: "率", type: .number)
    rate.additivity = .rate
    let fixture = try EngineFixture("率,区\n1,甲\n", schema: schema(rate, Field(name: "区", type: .string)))
    let findings = try await fixture.findings(Query(by: [], .sum("率"), .sum("区")))
    #expect(findings.findings.map(\.code) == ["query.rate-not-summed", "query.not-a-measure"])
    #expect(findings.kind == .usage)
  }

  @Test func `extremes of a date column are days`() async throws {
    let text = "日\n令和7年9月\n2025-04-01\n\n2025/12/31\n"
    let fixture = try EngineFixture(text, schema: schema(Field(name: "日", type: .period)))
    let table = try await fixture.run(Query(by: [], .min("日"), .max("日"), .countValues("日")))
    #expect(table.spelled == [":2025-04-01,2025-12-31,3"])
  }

  @Test func `a personal field is never quoted`() async throws {
    var name = Field(name: "番号", type: .integer)
    name.isPersonal = true
    let findings = try await EngineFixture("番号\n甲野太郎\n◎\n5甲野\n", schema: schema(name)).findings(
      Query(by: [], .sum("番号")))
    #expect(findings.findings.map(\.text) == [nil, nil, nil])
    for finding in findings.findings {
      for secret in ["甲野", "◎"] {
        #expect(!finding.message.ja.contains(secret) && !finding.hint.ja.contains(secret))
      }
    }
  }

  @Test func `names match folded, and what they could mean twice is refused`() async throws {
    let table = try await EngineFixture("ＡＢ,数\n甲,1\n").run(Query(by: [GroupKey(column: "AB")], .count))
    #expect(table.spelled == ["甲:1"])
    let twice = try await EngineFixture("AB　,ＡＢ,数\n甲,乙,1\n").findings(
      Query(by: [GroupKey(column: "AB")], .count))
    #expect(twice.findings.map(\.code) == ["query.ambiguous-column"])
    let unknown = try await EngineFixture("利用者数,区\n1,甲\n").findings(Query(by: [], .sum("利用者")))
    #expect(unknown.findings.map(\.code) == ["query.unknown-column"])
    #expect(unknown.findings[0].hint.ja.contains("利用者数"))
  }

  @Test func `sums go beyond Int64 without loss`() async throws {
    let most = "999999999999999999"
    let rows = Array(repeating: most, count: 40).joined(separator: "\n")
    let table = try await EngineFixture("数\n\(rows)\n\(most).123456789\n").run(Query(by: [], .sum("数"), .max("数")))
    #expect(table.spelled == [":40999999999999999959.123456789,999999999999999999.123456789"])
  }
}
