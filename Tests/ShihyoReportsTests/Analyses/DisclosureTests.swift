import ShihyoModel
import ShihyoReports
import Testing

@Suite struct DisclosureTests {
  /// statistics.md, section 10: the table of people, one record each.
  static let people = PlainEngine(
    ["区", "年齢"],
    zip(["甲", "乙", "丙"], [[20, 4, 16], [15, 12, 3], [25, 14, 11]]).flatMap { ward, counts in
      zip(["若", "中", "老"], counts).flatMap { age, count in Array(repeating: [ward, age], count: count) }
    })
  static let keys = ["区", "年齢"].map { GroupKey(column: $0) }

  @Test func `counts, ratios and means of a hidden group are hidden together`() throws {
    let analysis = try AggregateAnalysis(
      keys: Self.keys, columns: [.measure(.count), .measure(.distinct("年齢"))], showsTotal: true,
      disclosure: try DisclosureRequest(threshold: 5))
    let table = try #require(try analysis.document(Self.people.run(analysis.queries), input: "a.csv").tables.first)
    let hidden = table.rows.filter { $0.figures[0].value == .absent(.suppressed) }
    #expect(hidden.map { $0.keys.map(\.code) } == [["甲", "中"], ["甲", "老"], ["乙", "中"], ["乙", "老"]])
    for row in hidden {
      #expect(row.figures.allSatisfy { $0.value == .absent(.suppressed) && $0.n == nil && $0.numerator == nil })
    }
    #expect(table.rows.last?.figures[0].value == .decimal(ExactDecimal(120)))
    #expect(table.notes.contains { $0.ja.contains("5未満の数（0を除く）は示さない") })
  }

  @Test func `a share is hidden with its count, and a hidden base hides all its shares`() throws {
    let analysis = try SharesAnalysis(
      over: Self.keys[1], by: [Self.keys[0]], disclosure: try DisclosureRequest(threshold: 5))
    let table = try #require(try analysis.document(Self.people.run(analysis.queries), input: "a.csv").tables.first)
    #expect(
      table.plainRows.prefix(4) == [
        "甲 若 20 50.0", "甲 中 suppressed suppressed", "甲 老 suppressed suppressed", "甲 total 40 100.0",
      ])
    let few = PlainEngine(["区", "年齢"], Self.people.records + [["丁", "若"], ["丁", "中"]])
    let small = try #require(try analysis.document(few.run(analysis.queries), input: "a.csv").tables.first)
    #expect(small.rows.filter { $0.keys[0].code == "丁" }.allSatisfy { $0.figures[1].value == .absent(.suppressed) })
  }

  @Test func `refuses what would tell the hidden all the same`() throws {
    let request = try DisclosureRequest(threshold: 5)
    func codes(_ engine: PlainEngine, _ columns: [AggregateAnalysis.Column] = [.measure(.count)]) throws -> [String] {
      let analysis = try AggregateAnalysis(keys: [Self.keys[0]], columns: columns, disclosure: request)
      do {
        _ = try analysis.document(engine.run(analysis.queries), input: "a.csv")
        return []
      } catch {
        return error.findings.map(\.code)
      }
    }
    #expect(try codes(PlainEngine(["区"], [["甲"], ["乙"]])) == ["disclosure.too-few-records"])
    let totals = PlainEngine(["区"], Array(repeating: ["甲"], count: 9) + [["計"]])
    #expect(try codes(totals) == ["disclosure.totals-among-groups"])
    #expect(throws: Findings.self) { try DisclosureRequest(threshold: 1) }
    #expect(throws: Findings.self) {
      try SharesAnalysis(over: Self.keys[1], excludesUnknown: true, disclosure: request)
    }
  }

  @Test func `an audit finds what can be worked out`() throws {
    // Only the two small cells are hidden: both come out of the totals.
    var records: [[String]] = []
    let table = [
      ["甲", "20", "x", "16", "40"], ["乙", "15", "12", "x", "30"], ["丙", "25", "14", "11", "50"],
      ["計", "60", "30", "30", "120"],
    ]
    for row in table {
      for (age, count) in zip(["若", "中", "老", "計"], row.dropFirst()) { records.append([row[0], age, count]) }
    }
    let engine = PlainEngine(["区", "年齢", "人数"], records)
    let answer = engine.run(DisclosureAudit.query(keys: Self.keys, count: "人数"))
    do {
      let audit = try DisclosureAudit(table: answer, threshold: 5, input: "a.csv")
      #expect(audit.findings.map(\.code) == ["disclosure.exposed", "disclosure.exposed"])
      #expect(audit.hasErrors)
      #expect(audit.document.tables[0].plainRows == ["甲・中 exposed 4 4", "乙・老 exposed 3 3"])
    } catch {
      #expect(error.findings.map(\.code) == ["statistics.solver-missing"])
    }
  }

  @Test(arguments: DisclosureRule.examples)
  func `every rule says what to do in both languages`(rule: DisclosureRule) {
    #expect(!rule.message.ja.isEmpty && !rule.message.en.isEmpty && !rule.hint.ja.isEmpty && !rule.hint.en.isEmpty)
  }
}
