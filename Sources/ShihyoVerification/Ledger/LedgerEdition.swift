import ShihyoDefinitions
import ShihyoModel

/// A published edition of a report: `reports/NAME/published/PERIOD/EDITION`.
struct LedgerEdition: Hashable, Sendable {
  var report: String
  /// Name of its folder: `FY2025Q2`, `2024-11`.
  var period: String
  var edition: Int
  var folder: String
  /// Later editions replace it.
  var isNewest = true

  var name: String { "\(report)/\(period)/\(edition)" }
  var ledgerPath: String { FilePath.join(folder, "figures.csv") }
  var runPath: String { FilePath.join(folder, "run.json") }

  /// All editions of a report, by period and edition.
  static func all(of report: ReportDefinition) -> [LedgerEdition] {
    let published = FilePath.join(report.folder, "published")
    var editions: [LedgerEdition] = []
    for period in DefinitionFile.names(in: published) {
      let folder = FilePath.join(published, period)
      var found = DefinitionFile.names(in: folder).compactMap { name -> LedgerEdition? in
        guard let number = Int(name), DefinitionFile.isFolder(FilePath.join(folder, name)) else { return nil }
        return LedgerEdition(
          report: report.name, period: period, edition: number, folder: FilePath.join(folder, name), isNewest: false)
      }.sorted { $0.edition < $1.edition }
      if !found.isEmpty { found[found.count - 1].isNewest = true }
      editions += found
    }
    return editions
  }
}
