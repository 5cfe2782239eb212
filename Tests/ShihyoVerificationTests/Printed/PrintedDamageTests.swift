import ShihyoModel
import Testing

@testable import ShihyoVerification

/// A number with a hole in it is not read, so it cannot be proved.
struct PrintedDamageTests {
  @Test(arguments: [
    "12..3件", "12?件", "12〇件", "12.件", "12××件", "12/件", "■12件", "12件\u{FFFD}", "l2件", "1O件", "12.3.件", "13〇件", "1 2件",
    "12*件", "12□件", "○12件", ".5件", "12①件", "?12件", "1|2件", "12~件", "ー5件", "5人に一人", "五人に一人",
  ])
  func `is unreadable`(text: String) async throws {
    #expect(throws: KnownFigureRule.unreadableText(text)) { try PrintedText(text, unit: "件") }
    let paper = try TemporaryPaper()
    try paper.dataset(known: ["c,12件,件,,,P,1,,", "w,\(text),件,,,P,2,c,"])
    let result = try await paper.verify()
    #expect(result.verdict("w") == .undecidable)
    #expect(result.codes.contains("known.unreadable-text"))
  }

  /// Text and the value that stays readable beside signs, units and words.
  static let sound: [(String, String)] = [
    ("（12件）", "12"), ("計12件", "12"), ("n=12", "12"), ("12件/月", "12"), ("12 件", "12"), ("12,345人", "12345"),
    ("5㎡", "5"), ("5m2", "5"), ("5km2", "5"), ("¥1,200", "1200"), ("12件※", "12"), ("「12件」", "12"), ("12℃", "12"),
    ("12か所", "12"), ("12ヶ月", "12"), ("センター5館", "5"), ("10–15件", "10"), ("5.0pt", "5"), ("about 12件", "12"),
    ("七万人", "70000"), ("百二十三件", "123"), ("約二千五百人", "2500"), ("十五件", "15"),
  ]

  @Test(arguments: sound) func `what stands beside sound digits is no damage`(text: String, value: String) throws {
    let number = try #require(try PrintedText(text).main)
    #expect(number.value * power(number.unit) == Rational(try #require(ExactDecimal(value))))
  }

  private func power(_ unit: MeasureUnit?) -> Rational {
    Rational(ExactDecimal(coefficient: ExactDecimal.powerOfTen(unit?.exponent ?? 0) ?? 1))
  }
}
