import ShihyoModel
import Testing

struct MeasureUnitParsingTests {
  @Test(arguments: [
    ("円", "円", 0), ("千円", "円", 3), ("百万円", "円", 6), ("億円", "円", 8), ("十億円", "円", 9), ("兆円", "円", 12), ("千人", "人", 3),
    ("万人", "人", 4),
    ("件", "件", 0), ("名", "人", 0), ("％", "%", 0), ("%", "%", 0), ("割", "%", 1), ("‰", "%", -1), ("倍", "倍", 0),
    ("ポイント", "ポイント", 0), ("pt", "ポイント", 0),
    ("ﾎﾟｲﾝﾄ", "ポイント", 0), ("歳", "歳", 0), ("m2", "㎡", 0), ("千", "", 3), ("人口10万人当たり", "人口10万人当たり", 0),
    ("千人あたり", "千人あたり", 0), ("千円/人", "円/人", 3),
  ])
  func `reads base and scale`(text: String, base: String, exponent: Int) throws {
    let unit = try #require(MeasureUnit(parsing: text))
    #expect(unit.base == base && unit.exponent == exponent)
    #expect(unit.symbol == text)
  }

  @Test(arguments: [("（単位：千円）", "千円"), ("単位:千円", "千円"), ("(千円)", "千円"), (" ％ ", "％"), ("単位　百万円", "百万円")])
  func `takes the unit out of a unit line`(text: String, symbol: String) {
    #expect(MeasureUnit(parsing: text)?.symbol == symbol)
  }

  @Test(arguments: ["", "  ", "千円、％", "12", "-", "()", "この列には市の人口を住民基本台帳から数えた値を入れます"])
  func `says nil for what is no unit`(text: String) { #expect(MeasureUnit(parsing: text) == nil) }

  @Test func `converts by moving the point`() throws {
    let (yen, thousand) = (try #require(MeasureUnit(parsing: "円")), try #require(MeasureUnit(parsing: "千円")))
    #expect(thousand.convert(ExactDecimal(5), to: yen)?.description == "5000")
    #expect(yen.convert(ExactDecimal(5), to: thousand)?.description == "0.005")
    #expect(yen.convert(ExactDecimal(5), to: try #require(MeasureUnit(parsing: "人"))) == nil)
  }
}
