import ShihyoModel
import Testing

struct MeasureUnitCountingTests {
  @Test(arguments: ["件", "人", "世帯", "館", "団体", "回", "課題"])
  func `things can be counted`(text: String) throws {
    #expect(try #require(MeasureUnit(parsing: text)).isCounter)
  }

  @Test(arguments: ["円", "千円", "千人", "㎡", "m2", "kWh", "時間", "％", "ポイント", "円/人", "人口千人当たり"])
  func `money, measures, rates and rounded numbers cannot`(text: String) throws {
    #expect(try !#require(MeasureUnit(parsing: text)).isCounter)
  }
}
