import ShihyoModel
import Testing

@testable import ShihyoEngine

/// Seeded tables against a slow, plain reference: dictionaries of arrays and exact rational sums.
struct LocalEnginePropertyTests {
  static let seeds: [UInt64] = [1, 2, 3, 20_250_401, 987_654_321]
  static let query = Query(
    by: [GroupKey(column: "区"), GroupKey(column: "種別")], .count, .sum("金額"), .min("金額"), .max("金額"), .countValues("金額"),
    .max("備考"))

  @Test(arguments: seeds, ["UTF-8", "CP932"])
  func `equals the plain reference`(_ seed: UInt64, _ encoding: String) async throws {
    let random = RandomTable(seed: seed, count: 400)
    var fixture = try EngineFixture([random.csv], encoding: encoding)
    fixture.dataset.reading.encoding = encoding == "CP932" ? .cp932 : .utf8
    let table = try await fixture.run(Self.query)
    var groups: [[Label]: [RandomTable.Row]] = [:]
    var order: [[Label]] = []
    for row in random.rows {
      let keys = [Label(row.ward), Label(row.kind)]
      if groups[keys] == nil { order.append(keys) }
      groups[keys, default: []].append(row)
    }
    try #require(table.rows.count == order.count, "seed \(seed)")
    for (row, keys) in zip(table.rows, order) {
      let members = groups[keys] ?? []
      #expect(row.keys == keys.map { $0.text.isEmpty ? .absent(.empty) : .text($0) }, "seed \(seed)")
      let amounts = members.compactMap(\.amount)
      guard case .sum(let sum) = row.values[1], case .extreme(let least) = row.values[2],
        case .extreme(let most) = row.values[3], case .countValues(let tally) = row.values[4],
        case .extreme(let label) = row.values[5]
      else {
        Issue.record("other primitives, seed \(seed)")
        return
      }
      #expect(row.values[0] == .count(members.count), "seed \(seed)")
      let exact = amounts.reduce(Rational.zero) { $0 + Rational($1) }
      #expect(Rational(ExactDecimal(coefficient: sum.billionths, decimals: 9)) == exact, "seed \(seed)")
      #expect(least.number == amounts.min(), "seed \(seed)")
      #expect(most.number == amounts.max(), "seed \(seed)")
      #expect(tally.n == amounts.count, "seed \(seed)")
      for reason in Reason.allCases {
        #expect(sum.tally.reasons[reason] == members.count { $0.reason == reason }, "seed \(seed)")
      }
      #expect(label.text == members.map { Label($0.label) }.max(), "seed \(seed)")
    }
    let decimals = random.rows.compactMap(\.amount?.decimals).max() ?? 0
    #expect(table.decimalsSeen == [0, decimals, decimals, decimals, 0, 0], "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `blocks of any size give the same tables`(_ seed: UInt64) async throws {
    let fixture = try EngineFixture(RandomTable(seed: seed, count: 120).csv)
    let whole = try await fixture.run(Self.query)
    for blockBytes in [1, 7, 64, 1_000] {
      #expect(
        try await fixture.run(Self.query, blockBytes: blockBytes) == whole, "seed \(seed), blocks of \(blockBytes)")
    }
  }

  @Test(arguments: seeds, [1, 2, 3, 7])
  func `parts that are merged in file order give the same tables`(_ seed: UInt64, _ parts: Int) async throws {
    let random = RandomTable(seed: seed, count: 200)
    let fixture = try EngineFixture(random.csv)
    let queries = [
      Self.query,
      Query(
        by: [GroupKey(column: "金額", form: .value)], .count, .min("金額"), filter: [Condition("区", .notEqual, "戸畑区")]),
      Query(
        by: [GroupKey(.split(column: "種別", separator: ",")), GroupKey(column: "区")], .count, .sum("金額"),
        filter: [Condition("金額", .greater, "0")]),
    ]
    let whole = try await fixture.run(queries)
    let reader = try RecordReader(source: fixture.files[0].source, blockBytes: 300)
    var batches: [RecordBatch] = []
    while let batch = try reader.nextBatch() { batches.append(batch) }
    let plan = try EnginePlan(queries, header: reader.header.names, schema: nil)
    let size = (batches.count + parts - 1) / parts
    let partials = try stride(from: 0, to: batches.count, by: size).map { start in
      var partial = PartialResult(plan)
      for batch in batches[start..<min(start + size, batches.count)] { _ = try partial.absorb(batch, recordOffset: 0) }
      return partial
    }
    var total = partials[0]
    for partial in partials.dropFirst() { total.merge(partial) }
    #expect(total.results() == whole, "seed \(seed), \(parts) parts")
  }
}
