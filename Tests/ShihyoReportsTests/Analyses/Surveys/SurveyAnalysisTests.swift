import ShihyoDefinitions
import ShihyoModel
import ShihyoReports
import Testing

@Suite struct SurveyAnalysisTests {
  func table(_ analysis: SurveyAnalysis, _ engine: PlainEngine) throws -> ReportTable {
    try #require(try analysis.document(engine.run(analysis.queries), input: "a.csv").tables.first)
  }
  func notes(_ table: ReportTable) -> [String] { table.notes.map(\.en) }

  static let base = "The base of the shares is the respondents, no answer included."

  /// 8 of 23 organisations want to work with an NPO, printed as 約35% (001:315).
  @Test func `gives the share of the interviewed organisations`() throws {
    let engine = PlainEngine(["意向", "団体"], [["連携したい", "8"], ["その他", "15"], ["総数", "23"]])
    let counted = try table(try SurveyAnalysis(.single(column: "意向"), count: "団体"), engine)
    #expect(counted.plainRows == ["連携したい 8 34.8", "その他 15 65.2", "total 23 100.0"])
    #expect(counted.valueColumns.map(\.name) == ["sum(団体)", "share(sum(団体))"])
    #expect(notes(counted).count == 4)
    #expect(counted.rows.prefix(2).allSatisfy { $0.figures[1].marks == .smallBase })
    let rounded = try table(try SurveyAnalysis(.single(column: "意向"), count: "団体", digits: 0), engine)
    #expect(rounded.plainRows.first == "連携したい 8 35")
    #expect(rounded.rows.first?.figures[1].denominator == ExactDecimal(23))
  }

  @Test func `says that a printed total is not the sum of its answers`() throws {
    let engine = PlainEngine(["意向", "団体"], [["連携したい", "8"], ["その他", "14"], ["総数", "23"]])
    let counted = try table(try SurveyAnalysis(.single(column: "意向"), count: "団体"), engine)
    #expect(notes(counted).last == "\"総数\" 23 is not the sum of its parts, 22.")
  }

  /// 5,964 answers to the web survey (001:358); how they answered is not printed.
  @Test func `a web form that anyone could answer is self-selected`() throws {
    let engine = PlainEngine(["回答", "件数"], [["回答あり", "5964"]])
    let web = try table(try SurveyAnalysis(.single(column: "回答"), count: "件数", method: .selfSelected), engine)
    #expect(web.plainRows == ["回答あり 5964 100.0", "total 5964 100.0"])
    #expect(notes(web).last?.hasPrefix("Anyone could answer") == true)
    let all = try table(try SurveyAnalysis(.single(column: "回答"), count: "件数", method: .fullCount), engine)
    #expect(all.notes.last?.ja == "全数のため区間なし。")
  }

  static let answers = PlainEngine(
    ["区", "満足", "理由", "重み"],
    [
      ["甲", "はい", "交流;健康", "1.5"], ["甲", "いいえ", "交流", "0.5"], ["乙", "はい", "", "1"],
      ["乙", "", "健康;学習", "2"], ["乙", "非該当", "交流;健康;学習", "1"],
    ])

