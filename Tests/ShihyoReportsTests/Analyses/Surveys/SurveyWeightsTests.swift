import ShihyoDefinitions
import ShihyoModel
import ShihyoReports
import ShihyoStatistics
import Testing

@Suite struct SurveyWeightsTests {
  static func records(_ cells: [(keys: [String], count: Int)]) -> [[String]] {
    cells.flatMap { Array(repeating: $0.keys, count: $0.count) }
  }

  /// statistics.md, section 6: n = 50 30 20, yes = 30 12 4, N = 3000 4000 3000: raw 46.0 % becomes exactly 40.0 %.
  static let sample = PlainEngine(
    ["層", "回答"],
    records([
      (["若", "はい"], 30), (["若", "いいえ"], 20), (["中", "はい"], 12), (["中", "いいえ"], 18), (["老", "はい"], 4),
      (["老", "いいえ"], 16),
    ]))
  static let population = PlainEngine(["層", "人口"], [["若", "3000"], ["中", "4000"], ["老", "3000"]])

  func document(
    _ sample: PlainEngine, _ population: PlainEngine, keys: [String], interval: IntervalRequest? = nil
  ) throws -> ReportDocument {
    let margins = try keys.map {
      try SurveyMargins(GroupKey(column: $0), column: "人口", input: "人口.csv", schema: nil)
    }
    let analysis = try SurveyAnalysis(.single(column: "回答"), margins: margins, interval: interval)
    return try analysis.document(
      sample.run(analysis.queries), margins: margins.map { population.run($0.queries) }, input: "a.csv")
  }

  @Test func `post-stratification gives the groups their share of the population, exactly`() throws {
    let tables = try document(Self.sample, Self.population, keys: ["層"], interval: IntervalRequest()).tables
    let yes = try #require(tables.first?.rows.first)
    #expect(yes.figures[0].value == .decimal(ExactDecimal(46)))
    #expect(yes.figures[2].value == .exact(Rational(40)))
    let weights = try #require(tables.first { $0.name == "weights" }?.rows.first)
    #expect(weights.figures[1].value == .exact(try #require(Rational(30000, over: 349))))
    // Wilson's with p = 0.4 and n = 30000/349.
    guard case .approximate(let lower) = yes.figures[3].value else { throw IntervalTests.Missing() }
    #expect(abs(lower - 30.28629) < 1e-4)
  }

  /// statistics.md, section 6: [[10,20],[30,40]] to rows 40 60 and columns 50 50.
  @Test func `raking meets both margins`() throws {
    let sample = PlainEngine(
      ["行", "列", "回答"],
      Self.records([(["a", "p", "1"], 10), (["a", "q", "2"], 20), (["b", "p", "3"], 30), (["b", "q", "4"], 40)]))
    let people = PlainEngine(
      ["行", "列", "人口"], [["a", "p", "20"], ["a", "q", "20"], ["b", "p", "30"], ["b", "q", "30"]])
    let table = try #require(try document(sample, people, keys: ["行", "列"]).tables.first)
    let shares = table.rows.prefix(4).map { $0.figures[2].value }
    let expected = [17.576506723, 22.423493277, 32.423493277, 27.576506723]
    for (share, wanted) in zip(shares, expected) {
      guard case .approximate(let value) = share else { throw IntervalTests.Missing() }
      #expect(abs(value - wanted) < 1e-7)
    }
    #expect(table.notes.contains { $0.ja.contains("レイキング") })
  }

  @Test func `a category that only one side has is an error, with its name`() throws {
    func codes(_ sample: PlainEngine, _ people: PlainEngine) -> [String] {
      do {
        _ = try document(sample, people, keys: ["層"])
        return []
      } catch let findings as Findings {
        return findings.findings.map(\.code)
      } catch {
        return ["?"]
      }
    }
    let without = PlainEngine(["層", "人口"], [["若", "3000"], ["中", "4000"]])
    #expect(codes(Self.sample, without) == ["survey.category-not-in-margins"])
    let more = PlainEngine(["層", "人口"], Self.population.records + [["幼", "10"]])
    #expect(codes(Self.sample, more) == ["survey.category-without-answers"])
    let negative = PlainEngine(["層", "人口"], [["若", "3000"], ["中", "-1"], ["老", "1"]])
    #expect(codes(Self.sample, negative) == ["survey.margin-value"])
  }

  @Test func `a negative weight is an error`() throws {
    let engine = PlainEngine(["回答", "重み"], [["はい", "1"], ["いいえ", "-1"]])
    let analysis = try SurveyAnalysis(.single(column: "回答"), weight: "重み")
    #expect(throws: Findings.self) { try analysis.document(engine.run(analysis.queries), input: "a.csv") }
  }

  /// R's help of chisq.test (Agresti 2007); statistics.md, section 5.
  @Test func `a cross table is tested`() throws {
    let engine = PlainEngine(
      ["性別", "支持", "件数"],
      [
        ["女", "民主", "762"], ["女", "無党派", "327"], ["女", "共和", "468"], ["男", "民主", "484"], ["男", "無党派", "239"],
        ["男", "共和", "477"],
      ])
    let analysis = try SurveyAnalysis(.single(column: "支持"), cross: GroupKey(column: "性別"), count: "件数")
    let document = try analysis.document(engine.run(analysis.queries), input: "a.csv")
    let test = try #require(document.tables.first { $0.name == "test" }?.rows.first)
    #expect(test.keys.map(\.code) == ["associated"])
    guard case .exact(let square) = test.figures[1].value, case .approximate(let p) = test.figures[3].value,
      case .approximate(let v) = test.figures[4].value, case .approximate(let corrected) = test.figures[5].value
    else { throw IntervalTests.Missing() }
    #expect(abs(square.nearestDouble - 30.070149095754672) < 1e-10)
    #expect(abs(p - 2.9535891832117595e-07) < 1e-15)
    #expect(abs(v - 0.10443580235646777) < 1e-12)
    #expect(abs(corrected - 0.10091998278440886) < 1e-12)
    let residuals = try #require(document.tables.first { $0.name == "residuals" })
    guard case .approximate(let first) = residuals.rows[0].figures[0].value else { throw IntervalTests.Missing() }
    #expect(abs(first - 4.50205352) < 1e-8)
    #expect(document.tables.first?.plainRows.first == "民主 762 48.9 484 40.3 1246 45.2")
  }

  @Test func `several answers and a full count are not tested`() throws {
    let engine = PlainEngine(["区", "理由"], [["甲", "a;b"], ["乙", "b"], ["乙", "a"]])
    let several = try SurveyAnalysis(.several(column: "理由", separator: ";"), cross: GroupKey(column: "区"))
    #expect(try several.document(engine.run(several.queries), input: "a.csv").tables.map(\.name) == ["cross"])
    let full = try SurveyAnalysis(.single(column: "理由"), cross: GroupKey(column: "区"), method: .fullCount)
    let table = try full.document(engine.run(full.queries), input: "a.csv").tables[0]
    #expect(table.notes.contains { $0.ja == "全数のため検定なし。" })
  }

  @Test(arguments: SurveyRule.examples)
  func `every rule says what to do in both languages`(rule: SurveyRule) {
    #expect(!rule.message.ja.isEmpty && !rule.message.en.isEmpty && !rule.hint.ja.isEmpty && !rule.hint.en.isEmpty)
  }
}
