import ShihyoDefinitions
import ShihyoModel
import Testing

struct MeasureExpressionTests {
  @Test(arguments: [
    ("count", Measure.count), ("count(X)", .primitive(.countValues("X"))), ("sum( 件数 )", .primitive(.sum("件数"))),
    ("min(X)", .primitive(.min("X"))), ("max(X)", .primitive(.max("X"))), ("mean(X)", .mean("X")),
    ("median(X)", .median("X")), ("distinct(`面積(㎡)`)", .distinct("面積(㎡)")), ("sum(a-b)", .primitive(.sum("a-b"))),
    ("quantile(0.25,X)", .quantile(probability: ExactDecimal(coefficient: 25, decimals: 2), column: "X")),
    ("quantile(1, X)", .quantile(probability: ExactDecimal(1), column: "X")),
  ])
  func `a measure is read, and its machine name reads back`(_ text: String, _ measure: Measure) throws {
    #expect(try Expressions.measure(text) == measure)
    #expect(try Expressions.measure(measure.machineName) == measure)
  }

  @Test func `only primitives are aggregates`() throws {
    #expect(try Expressions.aggregate("sum(X)") == .sum("X"))
    let failure = #expect(throws: Findings.self) { try Expressions.aggregate("mean(X)") }
    #expect(failure?.findings.map(\.code) == ["expression.not-a-primitive"])
  }

  @Test func `the quantile option takes probability and column`() throws {
    let expected = Measure.quantile(probability: ExactDecimal(coefficient: 9, decimals: 1), column: "面積(㎡)")
    #expect(try Expressions.quantile("0.9:面積(㎡)") == expected)
    #expect(throws: Findings.self) { try Expressions.quantile("0.9") }
    #expect(throws: Findings.self) { try Expressions.quantile("1.1:X") }
    #expect(throws: Findings.self) { try Expressions.quantile("0.9:") }
  }

  @Test func `signed sums keep their order and signs`() throws {
    let sum = SignedSum([
      .init(.primitive(.sum("a"))), .init(.primitive(.sum("b"))), .init(.count, isNegative: true),
    ])
    #expect(try Expressions.signedSum("sum(a) + sum(b)-count") == sum)
    #expect(try Expressions.signedSum("count-sum(a)").terms.map(\.isNegative) == [false, true])
    #expect(try Expressions.signedSum("-sum(a)").terms.map(\.isNegative) == [true])
    #expect(try Expressions.signedSum(sum.machineName) == sum)
  }

  @Test func `a ratio says its kind or none`() throws {
    let a = SignedSum(.primitive(.sum("a")))
    let b = SignedSum(.primitive(.sum("b")))
    func ratio(_ kind: RatioKind?) -> RatioExpression { RatioExpression(kind: kind, numerator: a, denominator: b) }
    #expect(try Expressions.ratio("share:sum(a)/sum(b)") == ratio(.share))
    #expect(try Expressions.ratio("multiple : sum(a) / (sum(b))") == ratio(.multiple))
    #expect(try Expressions.ratio("change:sum(a)/sum(b)") == ratio(.change))
    #expect(try Expressions.ratio("rate(1000):sum(a)/sum(b)") == ratio(.rate(base: ExactDecimal(1000))))
    #expect(try Expressions.ratio("sum(a)/sum(b)") == ratio(nil))
    let long = try Expressions.ratio("share:(sum(a)+sum(b)-count)/sum(a)+count")
    #expect(long.numerator.terms.count == 3)
    #expect(long.denominator.terms.count == 2)
    #expect(try Expressions.ratio(long.machineName) == long)
  }

  @Test(arguments: [
    ("稼働率(%)=share:sum(a)/sum(b)", "稼働率(%)"), ("share=share:sum(a)/sum(b)", "share"),
    ("`A=B` = share:sum(a)/sum(b)", "A=B"), (" 一人当たり =rate(1):sum(a)/sum(b)", "一人当たり"),
    ("count=sum(a)/sum(b)", "count"),
  ])
  func `a ratio can have a name`(_ text: String, _ name: String) throws {
    let ratio = try Expressions.ratio(text)
    #expect(ratio.name == name)
    #expect(ratio.numerator == SignedSum(.primitive(.sum("a"))))
    #expect(try Expressions.ratio("share:sum(`x=y`)/count").name == nil)
  }

  @Test(arguments: [
    ("", "expression.empty", 1), ("summ(X)", "expression.unknown-function", 1),
    ("合計(X)", "expression.unknown-function", 1),
    ("sum", "expression.expected", 4), ("sum()", "expression.expected", 5), ("sum(X", "expression.expected", 6),
    ("sum(面積(㎡))", "expression.needs-backticks", 7), ("sum(a,b)", "expression.needs-backticks", 6),
    ("quantile(25,X)", "expression.bad-probability", 10), ("quantile(X)", "expression.bad-probability", 10),
    ("quantile(0.5)", "expression.expected", 13), ("count count", "expression.text-after-end", 7),
    ("(X)", "expression.expected", 1),
  ])
  func `a wrong measure is named at its character`(_ text: String, _ code: String, _ character: Int) {
    let failure = #expect(throws: Findings.self) { try Expressions.measure(text) }
    #expect(failure?.findings.map(\.code) == [code])
    #expect(failure?.findings.first?.place.column == .character(character))
  }

  @Test(arguments: [
    ("shares:sum(a)/sum(b)", "expression.unknown-kind", 1), ("rate:sum(a)/sum(b)", "expression.rate-needs-base", 1),
    ("rate(0):sum(a)/sum(b)", "expression.bad-base", 1), ("rate(1000) sum(a)/sum(b)", "expression.expected", 12),
    ("share:sum(a)", "expression.expected", 13), ("share:sum(a)/", "expression.expected", 14),
    ("share:(sum(a)/count", "expression.expected", 14), ("share:sum(a)/count/count", "expression.text-after-end", 19),
    ("share:sum(a)+/count", "expression.expected", 14),
  ])
  func `a wrong ratio is named at its character`(_ text: String, _ code: String, _ character: Int) {
    let failure = #expect(throws: Findings.self) { try Expressions.ratio(text) }
    #expect(failure?.findings.map(\.code) == [code])
    #expect(failure?.findings.first?.place.column == .character(character))
  }
}