  @Test func `states whether no answer is in the base`() throws {
    let inBase = try table(try SurveyAnalysis(.single(column: "満足")), Self.answers)
    #expect(inBase.plainRows == ["はい 2 50.0", "いいえ 1 25.0", "no-answer 1 25.0", "total 4 100.0"])
    #expect(notes(inBase).count == 3)
    #expect(notes(inBase)[1].hasPrefix("Shares with * are of fewer than 30"))
    #expect(
      [notes(inBase)[0], notes(inBase)[2]] == [Self.base, "1 were not asked this question; they are in no base."])
    let out = try table(try SurveyAnalysis(.single(column: "満足"), noAnswerIsInBase: false), Self.answers)
    #expect(out.plainRows == ["はい 2 66.7", "いいえ 1 33.3", "no-answer 1 割合の分母に含めない", "total 3 100.0"])
    #expect(
      notes(out).prefix(2) == [
        "The base of the shares is the respondents who gave an answer.", "3 of 4 respondents gave an answer.",
      ])
  }

  @Test func `crosses with a group`() throws {
    let crossed = try table(
      try SurveyAnalysis(.single(column: "満足"), by: [GroupKey(column: "区")], noAnswerIsInBase: false), Self.answers)
    #expect(
      crossed.plainRows == [
        "甲 はい 1 50.0", "甲 いいえ 1 50.0", "甲 total 2 100.0", "乙 はい 1 100.0", "乙 no-answer 1 割合の分母に含めない",
        "乙 total 1 100.0",
      ])
    #expect(crossed.rows[2].kind == .subtotal)
  }

  @Test func `takes several answers of respondents and says what they add up to`() throws {
    let several = try table(try SurveyAnalysis(.several(column: "理由", separator: ";")), Self.answers)
    #expect(several.plainRows == ["交流 3 60.0", "健康 3 60.0", "学習 2 40.0", "no-answer 1 20.0", "total 5 100.0"])
    #expect(notes(several)[1].hasSuffix("Shares add up to 180.0 %, since one respondent can give several answers."))
    let out = try table(
      try SurveyAnalysis(.several(column: "理由", separator: ";"), weight: "重み", noAnswerIsInBase: false), Self.answers)
    #expect(
      out.plainRows == [
        "交流 3 3.0 60.0", "健康 3 4.5 90.0", "学習 2 3.0 60.0", "no-answer 1 1.0 割合の分母に含めない", "total 4 5.0 100.0",
      ])
  }

  @Test func `reads one column for each option, and shows those that nobody ticked`() throws {
    let engine = PlainEngine(["a", "b", "c"], [["1", "0", "0"], ["1", "1", "0"], ["0", "0", "0"]])
    let options = try table(try SurveyAnalysis(.options(["a", "b", "c"])), engine)
    #expect(options.plainRows.prefix(3) == ["a 2 66.7", "b 1 33.3", "c 0 0.0"])
    #expect(options.plainRows.last == "total 3 100.0")
  }

  @Test func `shows declared answers that nobody gave`() throws {
    var field = Field(name: "満足", type: .string)
    field.categories = ["はい", "どちらでもない", "いいえ"].map { Field.Category(value: $0) }
    field.notes = ["問3"]
    let declared = try table(
      try SurveyAnalysis(.single(column: "満足"), schema: Schema(fields: [field])), Self.answers)
    #expect(declared.plainRows.prefix(3) == ["はい 2 50.0", "どちらでもない 0 0.0", "いいえ 1 25.0"])
    #expect(declared.notes.last?.ja == "問3")
  }

  @Test func `weighs answers and keeps n beside`() throws {
    let weighted = try table(try SurveyAnalysis(.single(column: "満足"), weight: "重み"), Self.answers)
    #expect(
      weighted.plainRows == ["はい 2 2.5 50.0", "いいえ 1 0.5 10.0", "no-answer 1 2.0 40.0", "total 4 5.0 100.0"])
    #expect(weighted.valueColumns.map(\.name) == ["count", "sum(重み)", "share(sum(重み))"])
    let gap = PlainEngine(["満足", "重み"], [["はい", "1"], ["はい", "x"], ["いいえ", "1"]])
    let incomplete = try table(try SurveyAnalysis(.single(column: "満足"), weight: "重み"), gap)
    #expect(incomplete.rows.allSatisfy { $0.figures[2].marks.contains(.incomplete) })
    let negative = PlainEngine(["満足", "重み"], [["はい", "1"], ["いいえ", "-1"]])
    let error = #expect(throws: Findings.self) {
      try table(try SurveyAnalysis(.single(column: "満足"), weight: "重み"), negative)
    }
    #expect(error?.findings.map(\.code) == ["survey.negative-weight"])
  }

  @Test func `refuses to weigh a table that is already counted`() {
    let error = #expect(throws: Findings.self) {
      try SurveyAnalysis(.single(column: "満足"), weight: "重み", count: "件数")
    }
    #expect(error?.findings.map(\.code) == ["survey.weighted-counts"])
    #expect(error?.kind == .usage)
  }

  /// Seeded random answers against counts made by hand.
  @Test(arguments: [5, 91, 20_251_121] as [UInt64])
  func `counts as a plain loop does`(_ seed: UInt64) throws {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let records = (0..<150).map { _ in [["はい", "いいえ", "", "無回答", "－"][next(5)], String(next(9) + 1)] }
    let engine = PlainEngine(["満足", "重み"], records)
    let asked = records.filter { $0[0] != "－" }
    let answered = asked.filter { !["", "無回答"].contains($0[0]) }
    func weight(_ rows: [[String]]) -> Int { rows.reduce(0) { $0 + (Int($1[1]) ?? 0) } }
    let table = try table(
      try SurveyAnalysis(.single(column: "満足"), weight: "重み", noAnswerIsInBase: false), engine)
    let yes = asked.filter { $0[0] == "はい" }
    let row = try #require(table.rows.first { $0.keys[0].code == "はい" })
    #expect(row.figures[0].plain == String(yes.count), "seed \(seed)")
    #expect(row.figures[1].plain == String(weight(yes)), "seed \(seed)")
    let exact = Rational(weight(yes) * 100, over: weight(answered))
    #expect(row.figures[2].value == exact.map { .exact($0) }, "seed \(seed)")
    #expect(table.rows.last?.figures.prefix(2).map(\.plain) == [String(answered.count), String(weight(answered))])
  }
}
