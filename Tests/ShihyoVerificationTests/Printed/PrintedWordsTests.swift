import ShihyoModel
import Testing

@testable import ShihyoVerification

/// 半数, 3分の1, 倍増: numbers without digits, or with digits that are no number of their own.
struct PrintedWordsTests {
  /// Printed, unit of the column, what was computed, verdict.
  static let words: [(String, String, String, Verdict)] = [
    ("半数", "％", "52%", .withinRounding), ("半数", "％", "56%", .wrong), ("約半数", "％", "45.2%", .withinRounding),
    ("ほぼ半数", "％", "44%", .wrong), ("全体の半数", "％", "50%", .proved), ("過半数", "％", "50.1%", .proved),
    ("過半数", "％", "50%", .withinRounding), ("半数以上", "％", "50%", .proved), ("半数を超える", "％", "49%", .wrong),
    ("半数未満", "％", "49.9%", .proved), ("半数に満たない", "％", "51%", .wrong), ("半数近く", "％", "47%", .withinRounding),
    ("半数近く", "％", "51%", .wrong), ("半数強", "％", "53%", .withinRounding), ("半数弱", "％", "51%", .wrong),
    ("3分の1", "％", "34.8%", .withinRounding), ("約3分の1", "％", "30.2%", .withinRounding),
    ("３分の１", "％", "25%", .wrong), ("三分の一", "％", "33.3%", .withinRounding), ("全体の約3分の2", "％", "65%", .withinRounding),
    ("3分の2以上", "％", "66.5%", .wrong), ("3分の2以上", "％", "67%", .proved), ("4分の1", "％", "25%", .proved),
    ("4分の3", "倍", "0.75倍", .proved), ("3分の1", "倍", "0.42倍", .wrong), ("5分の1弱", "％", "19%", .withinRounding),
    ("倍増", "倍", "2.1倍", .withinRounding), ("倍増", "倍", "1.6倍", .wrong), ("ほぼ倍増", "倍", "1.85倍", .withinRounding),
    ("半減", "倍", "0.52倍", .withinRounding), ("半減", "倍", "0.7倍", .wrong),
    ("10～15件", "件", "12", .proved), ("10～15件", "件", "16", .wrong), ("10-15件", "件", "10", .proved),
  ]

  @Test(arguments: words)
  func `words hold what they say`(_ printed: String, _ unit: String, _ computed: String, _ verdict: Verdict)
    async throws
  {
    let paper = try TemporaryPaper()
    try paper.dataset(known: ["c,\(computed),\(unit),,,P,1,,", "w,\(printed),\(unit),,,P,2,c,"])
    let result = try await paper.verify()
    #expect(result.verdict("w") == verdict, "\(String(describing: result.figure("w")))")
    #expect(!result.findings.contains { $0.severity == .error }, "\(result.findings)")
  }

  @Test func `words without a range, and those with two readings, cannot be told, and say why`() async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: [
      "a,3倍増,倍,,,P,1,3,", "b,大半,％,,,P,2,80%,", "c,一部の団体,団体,,,P,3,4,", "d,数名,名,,,P,4,5,", "e,謎,件,,,P,5,1,",
    ])
    let result = try await paper.verify()
    for id in ["a", "b", "c", "d", "e"] { #expect(result.verdict(id) == .undecidable, "\(id)") }
    #expect(
      result.figure("a")?.why?.ja.contains("二通り") == true && result.figure("a")?.why?.en.contains("two ways") == true)
    #expect(
      result.figure("b")?.why?.ja.contains("「大半」") == true && result.figure("b")?.why?.en.contains("no range") == true)
    #expect(
      result.codes.sorted() == ["known.ambiguous-text"] + ["known.unreadable-text"]
        + Array(repeating: "known.vague-text", count: 3))
    // A faithful copy of vague words is no error of the file; what reads as nothing is.
    #expect(result.findings.filter { $0.severity == .error }.map(\.code) == ["known.unreadable-text"])
  }

  @Test func `the numbers around a fraction stay numbers`() throws {
    let text = try PrintedText("23団体中8団体(約3分の1)")
    #expect(text.main?.value == Rational(23))
    #expect(text.number(2)?.value == Rational(8))
    #expect(text.number(3)?.unit?.base == "%")
  }
}
