import ShihyoModel
import Testing

@testable import ShihyoDefinitions

struct MetricFileTests {
  private static let descriptor = """
    {"name": "use", "resources": [{"name": "use", "path": "use.csv", "schema": {"fields": [
      {"name": "区", "type": "string"}, {"name": "月", "type": "yearmonth"},
      {"name": "利用コマ", "type": "integer"}, {"name": "利用可能コマ", "type": "integer"}]}}]}
    """

  private func load(_ yaml: String) -> Result<MetricFile, Findings> {
    let folder = TemporaryFolder()
    let path = folder.write("datapackage.json", Self.descriptor)
    folder.write("use.csv", "区,月,利用コマ,利用可能コマ\n")
    folder.write("metrics.yaml", yaml)
    return Result { () throws(Findings) in try MetricFile.load(for: try DataPackage.load(path: path)) }
  }

  @Test func `reads a share of signed sums`() throws {
    let file = try load(
      """
      metrics:
        use.rate:
          label: {ja: 稼働率, en: Occupancy}
          kind: share
          numerator: sum(利用コマ)
          denominator: sum(利用可能コマ)
          where: [区!=戊区, 月>=2025-04]
          time: 月
          digits: 1
          department: 市民局
          definition: 利用コマ数÷利用可能コマ数
          disclosure: none
      """
    ).get()
    let metric = try #require(file.metric(named: "use.rate"))
    #expect(metric.label == Bilingual(ja: "稼働率", en: "Occupancy"))
    #expect(metric.filter.count == 2)
    #expect(metric.time == "月")
    #expect(metric.digits == 1)
    #expect(
      metric.computation
        == .ratio(
          .share, numerator: .init(SignedSum(.primitive(.sum("利用コマ")))),
          denominator: .init(SignedSum(.primitive(.sum("利用可能コマ"))))))
  }

  @Test(arguments: [
    ("kind: shre", "descriptor.unknown-value", 4), ("kind: share\n    numerator: count", "descriptor.missing-key", 2),
    ("kind: sum\n    of: sum(利用コマ", "expression.expected", 5),
    ("kind: sum\n    of: sum(利用こま)", "descriptor.unknown-field", 5),
    ("kind: quantile\n    of: 利用コマ", "descriptor.missing-key", 2),
    ("kind: quantile\n    of: 利用コマ\n    probability: 1.5", "metric.bad-probability", 6),
    ("kind: median\n    of: 利用コマ\n    probability: 0.5", "descriptor.unknown-key", 6),
    ("kind: distinct\n    of: 区名", "descriptor.unknown-field", 5),
    ("kind: count\n    digit: 1", "descriptor.unknown-key", 5),
    ("kind: count\n    disclosure: k5", "descriptor.out-of-range", 5),
    ("kind: count\n    disclosure: 1", "descriptor.out-of-range", 5),
    ("kind: count\n    numerator: count", "descriptor.unknown-key", 5),
  ])
  func `names what is wrong with its line`(text: String, code: String, line: Int) {
    guard case .failure(let failure) = load("metrics:\n  use:\n    label: 利用\n    \(text)\n") else {
      Issue.record("read \(text)")
      return
    }
    #expect(failure.findings.first?.code.hasPrefix(code.prefix(8)) == true)
    if code.hasPrefix("descriptor") { #expect(failure.findings.first?.code == code) }
    #expect(failure.findings.first?.place.line == line)
  }

  @Test(arguments: [
    ("kind: sum\n    of: sum(利用コマ)-sum(取消)", ["取消 5:23"]), ("kind: median\n    of: コマ", ["コマ 5:9"]),
    ("kind: quantile\n    probability: 0.5\n    of: \"取消\"", ["取消 6:10"]),
    ("kind: count\n    time: 年月", ["年月 5:11"]), ("kind: count\n    where: 局=甲", ["局 5:12"]),
    ("kind: count\n    where: [区=局, 局!=甲, 部=乙]", ["局 5:18", "部 5:24"]),
    (
      "kind: share\n    numerator: sum(u)\n    denominator: sum(利用コマ) + sum(u)\n    denominator-where: u=1\n    numerator-where: v=1",
      ["u 5:20", "u 6:34", "u 7:24", "v 8:22"]
    ),
  ])
  func `an unknown column is pointed at wherever it stands`(text: String, places: [String]) {
    guard case .failure(let failure) = load("metrics:\n  use:\n    label: 利用\n    \(text)\n") else {
      Issue.record("read \(text)")
      return
    }
    let found = failure.findings.map { finding in
      let column = if case .character(let number)? = finding.place.column { number } else { 0 }
      return "\(finding.text ?? "") \(finding.place.line ?? 0):\(column)"
    }
    #expect(found == places)
    #expect(failure.findings.allSatisfy { $0.code == "descriptor.unknown-field" })
    #expect(failure.findings.allSatisfy { $0.hint.ja == "ある列：区、月、利用コマ、利用可能コマ" || $0.hint.ja.contains("ではありませんか") })
  }

  @Test(arguments: [
    ("kind: sum\n    of: sum(利用コマ)+sum(区)", 5, 23), ("kind: median\n    of: 月", 5, 9),
    ("kind: share\n    numerator: sum(区)\n    denominator: count", 5, 20),
  ])
  func `a column without numbers is not added up`(text: String, line: Int, character: Int) {
    guard case .failure(let failure) = load("metrics:\n  use:\n    label: 利用\n    \(text)\n") else {
      Issue.record("read \(text)")
      return
    }
    #expect(failure.findings.map(\.code) == ["metric.not-numbers"])
    #expect(failure.findings.first?.place.line == line)
    #expect(failure.findings.first?.place.column == .character(character))
  }

  @Test func `counts and different values may be of any column`() throws {
    let yaml = "metrics:\n  a: {label: a, kind: count, of: count(区)}\n  b: {label: b, kind: distinct, of: 月}\n"
    #expect(try load(yaml).get().metrics.count == 2)
  }

  @Test func `columns of a wide table are listed in part`() {
    let names = (1...40).map { "列\($0)番" }
    let hint = DescriptorRule.unknownField("局", in: names).hint
    #expect(hint.ja.hasSuffix("、列30番ほか10列") && hint.en.hasSuffix(", 列30番 and 10 more"))
  }

  @Test(arguments: ["\"\"", "{ja: 利用, en: \" \"}"]) func `a label that says nothing is refused`(label: String) {
    guard case .failure(let failure) = load("metrics:\n  use:\n    label: \(label)\n    kind: count\n") else {
      Issue.record("read \(label)")
      return
    }
    #expect(failure.findings.map(\.code) == ["descriptor.empty-value"])
    #expect(failure.findings.first?.place.line == 3 && failure.findings.first?.place.column == .character(12))
  }

  @Test(arguments: MetricRule.examples) func `rules say what to do in both languages`(rule: MetricRule) {
    #expect(!rule.message.ja.isEmpty && !rule.message.en.isEmpty && !rule.hint.ja.isEmpty && !rule.hint.en.isEmpty)
  }
}
