import ShihyoDefinitions
import ShihyoModel
import ShihyoReports
import ShihyoStatistics
import Testing

@Suite struct IntervalTests {
  static func engine(_ counts: [(group: String, answer: String, count: Int)]) -> PlainEngine {
    PlainEngine(
      ["区", "回答"],
      counts.flatMap { entry in Array(repeating: [entry.group, entry.answer], count: entry.count) })
  }

  func document(
    _ engine: PlainEngine, by: [GroupKey] = [], method: CollectionMethod? = .randomSample,
    _ interval: IntervalRequest = IntervalRequest()
  ) throws -> ReportDocument {
    let analysis = try SharesAnalysis(over: GroupKey(column: "回答"), by: by, method: method, interval: interval)
    return try analysis.document(engine.run(analysis.queries), input: "a.csv")
  }

  func value(_ figure: Figure) throws -> Double {
    guard case .approximate(let value) = figure.value else { throw Missing() }
    return value
  }

  struct Missing: Error {}

  /// statistics.md, section 3 (Newcombe 1998a and exact arithmetic).
  @Test(arguments: [
    (IntervalMethod.wilson, 81, 263, 0.2552885199, 0.3662095770),
    (.agrestiCoull, 81, 263, 0.2552206652, 0.3662774317),
    (.clopperPearson, 81, 263, 0.2527367456, 0.3676219226),
    (.wilson, 1, 29, 0.0061132143, 0.1717552188),
    (.agrestiCoull, 1, 29, 0, 0.1862865086),
    (.clopperPearson, 50, 100, 0.3983211295, 0.6016788705),
  ])
  func `n and both ends stand beside each share`(
    method: IntervalMethod, count: Int, base: Int, lower: Double, upper: Double
  ) throws {
    let engine = Self.engine([("甲", "はい", count), ("甲", "いいえ", base - count)])
    let table = try #require(try document(engine, IntervalRequest(method: method)).tables.first)
    #expect(table.valueColumns.map(\.name) == ["count", "n", "share-of-count", "lower", "upper"])
    let figures = table.rows[0].figures
    #expect(figures[1].value == .decimal(ExactDecimal(base)))
    #expect(abs(try value(figures[3]) - 100 * lower) < 1e-7)
    #expect(abs(try value(figures[4]) - 100 * upper) < 1e-7)
    #expect(figures[2].marks.contains(.smallBase) == (base < 30))
  }

  @Test func `a full count and a web form have no interval, and say why`() throws {
    let engine = Self.engine([("甲", "はい", 40), ("甲", "いいえ", 20)])
    let full = try #require(try document(engine, method: .fullCount).tables.first)
    #expect(full.valueColumns.count == 3)
    #expect(full.notes.map(\.ja) == ["全数のため区間なし。"])
    let web = try #require(try document(engine, method: .selfSelected).tables.first)
    #expect(web.valueColumns.count == 3)
    #expect(web.notes.first?.en.hasPrefix("Anyone could answer (self-selected)") == true)
    let asked = try #require(
      try document(engine, method: .selfSelected, IntervalRequest(asIfRandom: true)).tables.first)
    #expect(asked.valueColumns.count == 5)
    #expect(asked.notes.contains { $0.ja.contains("自ら答えた人") })
  }

  @Test(arguments: [("千円", false), ("円", false), ("㎡", false), ("人", true), (nil, true)] as [(String?, Bool)])
  func `sums of money and measures are no counts, so their shares have no interval`(unit: String?, has: Bool) throws {
    var field = Field(name: "額", type: .integer)
    field.unit = unit.flatMap(MeasureUnit.init(parsing:))
    let engine = PlainEngine(["費目", "額"], [["人件費", "1500"], ["物件費", "1700"]])
    let analysis = try SharesAnalysis(
      of: "額", over: GroupKey(column: "費目"), schema: Schema(fields: [Field(name: "費目"), field]),
      interval: IntervalRequest())
    let table = try #require(try analysis.document(engine.run(analysis.queries), input: "a.csv").tables.first)
    #expect(((try? value(table.rows[0].figures[3])) != nil) == has)
    #expect(table.notes.contains { $0.ja.hasPrefix("区間は、合計した数を、1つずつ選ばれた人や件の数とみなしている") })
  }

  /// statistics.md, section 4 (Newcombe 1998b, method 10): 56/70 − 48/80.
  @Test func `two groups are compared, in words too`() throws {
    let engine = Self.engine([
      ("甲", "はい", 48), ("甲", "いいえ", 32), ("乙", "はい", 56), ("乙", "いいえ", 14),
    ])
    let tables = try document(engine, by: [GroupKey(column: "区")]).tables
    let row = try #require(tables.last?.rows.first)
    #expect(tables.last?.name == "differences")
    #expect(row.keys.map(\.code) == ["乙", "甲", "はい", "differs"])
    #expect(row.figures[4].value == .exact(Rational(20)))
    #expect(abs(try value(row.figures[5]) - 5.2431) < 1e-4)
    #expect(abs(try value(row.figures[6]) - 33.3873) < 1e-4)
  }

  @Test func `many groups are compared with the one that is named`() throws {
    let engine = Self.engine([("甲", "はい", 40), ("乙", "はい", 40), ("丙", "いいえ", 40)])
    let by = [GroupKey(column: "区")]
    #expect(try document(engine, by: by).tables.count == 1)
    let named = try document(engine, by: by, IntervalRequest(against: "乙")).tables.last
    #expect(named?.rows.map { $0.keys[0].code } == ["甲", "丙", "丙"])
    #expect(throws: Findings.self) { try document(engine, by: by, IntervalRequest(against: "丁")) }
    #expect(throws: Findings.self) { try document(engine, by: by, IntervalRequest(population: 1000)) }
    #expect(throws: Findings.self) { try document(engine, IntervalRequest(population: 100)) }
  }

  @Test(arguments: IntervalRule.examples + [])
  func `every rule says what to do in both languages`(rule: IntervalRule) {
    #expect(!rule.message.ja.isEmpty && !rule.message.en.isEmpty && !rule.hint.ja.isEmpty && !rule.hint.en.isEmpty)
  }
}
