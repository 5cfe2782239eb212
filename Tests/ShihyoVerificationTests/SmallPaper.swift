import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel

@testable import ShihyoReports

/// A dataset of a dozen rows with metrics, known figures and a published report: all that a verification holds, in milliseconds.
extension TemporaryPaper {
  static let smallData = """
    区,年度,申請,完了
    甲区,令和5年度,1204,318
    乙区,令和5年度,2345,1170
    丙区,令和5年度,421,66
    丁区,令和5年度,907,455
    甲区,令和6年度,1310,402
    乙区,令和6年度,2298,1203
    丙区,令和6年度,388,71
    丁区,令和6年度,1015,498

    """
  static let smallLedger = "reports/small/published/FY2024/1/figures.csv"
  static let smallRun = "reports/small/published/FY2024/1/run.json"
  static let smallDatum = "datasets/small/use.csv"
  static let smallKnown = "datasets/small/known-figures.csv"

  private static let metrics = """
    metrics:
      asked:
        label: {ja: 申請, en: Asked}
        kind: sum
        of: sum(申請)
        time: 年度
        definition: {ja: 申請の件数, en: Requests}
        disclosure: DISCLOSURE
      share:
        label: {ja: 完了率, en: Done}
        kind: share
        numerator: sum(完了)
        denominator: sum(申請)
        time: 年度
        digits: 1
        definition: {ja: 完了÷申請, en: Done over asked}
        disclosure: DISCLOSURE
    """
  private static let report = """
    title: 申請
    lang: ja
    datasets: small
    period: FY2024
    sections:
      - id: use
        title: 区別の申請
        blocks:
          - table: {name: wards, metrics: [asked, share], by: 区}
          - table: {name: all, metrics: [asked, share]}
    """
  private static let known = [
    "small.asked,\"5,011件\",件,令和6年度,期間,P,3,metric(small.asked@FY2024),",
    "small.asked.ko,\"1,310件\",件,令和6年度,期間,P,4,\"query(small, sum(申請), 区=甲区, 年度=令和6年度)\",",
    "small.done,\"2,174件\",件,令和6年度,期間,P,5,\"query(small, sum(完了), 年度=令和6年度)\",",
    "small.share,43.4%,％,令和6年度,期間,P,6,metric(small.share@FY2024),",
    "small.change,2.7%,％,令和6年度,期間,P,7,\"change(small.asked, small.before)\",",
    "small.before,\"4,877件\",件,令和5年度,期間,P,8,metric(small.asked@FY2023),",
    "small.ko.part,,件,令和6年度,期間,P,9,\"part(small.asked.ko, small.asked)\",",
  ]

  /// - Parameter threshold: below which counts are hidden.
  convenience init(small threshold: Int?, data: String = smallData) async throws {
    try self.init()
    let knownText = Self.header + Self.known.map { $0 + "\n" }.joined()
    let hash = { (text: String) in "sha256:" + RunRecord.Output(path: "", text: text).sha256 }
    let descriptor = """
      {"name": "small", "shihyo": {"known-figures": "\(hash(knownText))"}, "resources": [{"name": "use", "path": "use.csv",
       "bytes": \(data.utf8.count), "hash": "\(hash(data))", "schema": {"fields": [{"name": "区", "type": "string"},
       {"name": "年度", "type": "string", "shihyo": {"type": "period"}},
       {"name": "申請", "type": "integer", "shihyo": {"unit": "件", "additivity": "flow"}},
       {"name": "完了", "type": "integer", "shihyo": {"unit": "件", "additivity": "flow"}}]}}]}
      """
    let hiding = threshold.map(String.init) ?? "none"
    for (path, text) in [
      ("datasets/small/datapackage.json", descriptor), (Self.smallDatum, data), (Self.smallKnown, knownText),
      ("datasets/small/metrics.yaml", Self.metrics.replacing("DISCLOSURE", with: hiding)),
      ("reports/small/report.yaml", Self.report),
    ] {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try write(text, path)
    }
    try await publish()
  }

  /// Runs the report and writes its edition as the command does.
  private func publish() async throws {
    let report = try ReportFinder(searchPath: [reports.path]).find("small")
    let result = try await ReportRunner(
      finder: DatasetFinder(searchPath: [datasets.path]), engine: LocalEngine(threads: 1)
    ).run(report)
    try FileManager.default.createDirectory(
      at: folder.appending(path: Self.smallLedger).deletingLastPathComponent(), withIntermediateDirectories: true)
    try write(result.ledgerCSV, Self.smallLedger)
    var run = result.run
    run.outputs = [RunRecord.Output(path: "figures.csv", text: result.ledgerCSV)]
    try write(run.json(version: "test"), Self.smallRun)
  }
}
