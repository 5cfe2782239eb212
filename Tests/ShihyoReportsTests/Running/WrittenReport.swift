import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel

@testable import ShihyoReports

/// A small dataset and a report on it, in a folder that goes away.
final class WrittenReport {
  static let twoWards = [
    "甲区,窓口,2025-04,20", "乙区,窓口,2025-04,10", "甲区,窓口,2025-05,21", "乙区,窓口,2025-05,12", "甲区,窓口,2025-06,22",
    "乙区,窓口,2025-06,13",
  ]

  let folder: String
  private let definition: String
  private let language: Language

  /// - Parameters:
  ///   - blocks: those of one section; lines are indented as they stand.
  ///   - field: keys of the column 区 beside its name, such as categories.
  ///   - profile: `profiles/city.json`.
  ///   - layout: keys of the resource.
  ///   - metrics: more lines of `metrics.yaml`.
  ///   - columns: more columns, each with the keys of its field.
  ///   - more: further files under `datasets`, by their paths, and the datasets that the report lists for them.
  init(
    _ blocks: String, head: String = "", rows: [String] = twoWards, field: String = "", profile: String? = nil,
    disclosure: String = "none", layout: String = "", metrics own: String = "",
    columns: [(name: String, keys: String)] = [], language: Language = .ja, period: String = "FY2025Q1",
    more: (files: [String: String], names: [String]) = ([:], [])
  ) throws {
    folder = NSTemporaryDirectory() + "report-" + UUID().uuidString
    self.language = language
    for path in ["/datasets/use", "/datasets/profiles"] {
      try FileManager.default.createDirectory(atPath: folder + path, withIntermediateDirectories: true)
    }
    let ownFields = columns.map { ", {\"name\": \"\($0.name)\", \($0.keys)}" }.joined()
    let package = """
      {"name": "use", "resources": [{"name": "use", "path": "use.csv"\(layout), "schema": {
        "primaryKey": ["区", "方法", "月"], "fields": [
        {"name": "区", "type": "string"\(field)}, {"name": "方法", "type": "string"}, {"name": "月", "type": "yearmonth"},
        {"name": "人数", "type": "integer", "shihyo": {"unit": "人", "additivity": "flow"}}
        \(ownFields)]}}]}
      """
    let metrics = """
      metrics:
        users: {label: {ja: 利用者数, en: Users}, kind: sum, of: sum(人数), time: 月, disclosure: \(disclosure)}
        users.share: {label: {ja: 窓口の割合, en: Share}, kind: share, numerator: sum(人数), denominator: sum(人数), numerator-where: 方法=窓口, time: 月, digits: 1}

      """ + own
    definition = """
      title: paper
      lang: \(language.rawValue)
      period: \(period)
      datasets: [\((more.names + ["use"]).joined(separator: ", "))]
      parameters: {ward: {column: 区, all: 全市}}
      \(head)
      sections:
        - id: use
          title: use
          blocks:

      """.replacing("\n\n", with: "\n") + blocks + "\n"
    let header = (["区,方法,月,人数"] + columns.map(\.name)).joined(separator: ",")
    var files = [
      "use/use.csv": ([header] + rows).joined(separator: "\n"), "use/datapackage.json": package,
      "use/metrics.yaml": metrics,
    ]
    files["profiles/city.json"] = profile
    files.merge(more.files) { own, _ in own }
    for (name, text) in files {
      let parent = URL(filePath: folder + "/datasets/" + name).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      try text.write(toFile: folder + "/datasets/" + name, atomically: false, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func run(period: String? = nil, settings: [String: String] = [:]) async throws -> ReportRunner.Result {
    let report = try ReportDefinition.read(Array(definition.utf8), path: "paper/report.yaml", name: "paper")
    let runner = ReportRunner(
      finder: DatasetFinder(searchPath: [folder + "/datasets"]), engine: LocalEngine(threads: 1))
    return try await runner.run(report, period: period, settings: settings)
  }

  /// As text.
  func text(period: String? = nil, settings: [String: String] = [:]) async throws -> String {
    TextRenderer(TextOptions(language: language)).render(try await run(period: period, settings: settings).document)
  }

  /// Each as `code line:character text → nearest or hint`; empty where it runs.
  func findings(settings: [String: String] = [:]) async throws -> [String] {
    do {
      _ = try await run(settings: settings)
      return []
    } catch let findings as Findings {
      return findings.findings.map { finding in
        let column = if case .character(let number)? = finding.place.column { number } else { 0 }
        let lines = definition.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        let place = finding.place.line.map { line in
          let rest = lines[line - 1].dropFirst(max(0, column - 1))
          return String(rest.prefix { !",]}\n\" |:=".contains($0) })
        }
        return "\(finding.code) \(finding.text ?? "") @\(place ?? "") \(finding.hint.ja)"
      }
    }
  }
}
