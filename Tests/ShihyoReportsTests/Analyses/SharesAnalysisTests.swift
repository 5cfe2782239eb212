import ShihyoModel
import ShihyoReports
import Testing

@Suite struct SharesAnalysisTests {
  func document(_ analysis: SharesAnalysis, _ engine: PlainEngine) throws -> ReportDocument {
    try analysis.document(engine.run(analysis.queries), input: "a.csv")
  }
  func table(_ analysis: SharesAnalysis, _ engine: PlainEngine) throws -> ReportTable {
    try #require(try document(analysis, engine).tables.first)
  }

  /// 0.9 + 27.7 + 71.4 = 100.0 (001:372); the counts behind them are not printed, so per mille stand in.
  static let ages = PlainEngine(["年齢", "割合"], [["0-29", "0.9"], ["30-59", "27.7"], ["60-", "71.4"]])

  @Test func `gives the printed age shares`() throws {
    let table = try table(try SharesAnalysis(of: "割合", over: GroupKey(column: "年齢")), Self.ages)
    #expect(table.plainRows == ["0-29 0.9 0.9", "30-59 27.7 27.7", "60- 71.4 71.4", "total 100.0 100.0"])
    #expect(table.valueColumns.map(\.name) == ["sum(割合)", "share(sum(割合))"])
    #expect(table.notes.isEmpty)
  }

