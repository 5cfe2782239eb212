import ShihyoModel
import Testing

@testable import ShihyoVerification

/// Signs in words, bounds in words, vintages: as papers print them.
struct PrintedChangeTests {
  /// Printed, unit, the two numbers before and now, function, verdict.
  static let changes: [(String, String, String, String, String, Verdict)] = [
    ("5人減", "人", "20人", "15人", "difference", .proved), ("5人減", "人", "15人", "20人", "difference", .wrong),
    ("マイナス5人", "人", "20人", "15人", "difference", .proved), ("マイナス5人", "人", "15人", "20人", "difference", .wrong),
    ("5人減少", "人", "20人", "15人", "difference", .proved), ("5人の減", "人", "20人", "15人", "difference", .proved),
    ("5人増", "人", "15人", "20人", "difference", .proved), ("5人増加", "人", "20人", "15人", "difference", .wrong),
    ("プラス5人", "人", "15人", "20人", "difference", .proved), ("+5人", "人", "20人", "15人", "difference", .wrong),
    ("△ 5人", "人", "20人", "15人", "difference", .proved), ("△約5人", "人", "20人", "15人", "difference", .proved),
    ("5人以上減", "人", "20人", "13人", "difference", .proved), ("5人以上減", "人", "20人", "18人", "difference", .wrong),
    ("前年を5人上回る", "人", "15人", "20人", "difference", .proved),
    ("10%減", "％", "100人", "90人", "change", .proved), ("10%減", "％", "90人", "99人", "change", .wrong),
    ("10%増", "％", "100人", "110人", "change", .proved), ("5.0％増加", "％", "100人", "105人", "change", .proved),
    ("5.0％減少", "％", "100人", "95人", "change", .proved), ("前年比5.0%減", "％", "100人", "95人", "change", .proved),
    ("5ポイント増", "ポイント", "20%", "25%", "difference", .proved),
    ("5.0ポイント上昇", "ポイント", "20.0%", "25.0%", "difference", .proved),
    ("5.0ポイント低下", "ポイント", "25.0%", "20.0%", "difference", .proved),
    ("5.0ポイント低下", "ポイント", "20.0%", "25.0%", "difference", .wrong),
  ]

  @Test(arguments: changes)
  func `a word gives the sign`(
    _ printed: String, _ unit: String, _ before: String, _ now: String, _ function: String, _ verdict: Verdict
  ) async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: [
      "a,\(before),,,,P,1,,", "b,\(now),,,,P,2,,", "w,\(printed),\(unit),,,P,3,\"\(function)(b, a)\",",
    ])
    let result = try await paper.verify()
    #expect(result.verdict("w") == verdict, "\(String(describing: result.figure("w")))")
    #expect(!result.findings.contains { $0.severity == .error }, "\(result.findings)")
  }

  /// Printed, unit, what it is held against, verdict.
  static let levels: [(String, String, String, Verdict)] = [
    ("5人減", "人", "-5人", .proved), ("5人減", "人", "+5人", .wrong), ("5人減", "人", "5人", .proved),
    ("5件減", "件", "-5件", .proved), ("5件減少", "件", "-5件", .proved), ("5件増", "件", "-5件", .wrong),
    ("12件減免", "件", "12件", .proved), ("5件増減", "件", "5件", .proved),
    ("10件以内", "件", "9件", .proved), ("10件以内", "件", "11件", .wrong), ("10件を下回る", "件", "10件", .wrong),
    ("10件下回る", "件", "9件", .proved), ("10件に満たない", "件", "9件", .proved), ("10件に満たない", "件", "10件", .wrong),
    ("少なくとも10件", "件", "12件", .proved), ("少なくとも10件", "件", "9件", .wrong), ("10件を上回る", "件", "11件", .proved),
    ("10件を上回る", "件", "10件", .wrong), ("10件までの", "件", "9件", .proved), ("10件までの", "件", "11件", .wrong),
    ("最大10件", "件", "9件", .proved), ("最大で10件", "件", "11件", .wrong), ("最低10件", "件", "12件", .proved),
    ("最低10件", "件", "9件", .wrong), ("最大の区は10件", "件", "9件", .wrong), ("10件を超える", "件", "11件", .proved),
    ("年2回から4回まで", "回", "3回", .wrong), ("少なくとも半数", "％", "60%", .proved),
    ("5人に1人", "％", "20%", .proved), ("5人に1人", "％", "30%", .wrong), ("七万人", "人", "70000人", .proved),
    ("皆増", "％", "5%", .undecidable), ("皆減", "％", "5%", .undecidable),
    ("p1,200件", "件", "1,201件（確報）", .undecidable), ("1,200p", "件", "1,201r", .undecidable),
    ("1,200件p", "件", "r1,201", .undecidable), ("1,200件（暫定値）", "件", "1,201件（確定）", .undecidable),
    ("1,200件暫定", "件", "1,201件r", .undecidable), ("1,200件p", "件", "1,201件p", .wrong),
    ("1,200件p", "件", "1,200件r", .proved),
  ]

  @Test(arguments: levels)
  func `a level is held as it is printed`(_ printed: String, _ unit: String, _ other: String, _ verdict: Verdict)
    async throws
  {
    let paper = try TemporaryPaper()
    try paper.dataset(known: ["c,\"\(other)\",\(unit),,,P,1,,", "w,\"\(printed)\",\(unit),,,P,2,c,"])
    let result = try await paper.verify()
    #expect(result.verdict("w") == verdict, "\(String(describing: result.figure("w")))")
    #expect(!result.findings.contains { $0.severity == .error }, "\(result.findings)")
  }

  @Test(arguments: [
    ("約300件", "380", "80"), ("約300件", "210", "-90"), ("10～15件", "17", "2"), ("10～15件", "7", "-3"),
    ("10件以上", "8", "-2"), ("約35%", "37.8", "2.8"),
  ])
  func `the difference is computed less printed, of a range from its nearer end`(
    _ printed: String, _ computed: String, _ difference: String
  ) async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: ["c,\(computed),,,,P,1,,", "w,\(printed),,,,P,2,c,"])
    let result = try await paper.verify()
    #expect(result.figure("w")?.verdict == .wrong)
    #expect(result.figure("w")?.difference == difference)
  }

  @Test func `an equation may name its own row, but nothing else may`() async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: [
      "e.1,北区役所,語,,,P,1,,", "e.2,北区役所,語,,,P,2,e.2 = e.1,", "e.3,南区役所,語,,,P,3,e.3 = e.1,",
      "e.4,5件,件,,,P,4,\"e.4 = sum(e.4, e.4)\",", "e.5,5件,件,,,P,4,e.5 = e.5,",
    ])
    let result = try await paper.verify()
    #expect(result.verdict("e.2") == .proved)
    #expect(result.verdict("e.3") == .wrong)
    #expect(result.verdict("e.4") == .undecidable)
    #expect(result.verdict("e.5") == .undecidable)
  }
}
