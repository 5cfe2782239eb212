import ShihyoModel
import Testing

struct NumberGrammarUnitTests {
  @Test(arguments: [
    ("円", "1億2,300万円", "123000000"), ("円", "1億2,300万", "123000000"), ("円", "¥1,234", "1234"), ("円", "￥1,234", "1234"),
    ("円", "△¥5", "-5"), ("円", "5千円", "5000"), ("円", "1234", "1234"),
    ("千円", "1億円", "100000"), ("千円", "5千円", "5"), ("千円", "5", "5"), ("千円", "▲ 1,234 千円", "-1234"),
    ("千円", "1,234　千円", "1234"), ("円", "1 億 円", "100000000"), ("千円", "1,234", "1234"), ("千円", "1,500円", "1.500"),
    ("百万円", "1.5億円", "150"), ("億円", "1,000万円", "0.1000"), ("兆円", "1,000,000,000,000円", "1.000000000"),
    ("万人", "125万人", "125"), ("万人", "3千人", "0.3"), ("人", "1.2万人", "12000"), ("人", "15名", "15"), ("件", "5,964件", "5964"),
    ("館", "12館", "12"), ("歳", "74.4歳", "74.4"), ("歳", "74.4才", "74.4"), ("か所", "3ヶ所", "3"), ("㎡", "12.5m2", "12.5"),
    ("㎡", "12.5㎡", "12.5"),
    ("％", "12.3％", "12.3"), ("%", "12.3 %", "12.3"), ("％", "3割", "30"), ("％", "3割5分", "35"), ("％", "3割5分2厘", "35.2"),
    ("％", "5分", "5"),
    ("％", "12.3パーセント", "12.3"), ("％", "5‰", "0.5"), ("‰", "5‰", "5"), ("‰", "0.5%", "5"), ("割", "35%", "3.5"),
    ("分", "5分", "5"),
    ("倍", "1.98倍", "1.98"), ("ポイント", "1.2ポイント", "1.2"), ("ポイント", "△1.2pt", "-1.2"), ("ポイント", "0.4%ポイント", "0.4"),
    ("人口10万人当たり", "12.3", "12.3"), ("人/km2", "1,961人/km2", "1961"), ("年", "5年", "5"),
  ])
  func `converts a cell's own unit exactly`(unit: String, text: String, expected: String) throws {
    let unit = try #require(MeasureUnit(parsing: unit))
    #expect(try NumberGrammar(unit: unit).read(text).value?.description == expected)
  }

  @Test(
    arguments: [
      ("％", "12.3％p", "12.3", Marks.provisional), ("％", "(12.3%)", "12.3", .reference),
      ("％", "（12.3）％", "12.3", .reference),
      ("人", "約1,200人以上", "1200", [.approximate, .bound]), ("件", "5件*", "5", .smallBase),
      ("円", "約3億円程度", "300000000", .approximate),
    ] as [(String, String, String, Marks)])
  func `keeps marks around units`(unit: String, text: String, expected: String, marks: Marks) throws {
    let cell = try NumberGrammar(unit: MeasureUnit(parsing: unit)).read(text)
    #expect(cell.value?.description == expected && cell.marks == marks)
  }

  @Test(arguments: [
    ("千円", "5人", NumberRule.unitMismatch(found: "人", expected: "千円")),
    ("％", "1.2ポイント", .unitMismatch(found: "ポイント", expected: "％")),
    ("ポイント", "1.2%", .unitMismatch(found: "%", expected: "ポイント")),
    ("人", "3割", .unitMismatch(found: "%", expected: "人")),
    ("千円", "1.2万", .ambiguousScale(unit: "千円")), ("千円", "3千500", .ambiguousScale(unit: "千円")),
    ("円", "¥5人", .notANumber), ("円", "12abc", .notANumber), ("円", "5程度程度", .notANumber),
    ("兆円", "1円", .tooManyDecimals),
  ])
  func `refuses another unit`(unit: String, text: String, rule: NumberRule) throws {
    let grammar = NumberGrammar(unit: MeasureUnit(parsing: unit))
    #expect(throws: rule) { try grammar.read(text) }
  }

  @Test(arguments: ["2万5", "1億2", "3千5", "△2万5"])
  func `a digit behind a scale word has two readings`(_ text: String) {
    #expect(throws: NumberRule.digitBehindScale) { try NumberGrammar().read(text) }
  }

  @Test(arguments: [("2万5人", "20005"), ("2万5千", "25000"), ("2万50", "20050")])
  func `a unit, another scale word or more digits make it one`(_ text: String, _ expected: String) throws {
    let unit = text.hasSuffix("人") ? MeasureUnit(parsing: "人") : nil
    #expect(try NumberGrammar(unit: unit).read(text).value?.description == expected)
  }

  @Test(arguments: [
    ("5,964件", "件"), ("74.4歳", "歳"), ("12館", "館"), ("12.3%", "%"), ("1億2,300万円", "円"), ("¥1,234", "円"), ("3割", "%"),
    ("5.2km", "km"),
  ])
  func `asks for the unit of a column that has none`(text: String, unit: String) throws {
    #expect(throws: NumberRule.unitUndeclared(unit)) { try NumberGrammar().read(text) }
  }

  @Test func `adopts the unit of the first value where it is asked to`() throws {
    let grammar = try #require(NumberGrammar().adoptingUnit(of: "1億2,300万円"))
    #expect(grammar.unit == MeasureUnit(symbol: "円", base: "円", exponent: 0))
    #expect(try grammar.read("3千円").value?.description == "3000")
    #expect(try grammar.read("0").value?.description == "0")
    #expect(try grammar.read("-").reason == .nilCase)
    #expect(throws: NumberRule.unitMissing(expected: "円")) { try grammar.read("5") }
    #expect(throws: NumberRule.unitMismatch(found: "人", expected: "円")) { try grammar.read("5人") }
    #expect(try grammar.reading(of: "3千円").ownUnit == "円")
    #expect(NumberGrammar().adoptingUnit(of: "5") == nil)
    #expect(NumberGrammar().adoptingUnit(of: "5月") == nil)
    #expect(NumberGrammar().adoptingUnit(of: "門司区") == nil)
    #expect(NumberGrammar(unit: MeasureUnit(parsing: "円")).adoptingUnit(of: "5人") == nil)
  }
}
