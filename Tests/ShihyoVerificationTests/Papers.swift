import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel

@testable import ShihyoReports

/// The packaged reports and datasets, as the repository holds them.
enum Papers {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
  static let reports = ReportFinder(searchPath: [root.appending(path: "reports").path])
  static let datasets = DatasetFinder(searchPath: [root.appending(path: "datasets").path])

  /// A run that keeps what its figures are made of.
  static func run(_ name: String, settings: [String: String] = [:]) async throws -> ReportRunner.Result {
    try await ReportRunner(finder: datasets, engine: LocalEngine(threads: 1)).run(
      try reports.find(name), period: nil, settings: settings, keepsOrigins: true)
  }
}
