import Foundation
import ShihyoModel
import Testing

@testable import ShihyoReports

/// What a metric says and its data contradict: refused, or said in the paper and to who runs it.
struct MetricChecksTests {
  private static let columns = [
    (name: "定員", keys: #""type": "any", "missingValues": ["", "…"], "shihyo": {"type": "integer", "unit": "人"}"#),
    (name: "見込", keys: #""type": "any", "missingValues": ["", "…"], "shihyo": {"type": "integer", "unit": "人"}"#),
    (name: "費用", keys: #""type": "integer", "shihyo": {"unit": "円"}"#),
    (name: "予算", keys: #""type": "integer", "shihyo": {"unit": "千円"}"#),
  ]
  private static let rows = [
    "甲区,窓口,2025-04,20,40,1,500,1", "乙区,窓口,2025-04,10,…,…,500,2", "甲区,窓口,2025-05,21,40,1,500,1",
    "乙区,窓口,2025-05,12,30,1,500,2", "甲区,窓口,2025-06,22,40,1,500,1", "乙区,窓口,2025-06,13,30,1,500,2",
    "甲区,窓口,2025-07,100,40,1,500,1",
  ]

  private static let sentence = #"      - sentence: "{own}""#

  private static func report(_ metric: String, _ block: String = sentence) throws -> WrittenReport {
    try WrittenReport(
      block, rows: rows, metrics: "  own: {label: {ja: 値, en: Own}, disclosure: none, \(metric)}\n", columns: columns)
  }

  /// `code line text`
  private static func refused(_ metric: String, _ block: String = sentence) async throws -> [String] {
    do {
      _ = try await report(metric, block).run()
      return []
    } catch let findings as Findings {
      return findings.findings.map {
        let isThere = $0.place.file?.hasSuffix("metrics.yaml") == true
        return "\($0.code) \($0.place.line ?? 0) \($0.text ?? "")" + (isThere ? "" : "?")
      }
    }
  }

  @Test(arguments: [
    ("kind: sum, of: sum(人数), unit: 千人", "metric.unit-differs 4 千人"),
    ("kind: sum, of: sum(人数), unit: 円", "metric.unit-differs 4 円"),
    ("kind: mean, of: 人数, unit: ％", "metric.unit-differs 4 ％"),
    ("kind: median, of: 人数, unit: 件", "metric.unit-differs 4 件"),
    ("kind: value, of: 人数, unit: 件", "metric.unit-differs 4 件"),
    ("kind: share, numerator: sum(人数), denominator: sum(定員), unit: 人", "metric.unit-differs 4 人"),
    ("kind: share, numerator: sum(費用), denominator: sum(人数)", "measure.units-differ 4 own"),
    ("kind: multiple, numerator: sum(費用), denominator: sum(人数)", "measure.units-differ 4 own"),
    ("kind: sum, of: sum(人数), where: 区=甲", "report.unknown-value 4 甲"),
    ("kind: sum, of: sum(人数), where: 区=計", "report.unknown-value 4 計"),
    ("kind: sum, of: sum(人数), where: \"区=甲区,乙区\"", "report.unknown-value 4 甲区,乙区"),
    ("kind: share, numerator: sum(人数), denominator: sum(人数), numerator-where: 区=丙区", "report.unknown-value 4 丙区"),
    ("kind: sum, of: sum(人数), where: [区=甲区, 区=乙区]", "metric.contradiction 4 区=乙区"),
    ("kind: sum, of: sum(人数), where: [区!=甲区, 区=甲区]", "metric.contradiction 4 区=甲区"),
    ("kind: sum, of: sum(人数), time: 区", "metric.time-unread 4 区"),
  ])
  func `refused, at the metric`(metric: String, expected: String) async throws {
    #expect(try await Self.refused(metric) == [expected])
  }

  @Test(arguments: [
    ("kind: sum, of: sum(人数), unit: 名, time: 月", "98名"), ("kind: count, unit: 枚, time: 月", "6枚"),
    ("kind: sum, of: sum(人数), time: 月, where: 区=甲区|乙区", "98人"),
    ("kind: sum, of: sum(人数), time: 月, where: [区=甲区|乙区, 区!=乙区]", "63人"),
    ("kind: rate, numerator: sum(費用), denominator: sum(人数), time: 月, digits: 1", "30.6円/人"),
    // 3,000円 of 9千円: sides of one kind are compared in one unit.
    ("kind: share, numerator: sum(費用), denominator: sum(予算), time: 月", "33.3％"),
  ])
  func `printed without a word`(metric: String, expected: String) async throws {
    let report = try Self.report(metric)
    #expect(try await report.text().contains(expected))
    #expect(try await report.run().warnings == [])
  }

  @Test func `sides that leave out other cells are said to`() async throws {
    let report = try Self.report("kind: share, numerator: sum(人数), denominator: sum(定員), time: 月")
    let run = try await report.run()
    #expect(run.warnings.map(\.code) == ["metric.sides-differ"])
    #expect(run.warnings[0].place.line == 4)
    #expect(
      try await report.text().replacing("\n      ", with: "").contains(
        "値：値がないため除いたセルは令和7年度第1四半期の分子0・分母1。分子と分母の対象は同じ行ではない。"))
  }

  @Test func `a row that lacks all its columns is one row`() async throws {
    // 乙区 in April lacks one cell of the numerator, and two of the denominator.
    let share = "kind: share, numerator: sum(定員), denominator: sum(定員)+sum(見込), time: 月"
    #expect(try await Self.report(share).run().warnings == [])
  }

  @Test func `a share above 100 is said to be one`() async throws {
    let report = try Self.report(
      "kind: share, numerator: sum(人数), denominator: sum(人数), denominator-where: 区=甲区, time: 月")
    let run = try await report.run()
    #expect(run.warnings.map(\.code) == ["metric.base-narrowed", "metric.share-outside"])
    #expect(try await report.text().contains("0～100％の外にある割合がある（令和7年度第1四半期）"))
  }

  @Test func `a metric without a time is of all periods, and says so`() async throws {
    let report = try Self.report("kind: sum, of: sum(人数)")
    let run = try await report.run()
    #expect(run.warnings.map(\.code) == ["metric.all-periods"])
    #expect(run.warnings[0].hint.ja.contains("time: 月"))
    #expect(try await report.text().contains("値：全期間の値"))
    for known in ["as-of: 令和7年7月", "where: 月=2025-04"] {
      let told = try Self.report("kind: sum, of: sum(人数), \(known)")
      #expect(try await told.run().warnings == [])
      #expect(try await !told.text().contains("全期間"))
    }
    let byMonth = try Self.report("kind: sum, of: sum(人数)", "      - table: {metrics: own, by: 月}")
    #expect(try await byMonth.run().warnings == [])
  }

  private static let total = "      - table: {metrics: own, across: 区, total: true}"

  @Test func `the total of a share is taken of its sides`() async throws {
    // 甲区 63÷120 = 52.5, 乙区 35÷60! = 58.3; both 98÷180 = 54.4.
    let share = try Self.report("kind: share, numerator: sum(人数), denominator: sum(定員), time: 月", Self.total)
    let figure = try #require(try await share.run().ledger.last)
    #expect(figure.exactValue == Rational(98) * Rational(100) / Rational(180))
    #expect(figure.numerator == ExactDecimal(98) && figure.denominator == ExactDecimal(180))
    #expect(try await share.text().contains("54.4!"))
    let mean = try await Self.refused("kind: mean, of: 人数, time: 月", Self.total)
    #expect(mean.first?.hasPrefix("report.no-total") == true)
  }

  @Test func `the total carries the marks of its parts`() async throws {
    let text = try await Self.report("kind: sum, of: sum(定員), time: 月", Self.total).text()
    #expect(text.contains(" 60!") && text.contains(" 180!"), "\(text)")
  }
}
