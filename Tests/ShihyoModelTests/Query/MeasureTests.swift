import ShihyoModel
import Testing

struct MeasureTests {
  @Test func `measures have the names of machine output`() throws {
    let quarter = try #require(ExactDecimal("0.25"))
    #expect(Measure.count.machineName == "count")
    #expect(Measure.primitive(.countValues("X")).machineName == "count(X)")
    #expect(Measure.primitive(.sum("件数")).machineName == "sum(件数)")
    #expect(Measure.quantile(probability: quarter, column: "X").machineName == "quantile(0.25,X)")
    #expect(Measure.mean("面積(㎡)").machineName == "mean(`面積(㎡)`)")
    #expect(Measure.distinct("a`b").machineName == "distinct(`a``b`)")
    #expect(Measure.count.column == nil)
    #expect(Measure.median("X").column == "X")
  }

  @Test func `sums and ratios spell their terms`() throws {
    let sum = SignedSum([
      .init(.primitive(.sum("a"))), .init(.primitive(.sum("b"))), .init(.count, isNegative: true),
    ])
    #expect(sum.machineName == "sum(a)+sum(b)-count")
    let base = ExactDecimal(1000)
    let ratio = RatioExpression(kind: .rate(base: base), numerator: SignedSum(.count), denominator: sum)
    #expect(ratio.machineName == "rate(1000):count/sum(a)+sum(b)-count")
  }

  @Test func `a key is named by its source`() {
    #expect(GroupKey(column: "曜日(発生年月日)").machineName == "曜日(発生年月日)")
    #expect(GroupKey(column: "利用日", form: .period(.quarter)).machineName == "利用日:quarter")
    #expect(GroupKey(.split(column: "手段", separator: ";")).machineName == "手段")
    #expect(GroupKey(.options(columns: ["a-b", "c,d"])).machineName == "options(a-b,`c,d`)")
  }
}
