import Foundation
import ShihyoModel
import Testing

@testable import ShihyoReports
@testable import ShihyoVerification

/// Ledgers that a hand, or time, has changed.
struct LedgerCheckTests {
  private static func paper() throws -> TemporaryPaper {
    try TemporaryPaper(datasets: DigitChangeTests.datasets, reports: ["quarterly"])
  }
  private static let folder = DigitChangeTests.edition

  private static func edit(_ paper: TemporaryPaper, _ old: String, _ new: String) throws {
    let text = try paper.text(DigitChangeTests.ledger)
    #expect(text.contains(old))
    try paper.write(text.replacingOccurrences(of: old, with: new), DigitChangeTests.ledger)
  }

  @Test func `a figure changed by hand is named with its slip and its place`() async throws {
    let paper = try Self.paper()
    try Self.edit(paper, "web.survey@2025-09,5964,", "web.survey@2025-09,5694,")
    let result = try await paper.verify()
    let figure = try #require(result.failures.first)
    #expect(result.failures.count == 1)
    #expect(figure.printed == "5694")
    #expect(figure.computed == "5964")
    #expect(figure.slip == LikelySlip.transposed.label)
    #expect(figure.place.line != nil)
  }

  @Test func `a numerator, a missing row, a row too many, an id twice`() async throws {
    let paper = try Self.paper()
    let text = try paper.text(DigitChangeTests.ledger)
    var lines = text.split(separator: "\n").map(String.init)
    let cut = lines.remove(at: 1)
    lines[1] = lines[1].replacingOccurrences(of: ",1,", with: ",7,")
    lines.append(lines[3])
    lines.append("quarterly/overview/nothing@FY2023,1,,,,,,,")
    lines.append("quarterly/overview,1,,,,,,,")
    try paper.write(lines.joined(separator: "\n") + "\n", DigitChangeTests.ledger)
    let result = try await paper.verify()
    #expect(result.failures.map(\.id).contains(String(cut.prefix { $0 != "," })))
    #expect(result.failures.map(\.id).contains("quarterly/overview/nothing@FY2023"))
    #expect(result.failures.contains { $0.why?.en.contains("n “7”") == true || $0.why?.en.contains("n 7") == true })
    #expect(result.codes.contains("ledger.id-twice"))
    #expect(result.codes.contains("figure-id.malformed"))
  }

  @Test func `a hidden figure has no numerator, denominator or n`() {
    let hidden = Figure(
      kind: .share, value: .absent(.suppressed), numerator: ExactDecimal(2), denominator: ExactDecimal(9), n: 9)
    #expect(LedgerCSV.record(hidden, language: .ja) == ["", "", "", "", "", "", "", "", "suppressed"])
  }

  @Test func `other line ends are seen where the figures agree`() async throws {
    let paper = try Self.paper()
    try paper.write(
      try paper.text(DigitChangeTests.ledger).replacingOccurrences(of: "\n", with: "\r\n"), DigitChangeTests.ledger)
    let result = try await paper.verify()
    #expect(result.failures.isEmpty)
    #expect(result.codes.contains("verify.ledger-bytes-differ"))
    #expect(!result.holds)
  }

  @Test func `digests of the outputs show a paper edited by hand`() async throws {
    let paper = try Self.paper()
    try paper.write(try paper.text(Self.folder + "report.txt") + " ", Self.folder + "report.txt")
    let finding = try #require(try await paper.verify().findings.first { $0.code == "verify.output-edited" })
    #expect(finding.place.file?.hasSuffix("report.txt") == true)
  }

  @Test func `an earlier edition is held by its digests only`() async throws {
    let paper = try Self.paper()
    // The second edition has replaced the first, whose report was defined otherwise.
    let earlier = "reports/quarterly/published/FY2025Q2/1/figures.csv"
    let before = try paper.text(earlier)
    let after = before.replacingOccurrences(of: "web.survey@2025-09,5964,", with: "web.survey@2025-09,5694,")
    try #require(before != after)
    try paper.write(after, earlier)
    let result = try await paper.verify()
    #expect(result.failures.isEmpty)
    #expect(result.codes.filter { $0.hasPrefix("verify.") } == ["verify.output-edited"])
    #expect(!result.holds)
  }

  @Test func `a digit changed anywhere in run.json is seen`() async throws {
    for (old, new) in [("\"bytes\": 223", "\"bytes\": 233"), ("0bb74e92", "0bb74e93"), ("FY2025Q2", "FY2025Q1")] {
      let paper = try Self.paper()
      let before = try paper.text(Self.folder + "run.json")
      let place = try #require(before.range(of: old))
      try paper.write(before.replacingCharacters(in: place, with: new), Self.folder + "run.json")
      let result = try await paper.verify()
      #expect(result.codes.contains("verify.run-record-edited"), "\(old)")
      #expect(!result.holds)
    }
  }

  @Test func `a run.json that is gone is said, and the figures are still computed`() async throws {
    let paper = try Self.paper()
    try FileManager.default.removeItem(at: paper.folder.appending(path: Self.folder + "run.json"))
    let result = try await paper.verify()
    #expect(result.codes.contains("definition.not-found"))
    #expect(result.failures.isEmpty)
    #expect(result.figures.contains { $0.section == .ledger })
  }

  /// A folder that was emptied, and a number below one that is there: both were published.
  @Test func `a published ledger that is gone is an error`() async throws {
    let paper = try await TemporaryPaper(small: nil)
    let first = paper.folder.appending(path: "reports/small/published/FY2024/1")
    try FileManager.default.copyItem(at: first, to: paper.folder.appending(path: "reports/small/published/FY2024/3"))
    try FileManager.default.removeItem(at: first.appending(path: "figures.csv"))
    // A folder of somebody's, whose name is no number of an edition.
    let strange = paper.folder.appending(path: "reports/small/published/FY2024/9223372036854775807")
    try FileManager.default.createDirectory(at: strange, withIntermediateDirectories: true)
    let result = try await paper.verify()
    let lost = result.findings.filter { $0.code == "verify.edition-lost" }.compactMap(\.place.file)
    #expect(lost.map { String($0.suffix(22)) } == ["/FY2024/1/figures.csv", "/FY2024/2/figures.csv"].map { "d" + $0 })
    #expect(!result.holds)
  }
}
