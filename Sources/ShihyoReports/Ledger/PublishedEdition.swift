package import ShihyoDefinitions
import ShihyoModel

/// One edition under `reports/NAME/published/PERIOD/EDITION`: its ledger and its run record.
package struct PublishedEdition: Hashable, Sendable {
  package let report: String
  /// `FY2025Q2`, `2024-11`: the name of its folder.
  package let periodName: String
  /// From 1; a correction is a further edition.
  package let number: Int
  package let folder: String

  package var ledgerPath: String { FilePath.join(folder, "figures.csv") }
  package var runPath: String { FilePath.join(folder, "run.json") }

  /// `published/FY2025Q2/1`
  package var name: String { "published/\(periodName)/\(number)" }

  /// All editions of a report that hold a ledger, the newest first: by the end of the period, then by the edition.
  package static func all(of report: ReportDefinition) -> [PublishedEdition] {
    let published = FilePath.join(report.folder, "published")
    var editions: [PublishedEdition] = []
    for period in DefinitionFile.names(in: published) {
      let folder = FilePath.join(published, period)
      for name in DefinitionFile.names(in: folder) {
        guard let number = Int(name), number > 0 else { continue }
        let edition = PublishedEdition(
          report: report.name, periodName: period, number: number, folder: FilePath.join(folder, name))
        if DefinitionFile.exists(edition.ledgerPath) { editions.append(edition) }
      }
    }
    return editions.sorted { ($0.end, $0.number) > ($1.end, $1.number) }
  }

  /// The last day of the period; what names no time comes before every period.
  private var end: Int {
    if let period = Period(machineSpelling: periodName) { return period.last.dayNumber }
    return (try? TimeGrammar().read(periodName).value.last.dayNumber) ?? .min
  }
}
