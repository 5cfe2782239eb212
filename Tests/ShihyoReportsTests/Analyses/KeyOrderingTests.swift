import ShihyoModel
import ShihyoReports
import Testing

@Suite struct KeyOrderingTests {
  func order(_ labels: [String], _ ordering: KeyOrdering = KeyOrdering(), schema: Schema? = nil) throws -> [String] {
    let engine = PlainEngine(["区分"], labels.map { [$0] })
    let analysis = try AggregateAnalysis(
      keys: [GroupKey(column: "区分")], columns: [], schema: schema, ordering: ordering)
    let table = try #require(try analysis.document(engine.run(analysis.queries), input: "a.csv").tables.first)
    return table.rows.map { $0.keys[0].code }
  }

  @Test(arguments: [
    (["60歳以上", "29歳以下", "年齢不詳", "30～59歳"], ["29歳以下", "30～59歳", "60歳以上", "年齢不詳"]),
    (["10", "9", "2023", "10000"], ["9", "10", "2023", "10000"]),
    (["令和7年4月", "令和6年12月", "平成31年4月"], ["平成31年4月", "令和6年12月", "令和7年4月"]),
    (["戸畑", "門司", ""], ["戸畑", "門司", ""]),
  ])
  func `is natural where every label has a place, else of appearance`(_ labels: [String], _ expected: [String]) throws {
    #expect(try order(labels) == expected)
  }

  @Test func `follows what is declared, folded`() throws {
    let profile = KeyOrdering(declared: ["区分": ["門司区", "戸畑区"]])
    #expect(try order(["戸畑区", "甲", "門司区"], profile) == ["門司区", "戸畑区", "甲"])
    var field = Field(name: "区分", type: .string)
    field.categories = ["ｶ", "ア"].map { Field.Category(value: $0) }
    #expect(try order(["ア", "カ"], schema: Schema(fields: [field])) == ["カ", "ア"])
  }

  @Test func `obeys the wish of the user`() throws {
    #expect(try order(["10", "9"], KeyOrdering(.appearance)) == ["10", "9"])
    #expect(try order(["b", "a"], KeyOrdering(.label)) == ["a", "b"])
  }
}
