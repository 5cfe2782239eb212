import ShihyoModel
import Testing

@testable import ShihyoEngine

/// The rows behind an answer: where they stand, what each adds, and that together they are the answer.
struct RowTraceTests {
  private func rows(
    _ questions: [RowTrace.Question], _ dataset: Dataset, showing columns: [String] = [], blockBytes: Int = 1 << 20
  ) throws -> [TracedRow] {
    var rows: [TracedRow] = []
    _ = try RowTrace(blockBytes: blockBytes).run(questions, on: dataset, showing: columns) { rows.append($0) }
    return rows
  }

  @Test func `shows the rows of one group as they stand in the file`() throws {
    let fixture = try EngineFixture("区,月,件数\n甲,4月,\"1,200\"\n乙,4月,3\n甲,\"5\n月\",…\n甲,6月,5\n")
    let query = Query(by: [GroupKey(column: "区")], .count, .sum("件数"), filter: [Condition("月", .notEqual, "6月")])
    let found = try rows([.init(query, groups: [[.text("甲")]])], fixture.dataset, showing: ["月"])
    #expect(found.map(\.line) == [2, 4])
    #expect(found.map(\.record) == [1, 3])
    #expect(found.map { $0.shown[0].text } == ["4月", "5\n月"])
    #expect(found.map { $0.cells[1]?.text } == ["1,200", "…"])
    #expect(
      found.map(\.values) == [
        [.number(ExactDecimal(1)), .number(ExactDecimal(1200))], [.number(ExactDecimal(1)), .absent(.missing)],
      ])
    #expect(found[0].cells[0] == nil)
    #expect(found[0].cells[1]?.place.column == .field(number: 3, name: "件数"))
  }

  @Test(arguments: LocalEnginePropertyTests.seeds, [64, 1 << 20])
  func `rows add up to the answer`(_ seed: UInt64, _ blockBytes: Int) async throws {
    let fixture = try EngineFixture([
      RandomTable(seed: seed, count: 90).csv, RandomTable(seed: seed + 1, count: 50).csv,
    ])
    let query = Query(
      by: [GroupKey(column: "区"), GroupKey(.split(column: "種別", separator: ","))], .count, .sum("金額"),
      filter: [Condition("金額", .notEqual, "")])
    let answer = try await fixture.run(query)
    var sums: [[KeyValue]: (count: Int, sum: Rational)] = [:]
    for row in try rows([.init(query)], fixture.dataset, blockBytes: blockBytes) {
      guard case .number(let one) = row.values[0] else { continue }
      #expect(one == ExactDecimal(1))
      var (count, sum) = sums[row.keys] ?? (0, .zero)
      count += 1
      if case .number(let number) = row.values[1] { sum = sum + Rational(number) }
      sums[row.keys] = (count, sum)
    }
    #expect(sums.count == answer.rows.count, "seed \(seed)")
    for row in answer.rows {
      guard case .count(let count) = row.values[0], case .sum(let sum) = row.values[1] else { continue }
      #expect(sums[row.keys]?.count == count, "seed \(seed)")
      #expect(sums[row.keys]?.sum == Rational(ExactDecimal(coefficient: sum.billionths, decimals: 9)), "seed \(seed)")
    }
  }

  @Test func `labels that are folded are one group, in the spelling of each row`() throws {
    var ward = Field(name: "区", type: .string)
    ward.labels = .fold
    let schema = Schema(fields: [ward, Field(name: "件数", type: .integer)])
    let fixture = try EngineFixture("区,件数\nＡ区,1\nA区,2\nB区,4\n", schema: schema)
    let query = Query(by: [GroupKey(column: "区")], .sum("件数"))
    let found = try rows([.init(query, groups: [[.text("Ａ区")]])], fixture.dataset)
    #expect(found.map(\.line) == [2, 3])
    #expect(found.map(\.keys) == [[.text("Ａ区")], [.text("A区")]])
  }

  @Test func `a personal field is never quoted`() throws {
    var name = Field(name: "氏名", type: .string)
    name.isPersonal = true
    let schema = Schema(fields: [name, Field(name: "件数", type: .integer)])
    let fixture = try EngineFixture("氏名,件数\n山田,1\n", schema: schema)
    let found = try rows([.init(Query(by: [], .sum("件数")))], fixture.dataset, showing: ["氏名", "件数"])
    #expect(found[0].shown.map(\.text) == [nil, "1"])
  }

  @Test func `months across are told at their own cells`() throws {
    var fixture = try EngineFixture("区,4月,5月\n甲,1,2\n乙,3,4\n")
    var shape = TableShape()
    shape.unpivot = TableShape.Unpivot(.pattern(LabelTemplate("{月}")!), key: "月", labels: ["4月", "5月"])
    fixture.dataset.reading.shape = shape
    let query = Query(by: [GroupKey(column: "月")], .sum("値"))
    let found = try rows([.init(query, groups: [[.text("5月")]])], fixture.dataset, showing: ["区"])
    #expect(found.map(\.line) == [2, 3])
    #expect(found.map { $0.cells[0]?.place.column } == [.field(number: 3, name: "5月"), .field(number: 3, name: "5月")])
    #expect(found.map { $0.shown[0].text } == ["甲", "乙"])
  }

  @Test func `what the visitor throws ends the run`() throws {
    struct Enough: Error {}
    let fixture = try EngineFixture("区\n甲\n乙\n")
    var count = 0
    #expect(throws: Enough.self) {
      _ = try RowTrace().run([.init(Query(by: [], .count))], on: fixture.dataset) { _ in
        count += 1
        throw Enough()
      }
    }
    #expect(count == 1)
  }
}
