import ShihyoModel
import Testing

@testable import ShihyoVerification

/// Papers with errors of every kind beside sound numbers of the same kind: all provable errors are found, nothing sound accused.
struct PlantedErrorTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var row: String
    var verdict: Verdict
    var slip: LikelySlip?
    var id: String { String(row.prefix { $0 != "," }) }
    var testDescription: String { id }

    init(_ row: String, _ verdict: Verdict, _ slip: LikelySlip? = nil) {
      (self.row, self.verdict, self.slip) = (row, verdict, slip)
    }
  }

  private static func row(_ id: String, _ printed: String, _ unit: String, _ compared: String) -> String {
    "\(id),\"\(printed)\",\(unit),令和6年度,期間,P1,1,\"\(compared)\","
  }

  static let rows = [
    // Printed numbers that the others refer to.
    Row(row("asked", "23団体", "団体", ""), .copied), Row(row("willing", "8団体", "団体", ""), .copied),
    Row(row("invited", "20団体", "団体", ""), .copied),
    Row(row("a", "16.7%", "％", ""), .copied), Row(row("b", "66.7%", "％", ""), .copied),
    Row(row("c", "16.7%", "％", ""), .copied), Row(row("far", "17.5%", "％", ""), .copied),
    Row(row("p", "12.3億円", "億円", ""), .copied), Row(row("q", "4.5億円", "億円", ""), .copied),
    Row(row("first", "10件（速報）", "件", ""), .copied), Row(row("final", "12件（確報）", "件", ""), .copied),
    // Shares of counts.
    Row(row("share.right", "34.8%", "％", "share(willing, asked)"), .proved),
    Row(row("share.about", "約35%", "％", "share(willing, asked)"), .withinRounding),
    Row(row("share.cut", "34.7%", "％", "share(willing, asked)"), .wrong, .truncated),
    Row(row("share.swapped", "38.4%", "％", "share(willing, asked)"), .wrong, .transposed),
    Row(row("share.tenfold", "3.5%", "％", "share(willing, asked)"), .wrong, .factor(exponent: -1)),
    Row(row("share.base", "40.0%", "％", "share(willing, asked)"), .wrong, .otherBase("invited")),
    Row(row("multiple.right", "約2.9倍", "倍", "multiple(asked, willing)"), .withinRounding),
    Row(row("multiple.wrong", "2.8倍", "倍", "multiple(asked, willing)"), .wrong, .truncated),
    // Sums with rounding.
    Row(row("shares.rounded", "", "％", "shares(a, b, c)"), .withinRounding),
    Row(row("shares.off", "", "％", "shares(b, far, far)"), .wrong),
    Row(row("sum.right", "16.8億円", "億円", "sum(p, q)"), .proved),
    Row(row("sum.rounded", "16.9億円", "億円", "sum(p, q)"), .withinRounding),
    Row(row("sum.off", "17.0億円", "億円", "sum(p, q)"), .wrong),
    Row(row("count.sum", "43団体", "団体", "sum(asked, invited)"), .proved),
    Row(row("count.off", "44団体", "団体", "sum(asked, invited)"), .wrong, .neighbour(from: "4", to: "3")),
    Row(row("six", "16.7%", "％", "share(1, 6)"), .proved),
    Row(row("six.shares", "", "％", "shares(a, a, a, a, a, a)"), .withinRounding),
    // うち, difference, equality.
    Row(row("part.right", "", "団体", "part(willing, asked)"), .proved),
    Row(row("part.wrong", "", "団体", "part(asked, willing)"), .wrong),
    Row(row("part.open", "", "団体", "part(asked, willing, unclear=分母の記載なし)"), .undecidable),
    Row(row("difference.right", "15団体", "団体", "difference(asked, willing)"), .proved),
    Row(row("difference.wrong", "51団体", "団体", "difference(asked, willing)"), .wrong, .transposed),
    Row(row("equal.right", "", "団体", "asked = 23"), .proved),
    Row(row("equal.wrong", "", "団体", "asked = willing"), .wrong),
    Row(row("vintage", "", "件", "first = final"), .undecidable),
    Row(row("derived", "", "団体", "difference(asked, willing)"), .derived),
    // GRIM.
    Row(row("grim.right", "37.1%", "％", "percentage-of(35)"), .withinRounding),
    Row(row("grim.wrong", "12.3%", "％", "percentage-of(299)"), .wrong, .truncated),
    Row(row("grim.seventh", "33.3%", "％", "percentage-of(7)"), .wrong),
    Row(row("grim.mean", "5.19", "", "mean-of(28)"), .wrong),
    Row(row("grim.open", "12.3%", "％", "percentage-of(5000)"), .undecidable),
    Row(row("joint.wrong", "", "％", "shares(a, a, b, n=23)"), .wrong),
    // Data.
    Row(row("data.right", "23件", "件", "query(paper, sum(件数))"), .proved),
    Row(row("data.about", "20件以上", "件", "query(paper, sum(件数))"), .proved),
    Row(row("data.bound", "24件以上", "件", "query(paper, sum(件数))"), .wrong),
    Row(row("data.wrong", "32件", "件", "query(paper, sum(件数))"), .wrong, .transposed),
    Row(row("data.copy", "8件", "件", "copy(query(paper, sum(件数), 区=甲区))"), .copied),
    Row(row("data.copy.wrong", "9件", "件", "copy(query(paper, sum(件数), 区=甲区))"), .wrong, .neighbour(from: "9", to: "8")),
    Row(row("data.none", "9件", "件", "query(paper, max(件数), 区=丙区)"), .undecidable),
    // Calendar, brackets, lists.
    Row(row("date", "令和7年11月28日", "日付", ""), .copied),
    Row(row("friday", "金", "曜日", "weekday(date)"), .proved), Row(row("monday", "月", "曜日", "weekday(date)"), .wrong),
    Row(row("years.right", "5年", "年", "years(令和2年度, 令和6年度)"), .proved),
    Row(row("years.wrong", "4年", "年", "years(令和2年度, 令和6年度)"), .wrong, .neighbour(from: "4", to: "5")),
    Row(row("brackets.right", "", "歳", "brackets(29歳以下, 30～59歳, 60歳以上)"), .proved),
    Row(row("brackets.gap", "", "歳", "brackets(29歳以下, 30～50歳, 60歳以上)"), .undecidable),
    Row(row("brackets.twice", "", "歳", "brackets(29歳以下, 29～59歳, 60歳以上)"), .wrong),
    Row(row("lists.right", "", "", "list(paper, 区) = list(paper, 区)"), .proved),
    Row(row("lists.wrong", "", "", "list(paper, 区) = list(paper, 区, 件数>10)"), .wrong),
    Row(row("scale", "1,680百万円", "百万円", "sum(p, q)"), .proved),
  ]

  @Test func `every verdict and slip is the planted one`() async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: Self.rows.map(\.row))
    let result = try await paper.verify()
    for row in Self.rows {
      let figure = try #require(result.figure(row.id), "\(row.id)")
      #expect(figure.verdict == row.verdict, "\(row.id): \(figure)")
      #expect(figure.slip == row.slip?.label, "\(row.id): \(figure)")
    }
    #expect(result.figures.count == Self.rows.count)
    #expect(!result.findings.contains { $0.severity == .error }, "\(result.findings)")
    #expect(!result.holds)
  }

  @Test func `the same paper without its errors holds`() async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: Self.rows.filter { $0.verdict != .wrong }.map(\.row))
    let result = try await paper.verify()
    #expect(result.holds, "\(result.failures)")
    #expect(result.changedFiles.isEmpty)
  }
}
