import ShihyoModel
import Testing

@testable import ShihyoVerification

/// Slips of units, scales and bases: ％ for ポイント, 千円 beside 億円, the base of another document.
struct UnitSlipTests {
  private static func verify(_ rows: [String]) async throws -> Verification {
    let paper = try TemporaryPaper()
    try paper.dataset(known: rows)
    return try await paper.verify()
  }

  @Test func `per cent where points are meant`() async throws {
    let result = try await Self.verify([
      "now,22.3%,％,,,P,1,,", "before,22.8%,％,,,P,2,,",
      "points,△0.5ポイント,ポイント,,,P,3,\"difference(now, before)\",",
      "percent,△0.5％,％,,,P,4,\"difference(now, before)\",",
      "change,△2.2％,％,,,P,5,\"change(now, before)\",", "change.points,△0.5％,％,,,P,6,\"change(now, before)\",",
      "points.change,△2.2ポイント,ポイント,,,P,7,\"difference(now, before)\",",
      "bare,△0.5,％,,,P,10,\"difference(now, before)\",",
      "both,△0.7％,％,,,P,8,\"difference(now, before)\",",
      "relation,,,,,P,9,\"difference(now, before) = percent\",",
    ])
    #expect(result.verdict("points") == .proved)
    #expect(result.verdict("change") == .proved)
    #expect(result.verdict("bare") == .proved)
    for id in ["percent", "change.points", "points.change", "both", "relation"] {
      #expect(result.verdict(id) == .wrong, "\(id): \(String(describing: result.figure(id)))")
    }
    for id in ["percent", "change.points", "points.change", "relation"] {
      #expect(
        result.figure(id)?.slip == LikelySlip.percentForPoints.label, "\(id): \(String(describing: result.figure(id)))")
    }
    #expect(result.figure("percent")?.why?.ja == "数は合いますが、単位は「％」ではなく「ポイント」です")
    #expect(result.figure("percent")?.why?.en == "the number is right, but its unit is not %: it is points")
    #expect(!result.findings.contains { $0.severity == .error }, "\(result.findings)")
  }

  @Test func `scales of money are brought together before a slip is sought`() async throws {
    let result = try await Self.verify([
      "thousand,\"1,234,560千円\",千円,,,P,1,,", "right,12.3億円,億円,,,P,2,thousand,", "small,1.2億円,億円,,,P,3,thousand,",
      "relation,,,,,P,4,thousand = small,", "reverse,,,,,P,5,small = thousand,", "sound,,,,,P,6,thousand = right,",
      "million,\"1,234,560百万円\",百万円,,,P,7,thousand,",
    ])
    #expect(result.verdict("right") == .proved)
    #expect(result.verdict("sound") == .withinRounding)
    for id in ["small", "relation", "reverse"] {
      #expect(
        result.figure(id)?.slip == LikelySlip.factor(exponent: -1).label,
        "\(id): \(String(describing: result.figure(id)))")
    }
    #expect(result.figure("million")?.slip == LikelySlip.factor(exponent: 3).label)
    #expect(LikelySlip.factor(exponent: 3).label.ja.contains("単位の取違え"))
  }

  @Test func `the base of another document is named`() async throws {
    let counts = ["done,13課題,課題,,,A,1,,", "all,132課題,課題,,,A,2,,", "doing,118課題,課題,,,A,3,,"]
    let direct = try await Self.verify(
      counts + ["right,9.8%,％,,,B,1,\"share(done, all)\",", "wrong,11.0%,％,,,B,2,\"share(done, all)\","])
    #expect(direct.verdict("right") == .proved)
    #expect(direct.figure("wrong")?.slip == LikelySlip.otherBase("doing").label)
    let equation = try await Self.verify(
      counts + ["relation,11.0%,％,,,B,3,,", "equation,,,,,C,4,\"share(done, all) = relation\","])
    #expect(equation.figure("equation")?.slip == LikelySlip.otherBase("doing").label)
  }

  @Test func `reasons are in both languages`() async throws {
    let result = try await Self.verify([
      "a,1件,件,,,P,1,,", "b,2件,件,,,P,2,,",
      "x,,件,,,P,3,\"sum(a, b, unclear=重複の有無は不明, unclear-en=the overlap is not known)\",",
      "y,,件,,,P,4,\"sum(a, b, unclear=重複の有無は不明)\",", "z,,件,,,P,5,\"unclear(a = b, 定義が違う, definitions differ)\",",
    ])
    #expect(result.figure("x")?.why == Bilingual(ja: "重複の有無は不明", en: "the overlap is not known"))
    #expect(result.figure("y")?.why?.en == "left open by the documents (“重複の有無は不明”)")
    #expect(result.figure("z")?.why == Bilingual(ja: "定義が違う", en: "definitions differ"))
  }
}
