import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoReports

/// The last edition of every period under `reports/*/published` is made again and must be the same, byte for byte. Earlier ones
/// stay as they were published.
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

  /// As a recorded run: its period, its parameters, and the editions that it looked for revisions in.
  private static func run(_ name: String, as record: RunRecord) async throws -> ReportRunner.Result {
    let report = try ReportFinder(searchPath: [root.appending(path: "reports").path]).find(name)
    let finder = DatasetFinder(searchPath: [root.appending(path: "datasets").path])
    return try await ReportRunner(finder: finder, engine: LocalEngine(threads: 2)).run(
      report, period: record.period?.machineSpelling, settings: record.parameters, keepsOrigins: false,
      history: record.history)
  }

  private static func name(_ edition: URL) -> String { edition.pathComponents.suffix(4).joined(separator: "/") }

  /// Those without a later one of the same report and period.
  static let latest = editions.filter { edition in
    let number = Int(edition.lastPathComponent) ?? 0
    return !editions.contains {
      $0.deletingLastPathComponent() == edition.deletingLastPathComponent() && (Int($0.lastPathComponent) ?? 0) > number
    }
  }

  @Test func `every paper has an edition`() {
    let papers = Set(Self.latest.map { Self.name($0).split(separator: "/").dropLast().joined(separator: "/") })
    #expect(
      papers == [
        "known-figures/published/2025-12", "meeting/published/2024-11", "quarterly-mihon/published/FY2025Q2",
        "quarterly/published/FY2025Q2",
      ])
  }

  @Test(arguments: [
    ("meeting/published/2024-11/1", "6d8d5e6a2ade9766fe9986be8287320d20a397dc6b3e88f648f5a944bce4cf58"),
    ("quarterly/published/FY2025Q2/1", "7d9ca281174d6bdab198bdeb951f0fd746cc7a4ce40617df8499c07396b55495"),
    ("quarterly-mihon/published/FY2025Q2/1", "7ee84ba2f8c79109e0f72503801a7f6d0df25d83eecd89d8bc9c08e586624065"),
  ])
  func `an earlier edition is never changed`(edition: String, sha256: String) throws {
    let path = Self.root.appending(path: "reports/\(edition)/report.txt").path
    #expect(try FileDigest(path: path).sha256 == sha256)
  }

  @Test(arguments: latest) func `is the same on every run`(edition: URL) async throws {
    let name = edition.pathComponents.suffix(4).first ?? ""
    let record = try RunRecord(path: edition.appending(path: "run.json").path)
    let result = try await Self.run(name, as: record)
    let made = Dictionary(
      uniqueKeysWithValues: try ReportOutputs.files(of: result, formats: OutputFormat.allCases, version: "")
        .map { ($0.name, $0.bytes) })
    // Every file but the record of the run, which holds paths; an older edition has fewer formats.
    let files = try FileManager.default.contentsOfDirectory(atPath: edition.path).filter { $0 != "run.json" }
    #expect(files.contains("report.txt") && files.contains("report.csv") && files.contains("figures.csv"))
    for file in files {
      let published = try Data(contentsOf: edition.appending(path: file))
      let bytes = try #require(made[file], "\(name)/\(file) is of no format")
      // Another pandoc may spell the same document otherwise: then what it says and shows is compared.
      if file == "report.docx", record.programs != [try DOCXRenderer.program()] {
        print("\(name)/\(file) was made by another pandoc (\(record.programs)): compared by content")
        let difference = try WordContent.difference(Array(published), bytes)
        #expect(difference == nil, "\(name)/\(file) differs; publish a new edition instead")
        continue
      }
      #expect(published.elementsEqual(bytes), "\(name)/\(file) differs; publish a new edition instead")
    }
  }
}
