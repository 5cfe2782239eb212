import ShihyoModel
import Testing

@testable import ShihyoEngine

/// Rows that were counted elsewhere give what `LocalEngine` reads from the file.
struct CountedRunTests {
  static let seeds: [UInt64] = [1, 2, 3, 20_250_401]

  static let queries = [
    Query(by: [GroupKey(column: "区")], .count, .sum("金額"), .countValues("金額")),
    Query(by: [GroupKey(column: "種別"), GroupKey(column: "区")], .count, .min("金額"), .max("備考")),
    Query(by: [GroupKey(column: "区")], .sum("金額"), filter: [Condition("備考", .contains, "あ")]),
    Query(by: [GroupKey(.split(column: "種別", separator: ",")), GroupKey(column: "区")], .count, .sum("金額")),
    Query(by: [GroupKey(column: "金額", form: .value)], .count, filter: [Condition("区", .notEqual, "戸畑区")]),
    Query(by: [], .count, .sum("金額"), filter: [Condition("金額", .greater, "0")]),
  ]

  @Test(arguments: seeds, queries.indices)
  func `each query gives the table of the local engine`(_ seed: UInt64, _ place: Int) async throws {
    let fixture = try EngineFixture(RandomTable(seed: seed, count: 300).csv)
    let local = try await fixture.run(Self.queries[place])
    let counted = try CountingPeer.run([Self.queries[place]], on: fixture.dataset, shuffledBy: seed)[0]
    #expect(counted.comparable == local.comparable, "seed \(seed)")
    #expect(counted.rows.allSatisfy { $0.firstRecord == nil })
  }

  @Test(arguments: seeds)
  func `all queries at once give the tables of the local engine`(_ seed: UInt64) async throws {
    let fixture = try EngineFixture(RandomTable(seed: seed, count: 200).csv)
    let local = try await fixture.run(Self.queries)
    let counted = try CountingPeer.run(Self.queries, on: fixture.dataset, shuffledBy: seed)
    #expect(counted.map(\.comparable) == local.map(\.comparable), "seed \(seed)")
  }

  @Test func `sums beyond Int64 stay exact`() async throws {
    let lines = (0..<40).map { _ in "a,999999999999999999.999999999" }.joined(separator: "\n")
    let fixture = try EngineFixture("区,金額\n" + lines + "\na,1.5\nb,-3\n")
    let query = Query(by: [GroupKey(column: "区")], .sum("金額"))
    let counted = try CountingPeer.run([query], on: fixture.dataset, shuffledBy: 1)[0]
    #expect(counted.comparable == (try await fixture.run(query)).comparable)
  }

  @Test func `a cell that is no number is refused once, with its records counted`() async throws {
    let fixture = try EngineFixture("区,金額\na,1\na,abc\nb,abc\nb,2\n")
    let query = Query(by: [GroupKey(column: "区")], .sum("金額"))
    let local = try await fixture.findings(query)
    #expect {
      _ = try CountingPeer.run([query], on: fixture.dataset, shuffledBy: 1)
    } throws: { error in
      guard let findings = error as? Findings else { return false }
      return findings.kind == .data && findings.total == local.total
        && findings.findings.map(\.code) == ["cell.not-a-number"]
        && findings.findings[0].message.ja.hasSuffix("（2行）") && findings.findings[0].place.line == nil
    }
  }

  @Test func `with skip a refused record is left out and counted`() async throws {
    var fixture = try EngineFixture("区,金額\na,1\na,abc\nb,abc\nb,2\n")
    fixture.dataset.reading.onError = .skip
    let query = Query(by: [GroupKey(column: "区")], .count, .sum("金額"))
    let counted = try CountingPeer.run([query], on: fixture.dataset, shuffledBy: 1)[0]
    #expect(counted.comparable == (try await fixture.run(query)).comparable)
    #expect(counted.accounting.rejected == 2)
  }

  @Test func `units of an undeclared column that differ are refused`() async throws {
    let fixture = try EngineFixture("区,金額\na,5\na,3千円\nb,0\n")
    let query = Query(by: [GroupKey(column: "区")], .sum("金額"))
    let local = try await fixture.findings(query)
    #expect {
      _ = try CountingPeer.run([query], on: fixture.dataset, shuffledBy: 1)
    } throws: { error in
      (error as? Findings)?.findings.map(\.code) == local.findings.map(\.code)
    }
    let zero = try EngineFixture("区,金額\na,0\na,3千円\n")
    #expect(
      try CountingPeer.run([query], on: zero.dataset, shuffledBy: 1)[0].comparable
        == (try await zero.run(query)).comparable)
  }

  @Test func `decomposed kana are groups of their own`() async throws {
    let fixture = try EngineFixture("区,金額\n\u{304C},1\n\u{304B}\u{3099},2\n")
    let query = Query(by: [GroupKey(column: "区")], .sum("金額"))
    let counted = try CountingPeer.run([query], on: fixture.dataset, shuffledBy: 1)[0]
    #expect(counted.rows.count == 2)
    #expect(counted.comparable == (try await fixture.run(query)).comparable)
  }

  @Test func `a column of declared missing numbers is not summed elsewhere`() async throws {
    var field = Field(name: "金額", type: .integer)
    field.missingValues = [MissingValue("999")]
    var fixture = try EngineFixture("区,金額\na,1\na,999\n", schema: Schema(fields: [Field(name: "区"), field]))
    fixture.dataset.name = "declared"
    let query = Query(by: [GroupKey(column: "区")], .sum("金額"), .countValues("金額"))
    let header = try RecordReader(source: fixture.dataset.sources[0]).header
    let run = try CountedRun([query], header: header, dataset: fixture.dataset)
    #expect(run.columns.map(\.role) == [.text, .text])
    let counted = try CountingPeer.run([query], on: fixture.dataset, shuffledBy: 1)[0]
    #expect(counted.comparable == (try await fixture.run(query)).comparable)
  }
}

extension ResultTable {
  /// Without what only a reader of the file can know: the order of records and their lines.
  fileprivate var comparable: ResultTable {
    var table = self
    for row in table.rows.indices { table.rows[row].firstRecord = nil }
    table.rows.sort { $0.keys.lexicographicallyPrecedes($1.keys) }
    table.warnings = []
    return table
  }
}
