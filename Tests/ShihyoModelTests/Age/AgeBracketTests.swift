import ShihyoModel
import Testing

struct AgeBracketTests {
  @Test(
    arguments: [
      ("Y0T29", 0, 29, "29歳以下", "0–29"), ("Y30T59", 30, 59, "30～59歳", "30–59"), ("Y_GE60", 60, nil, "60歳以上", "60+"),
      ("Y18", 18, 18, "18歳", "18"), ("Y0T4", 0, 4, "0～4歳", "0–4"), ("Y0T9", 0, 9, "0～9歳", "0–9"),
      ("Y0T14", 0, 14, "14歳以下", "0–14"),
      ("Y0", 0, 0, "0歳", "0"), ("Y_GE0", 0, nil, "0歳以上", "0+"),
    ] as [(String, Int, Int?, String, String)])
  func `code and labels`(code: String, lower: Int, upper: Int?, ja: String, en: String) throws {
    let bracket = try #require(AgeBracket(lower: lower, upper: upper))
    #expect(bracket.code == code)
    #expect(AgeBracket(code: code) == bracket)
    #expect(bracket.label(.ja) == ja)
    #expect(bracket.label(.en) == en)
    for label in [ja, en] { #expect(try AgeGrammar().read(label) == .bracket(bracket)) }
  }

  @Test(arguments: ["", "Y", "Y018", "Y5T5", "Y9T5", "y18", "Y_LT15", "18", "total", "Y18 ", "Y0T", "Y_GE", "Y１８"])
  func `other codes are refused`(code: String) { #expect(AgeBracket(code: code) == nil) }

  @Test(arguments: [
    ("unknown", AgeClass.unknown, "年齢不詳"), ("no-answer", .noAnswer, "無回答"), ("total", .total, "総数"),
    ("recount:Y_GE65", AgeBracket(lower: 65, upper: nil).map(AgeClass.recount) ?? .total, "（再掲）65歳以上"),
  ])
  func `labels beside the partition`(code: String, age: AgeClass, label: String) {
    #expect(age.code == code)
    #expect(AgeClass(code: code) == age)
    #expect(age.label(.ja) == label)
  }

  @Test func `a bracket holds its ends`() throws {
    let bracket = try #require(AgeBracket(code: "Y30T59"))
    #expect(bracket.contains(30) && bracket.contains(59) && !bracket.contains(29) && !bracket.contains(60))
    let open = try #require(AgeBracket(code: "Y_GE60"))
    #expect(open.contains(60) && open.contains(Int.max) && !open.contains(59))
  }
}
