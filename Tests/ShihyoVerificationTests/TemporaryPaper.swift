import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import ShihyoReports

@testable import ShihyoVerification

/// A folder of datasets and reports to be verified, removed at the end.
final class TemporaryPaper {
  let folder: URL
  var datasets: URL { folder.appending(path: "datasets") }
  var reports: URL { folder.appending(path: "reports") }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "shihyo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: datasets, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: reports, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Copies packaged datasets, their profiles, and reports.
  convenience init(datasets names: [String], reports reportNames: [String] = []) throws {
    try self.init()
    for name in names + ["profiles"] {
      try FileManager.default.copyItem(
        at: Self.root.appending(path: "datasets/\(name)"), to: datasets.appending(path: name))
    }
    for name in reportNames {
      try FileManager.default.copyItem(
        at: Self.root.appending(path: "reports/\(name)"), to: reports.appending(path: name))
    }
  }

  static let header = "id,printed,unit,as-of,kind,document,line,compared-with,note\n"

  /// A dataset of one table and its known figures, with the digests of both.
  func dataset(_ name: String = "paper", data: String = "区,件数\n甲区,8\n乙区,15\n", known rows: [String]) throws {
    let place = datasets.appending(path: name)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let known = Self.header + rows.map { $0 + "\n" }.joined()
    try data.write(to: place.appending(path: "data.csv"), atomically: true, encoding: .utf8)
    try known.write(to: place.appending(path: "known-figures.csv"), atomically: true, encoding: .utf8)
    let table = RunRecord.Output(path: "data.csv", text: data)
    let descriptor = """
      {
        "name": "\(name)",
        "shihyo": {"known-figures": "sha256:\(RunRecord.Output(path: "", text: known).sha256)"},
        "resources": [
          {
            "name": "data", "path": "data.csv", "bytes": \(table.bytes), "hash": "sha256:\(table.sha256)",
            "schema": {"fields": [{"name": "区", "type": "string"}, {"name": "件数", "type": "integer"}]}
          }
        ]
      }

      """
    try descriptor.write(to: place.appending(path: "datapackage.json"), atomically: true, encoding: .utf8)
  }

  func verify(_ names: [String] = []) async throws -> Verification {
    try await Verifier(
      datasets: DatasetFinder(searchPath: [datasets.path]), reports: ReportFinder(searchPath: [reports.path]),
      engine: LocalEngine(threads: 1), version: "test"
    ).verify(names)
  }

  func text(_ path: String) throws -> String { try String(contentsOf: folder.appending(path: path), encoding: .utf8) }

  func write(_ text: String, _ path: String) throws {
    try text.write(to: folder.appending(path: path), atomically: true, encoding: .utf8)
  }
}

extension Verification {
  func verdict(_ id: String) -> Verdict? { figures.first { $0.id == id }?.verdict }
  func figure(_ id: String) -> CheckedFigure? { figures.first { $0.id == id } }
  var codes: [String] { findings.map(\.code) }
}