  @Test func `notes that sixths do not add up, and moves them on request`() throws {
    let engine = PlainEngine(["区"], ["a", "b", "c", "d", "e", "f"].map { [$0] })
    let plain = try table(try SharesAnalysis(over: GroupKey(column: "区")), engine)
    #expect(plain.plainRows.prefix(6).allSatisfy { $0.hasSuffix(" 1 16.7") })
    #expect(plain.plainRows.last == "total 6 100.0")
    #expect(plain.valueColumns.map(\.name) == ["count", "share-of-count"])
    #expect(plain.notes.map(\.en) == ["Parts may not add up to the total because of rounding."])

    let adjusted = try table(try SharesAnalysis(over: GroupKey(column: "区"), sumsToHundred: true), engine)
    #expect(adjusted.rows.prefix(6).map { $0.figures[1].plain } == ["16.7", "16.7", "16.7", "16.7", "16.6", "16.6"])
    #expect(
      adjusted.rows.prefix(6).map { $0.figures[1].marks == .adjusted } == [false, false, false, false, true, true])
    #expect(adjusted.rows[5].figures[1].numerator == ExactDecimal(1))
    #expect(adjusted.notes.count == 1)
  }

  @Test func `refuses more digits than it can hand out`() throws {
    let engine = PlainEngine(["区"], [["a"], ["b"], ["c"]])
    let analysis = try SharesAnalysis(over: GroupKey(column: "区"), digits: 30, sumsToHundred: true)
    let error = #expect(throws: Findings.self) { try document(analysis, engine) }
    #expect(error?.findings.map(\.code) == ["statistics.too-many-digits"])
  }

  @Test func `takes shares within each group`() throws {
    let engine = PlainEngine(
      ["区", "種別", "人"], [["門司", "有償", "1"], ["門司", "無償", "3"], ["戸畑", "有償", "5"], ["戸畑", "無償", "0"]])
    let analysis = try SharesAnalysis(of: "人", over: GroupKey(column: "種別"), by: [GroupKey(column: "区")], digits: 0)
    let table = try table(analysis, engine)
    #expect(
      table.plainRows == [
        "門司 有償 1 25", "門司 無償 3 75", "門司 total 4 100", "戸畑 有償 5 100", "戸畑 無償 0 0", "戸畑 total 5 100",
      ])
    #expect(table.rows[2].kind == .subtotal)
    #expect(table.rows[0].figures[1].denominator == ExactDecimal(4))
  }

  @Test func `keeps totals and recounts out of the parts and checks the total`() throws {
    let records = [["0-29", "1"], ["30-59", "3"], ["総数", "5"], ["（再掲）65-", "1"]]
    let table = try table(
      try SharesAnalysis(of: "人", over: GroupKey(column: "年齢")), PlainEngine(["年齢", "人"], records))
    #expect(table.plainRows == ["0-29 1 25.0", "30-59 3 75.0", "total 4 100.0"])
    #expect(
      table.notes.map(\.ja) == [
        "再掲のため内訳に含めない: （再掲）65-", "合計の行のため内訳に含めない: 総数", "「総数」5 と内訳の計 4 が一致しない。",
      ])
  }

  @Test func `lets scaled totals differ within rounding only`() throws {
    var field = Field(name: "額", type: .number)
    field.unit = MeasureUnit(symbol: "千円", base: "円", exponent: 3)
    let schema = Schema(fields: [field])
    let analysis = try SharesAnalysis(of: "額", over: GroupKey(column: "費目"), schema: schema)
    func notes(_ total: String) throws -> [String] {
      try table(analysis, PlainEngine(["費目", "額"], [["a", "3"], ["b", "4"], ["計", total]])).notes.map(\.en)
    }
    #expect(try notes("7").count == 1)
    #expect(try notes("8").last == "\"計\" 8 and the sum of its parts 7 differ within rounding.")
    #expect(try notes("9").last == "\"計\" 9 is not the sum of its parts, 7.")
  }

  @Test func `states whether what is unknown is in the base`() throws {
    let engine = PlainEngine(["年齢"], [["18"], ["18"], ["19"], ["不詳"], [""]])
    let included = try table(try SharesAnalysis(over: GroupKey(column: "年齢")), engine)
    #expect(included.plainRows == ["18 2 40.0", "19 1 20.0", "不詳 1 20.0", " 1 20.0", "total 5 100.0"])
    #expect(included.notes.map(\.ja) == ["不詳・無回答・空欄を分母に含む。"])
    let excluded = try table(try SharesAnalysis(over: GroupKey(column: "年齢"), excludesUnknown: true), engine)
    #expect(
      excluded.plainRows == ["18 2 66.7", "19 1 33.3", "不詳 1 割合の分母に含めない", " 1 割合の分母に含めない", "total 3 100.0"])
    #expect(excluded.notes.map(\.ja) == ["不詳・無回答・空欄を分母に含めない。"])
  }

  @Test func `carries cells without a value`() throws {
    let engine = PlainEngine(["区", "人"], [["a", "1"], ["a", "x"], ["b", "3"], ["c", "－"]])
    let table = try table(try SharesAnalysis(of: "人", over: GroupKey(column: "区")), engine)
    #expect(table.plainRows == ["a 1 25.0", "b 3 75.0", "c nil nil", "total 4 100.0"])
    #expect(table.rows[1].figures[1].marks == .incomplete)
    #expect(table.rows[1].figures[1].reasons[.suppressed] == 1)
    #expect(table.rows[2].figures[1].value == .absent(.nilCase))
    #expect(table.rows[3].figures[0].marks == .incomplete)
  }

  @Test(arguments: [(["3", "-3"], "負の値あり"), (["0", "0"], "合計が0")])
  func `has words where there are no shares`(_ amounts: [String], _ words: String) throws {
    let engine = PlainEngine(["区", "額"], [["a", amounts[0]], ["b", amounts[1]]])
    let analysis = try SharesAnalysis(of: "額", over: GroupKey(column: "区"), sumsToHundred: true)
    let table = try table(analysis, engine)
    #expect(table.rows.map { $0.figures[1].plain } == [words, words, words])
  }

  @Test func `takes several answers of the records`() throws {
    let engine = PlainEngine(["理由"], [["交流;健康"], ["交流"], ["健康"], [""]])
    let key = GroupKey(.split(column: "理由", separator: ";"))
    let table = try table(try SharesAnalysis(over: key), engine)
    #expect(table.plainRows == ["交流 2 50.0", "健康 2 50.0", " 1 25.0", "total 4 100.0"])
    #expect(table.notes.count == 2)
    let excluded = try self.table(try SharesAnalysis(over: key, excludesUnknown: true), engine)
    #expect(excluded.plainRows == ["交流 2 66.7", "健康 2 66.7", " 1 割合の分母に含めない", "total 3 100.0"])
    let error = #expect(throws: Findings.self) { try SharesAnalysis(over: key, sumsToHundred: true) }
    #expect(error?.findings.map(\.code) == ["shares.overlapping-sum"])
  }

  @Test func `merges finer brackets only where boundaries coincide`() throws {
    func bracket(_ lower: Int, _ upper: Int?) throws -> AgeBracket {
      try #require(AgeBracket(lower: lower, upper: upper))
    }
    let scheme = BracketScheme([try bracket(0, 29), try bracket(30, 59), try bracket(60, nil)])
    let analysis = try SharesAnalysis(of: "人", over: GroupKey(column: "年齢", form: .brackets(scheme)))
    let fine = PlainEngine(
      ["年齢", "人"], [["0-14", "1"], ["15-29", "2"], ["30-59", "3"], ["60-69", "3"], ["70-", "1"]])
    #expect(
      try table(analysis, fine).plainRows == ["Y0T29 3 30.0", "Y30T59 3 30.0", "Y_GE60 4 40.0", "total 10 100.0"])
    let crossing = PlainEngine(["年齢", "人"], [["0-29", "1"], ["20-39", "2"], ["50-", "3"]])
    let error = #expect(throws: Findings.self) { try table(analysis, crossing) }
    #expect(error?.findings.map(\.code) == ["age.split-bracket", "age.split-bracket"])
    #expect(error?.findings.first?.message.ja.contains("20～39歳") == true)
  }
}
