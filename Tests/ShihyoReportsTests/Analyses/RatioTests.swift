import ShihyoDefinitions
import ShihyoModel
import ShihyoReports
import Testing

/// 127 and 252: the requests of 001:182-183 and what each reading makes of them (known-figures.md, section 4).
@Suite struct RatioTests {
  static let engine = PlainEngine(["地域", "センター"], [["100", "200"], ["27", "52"]])
  static let community = SignedSum(.primitive(.sum("地域")))
  static let centres = SignedSum(.primitive(.sum("センター")))
  static let both = SignedSum(community.terms + centres.terms)

  func figure(
    _ kind: RatioKind, _ numerator: SignedSum, _ denominator: SignedSum, in engine: PlainEngine = engine
  ) throws -> Figure {
    let ratio = RatioExpression(kind: kind, numerator: numerator, denominator: denominator)
    let analysis = try AggregateAnalysis(columns: [.ratio(ratio)])
    return try #require(
      try analysis.document(engine.run(analysis.queries), input: "a.csv").tables.first?.rows.first?.figures.first)
  }

  @Test func `says what was declared`() throws {
    #expect(try figure(.change, Self.centres, Self.community).plain == "98.4")
    #expect(try figure(.change, Self.community, Self.centres).plain == "-49.6")
    #expect(try figure(.multiple, Self.centres, Self.community).plain == "1.98")
    #expect(try figure(.share, Self.community, Self.centres).plain == "50.4")
    #expect(try figure(.share, Self.community, Self.both).plain == "33.5")
    #expect(try figure(.share, Self.centres, Self.both).plain == "66.5")
    #expect(try figure(.rate(base: ExactDecimal(1000)), Self.community, Self.centres).plain == "503.97")
    let share = try figure(.share, Self.community, Self.both)
    #expect(share.numerator == ExactDecimal(127))
    #expect(share.denominator == ExactDecimal(379))
    #expect(share.unit == "％")
  }

  @Test func `compares amounts in one unit`() throws {
    let schema = Schema(
      fields: [("費", "千円"), ("収", "円"), ("人", "人")].map { name, unit in
        var field = Field(name: name, type: .number)
        field.unit = MeasureUnit(parsing: unit)
        return field
      })
    let engine = PlainEngine(["費", "収", "人"], [["5", "2000", "4"]])
    func figure(_ kind: RatioKind, _ numerator: SignedSum, _ denominator: SignedSum) throws -> Figure {
      let ratio = RatioExpression(kind: kind, numerator: numerator, denominator: denominator)
      let analysis = try AggregateAnalysis(columns: [.ratio(ratio)], schema: schema)
      return try #require(
        try analysis.document(engine.run(analysis.queries), input: "a.csv").tables.first?.rows.first?.figures.first)
    }
    let (cost, income, people) = (sum("費"), sum("収"), sum("人"))
    #expect(try figure(.multiple, cost, income).plain == "2.50")
    #expect(try figure(.change, income, cost).plain == "-60.0")
    #expect(try figure(.share, income, SignedSum(cost.terms + income.terms)).plain == "28.6")
    #expect(try figure(.share, income, SignedSum(cost.terms + income.terms)).denominator?.description == "7.000")
    #expect(try figure(.rate(base: ExactDecimal(1)), cost, people).plain == "1.25")
    for refused in [(cost, people), (SignedSum(cost.terms + people.terms), cost)] {
      let error = #expect(throws: Findings.self) { try figure(.multiple, refused.0, refused.1) }
      #expect(error?.findings.map(\.code) == ["measure.units-differ"])
    }
  }

  private func sum(_ column: String) -> SignedSum { SignedSum(.primitive(.sum(column))) }

  @Test(arguments: [(community, centres), (centres, community)])
  func `refuses an undeclared ratio and shows its readings`(_ numerator: SignedSum, _ denominator: SignedSum) throws {
    let ratio = RatioExpression(kind: nil, numerator: numerator, denominator: denominator)
    let analysis = try AggregateAnalysis(keys: [GroupKey(column: "地域")], columns: [.ratio(ratio)])
    let error = #expect(throws: Findings.self) {
      try analysis.document(Self.engine.run(analysis.queries), input: "a.csv")
    }
    let finding = try #require(error?.findings.first)
    #expect(error?.kind == .usage)
    #expect(finding.code == "ratio.undeclared")
    for text in [finding.message.ja, finding.message.en] {
      for reading in [
        "127", "252", "+98.4 %", "-49.6 %", "1.98 ", "50.4 %(", "33.5 %", "127/252", "252/127", "127/379",
      ] {
        #expect(text.replacing("% (", with: "%(").contains(reading), "\(reading)")
      }
    }
    for spelling in [
      "change:sum(センター)/sum(地域)", "multiple:sum(センター)/sum(地域)", "share:sum(地域)/sum(センター)",
      "share:sum(地域)/sum(地域)+sum(センター)",
    ] { #expect(finding.hint.en.contains(spelling)) }
  }

  private func table(
    _ spelling: String, _ engine: PlainEngine, by: [GroupKey] = [], schema: Schema? = nil
  ) throws -> ReportTable {
    let ratio = try Expressions.ratio(spelling)
    let analysis = try AggregateAnalysis(keys: by, columns: [.ratio(ratio)], schema: schema)
    return try #require(try analysis.document(engine.run(analysis.queries), input: "a.csv").tables.first)
  }

  @Test(arguments: [
    ("share:sum(費)/sum(費)+sum(収)", "費÷（費＋収）の割合", "％"), ("change:sum(収)/sum(費)", "費→収の増減率", "％"),
    ("rate(1):sum(費)/sum(人)", "費÷人", "千円/人"), ("rate(1000):sum(人)/sum(費)", "人÷費×1000", "人/1000千円"),
    ("rate(1):sum(費)/sum(費)", "費÷費", nil), ("rate(1):mean(費)/count", "費 平均÷件数", nil),
    ("稼働率(%)=share:sum(費)/sum(収)", "稼働率(%)", "％"),
  ])
  func `is called by words, with the unit of its sides`(_ spelling: String, _ heading: String, _ unit: String?) throws {
    let schema = Schema(
      fields: [("費", "千円"), ("収", "千円"), ("人", "人")].map { name, unit in
        var field = Field(name: name, type: .number)
        field.unit = MeasureUnit(parsing: unit)
        return field
      })
    let table = try table(spelling, PlainEngine(["費", "収", "人"], [["5", "20", "4"]]), schema: schema)
    #expect(table.valueColumns[0].label.ja == heading)
    #expect(table.rows[0].figures[0].unit == unit)
    #expect(table.valueColumns[0].name == (heading == "稼働率(%)" ? heading : try Expressions.ratio(spelling).machineName))
  }

  @Test func `says how many cells each side leaves out`() throws {
    let engine = PlainEngine(
      ["区", "用", "可"], [["甲", "1", "2"], ["甲", "…", "3"], ["乙", "1", "2"], ["丙", "…", "x"]])
    let different = try table("share:sum(用)/sum(可)", engine, by: [GroupKey(column: "区")])
    #expect(different.notes.map(\.ja) == ["用÷可の割合：値がないため除いたセルは甲の分子1・分母0。分子と分母の対象は同じ行ではない。"])
    let equal = try table("share:sum(用)/sum(可)", PlainEngine(["用", "可"], [["1", "2"], ["…", "3"], ["4", "…"]]))
    #expect(equal.notes.map(\.ja) == ["用÷可の割合：値がないため除いたセルは分子1・分母1。分子と分母の対象は同じ行とは限らない。"])
    #expect(try table("share:sum(用)/sum(用)", engine, by: [GroupKey(column: "区")]).notes.isEmpty)
  }

  @Test(arguments: ["share:mean(用)/sum(可)", "share:max(用)/min(可)", "share:median(用)/mean(用)"])
  func `a share of another kind is refused`(spelling: String) throws {
    let error = #expect(throws: Findings.self) { try table(spelling, PlainEngine(["用", "可"], [["1", "2"]])) }
    #expect(error?.findings.map(\.code) == ["ratio.share-of-another"])
  }

  @Test func `has words where the base is zero or below`() throws {
    let engine = PlainEngine(["今", "前", "負"], [["5", "0", "-1"]])
    let (now, before) = (SignedSum(.primitive(.sum("今"))), SignedSum(.primitive(.sum("前"))))
    #expect(try figure(.change, now, before, in: engine).plain == "皆増")
    #expect(try figure(.change, before, before, in: engine).plain == "ともに0")
    #expect(try figure(.share, now, before, in: engine).plain == "分母が0")
    #expect(try figure(.change, now, SignedSum(.primitive(.sum("負"))), in: engine).plain == "比べる値が負")
    #expect(try figure(.change, before, now, in: engine).plain == "皆減")
  }

  @Test func `carries reasons and marks of both sides`() throws {
    let engine = PlainEngine(["a", "b"], [["1", "x"], ["2", "4"]])
    let (a, b) = (SignedSum(.primitive(.sum("a"))), SignedSum(.primitive(.sum("b"))))
    let figure = try figure(.share, a, b, in: engine)
    #expect(figure.plain == "75.0")
    #expect(figure.marks == .incomplete)
    #expect(figure.reasons[.suppressed] == 1)
    let hidden = PlainEngine(["a", "b"], [["1", "x"]])
    #expect(try self.figure(.share, a, b, in: hidden).value == .absent(.suppressed))
  }

  @Test func `flags a share that is no part`() throws {
    let ratio = RatioExpression(kind: .share, numerator: Self.centres, denominator: Self.community)
    let analysis = try AggregateAnalysis(columns: [.ratio(ratio)])
    let table = try #require(try analysis.document(Self.engine.run(analysis.queries), input: "a.csv").tables.first)
    #expect(table.plainRows == ["198.4"])
    #expect(table.notes.count == 1)
  }
}
