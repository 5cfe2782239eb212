import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoReports

/// Every edition under `reports/*/published` is made again and must be the same, byte for byte.
struct PublishedTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL

  static let editions: [URL] = {
    let reports = root.appending(path: "reports")
    let files = FileManager.default.enumerator(at: reports, includingPropertiesForKeys: nil)?.allObjects ?? []
    return files.compactMap { $0 as? URL }.filter { $0.lastPathComponent == "figures.csv" }
      .map { $0.deletingLastPathComponent() }.sorted { $0.path < $1.path }
  }()

  static func run(_ name: String, period: String? = nil, settings: [String: String] = [:]) async throws
    -> ReportRunner.Result
  {
    let report = try ReportFinder(searchPath: [root.appending(path: "reports").path]).find(name)
    let finder = DatasetFinder(searchPath: [root.appending(path: "datasets").path])
    return try await ReportRunner(finder: finder, engine: LocalEngine(threads: 2)).run(
      report, period: period, settings: settings)
  }

  @Test func `all three papers have an edition`() {
    #expect(
      Self.editions.map { $0.pathComponents.suffix(4).joined(separator: "/") }.sorted() == [
        "meeting/published/2024-11/1", "quarterly-mihon/published/FY2025Q2/1", "quarterly/published/FY2025Q2/1",
      ])
  }

  @Test(arguments: editions) func `is the same on every run`(edition: URL) async throws {
    let name = edition.pathComponents.suffix(4).first ?? ""
    let period = edition.deletingLastPathComponent().lastPathComponent
    let result = try await Self.run(name, period: period.hasPrefix("FY") ? period : nil)
    let made = Dictionary(
      uniqueKeysWithValues: try ReportOutputs.files(of: result, version: "").map { ($0.name, $0.bytes) })
    // Every file but the record of the run, which holds paths; an older edition has fewer formats.
    let files = try FileManager.default.contentsOfDirectory(atPath: edition.path).filter { $0 != "run.json" }
    #expect(files.contains("report.txt") && files.contains("report.csv") && files.contains("figures.csv"))
    for file in files {
      let published = try Data(contentsOf: edition.appending(path: file))
      let bytes = try #require(made[file], "\(name)/\(file) is of no format")
      #expect(published.elementsEqual(bytes), "\(name)/\(file) differs; publish a new edition instead")
    }
  }
}
