import ShihyoDefinitions
import ShihyoModel

/// The edition before a run: the newest one of the same report and choice that is of no later period.
///
/// A run that is made again names in its record what it looked at, so that edition N always compares with the one that was the
/// newest when it was made.
struct LastEdition {
  private(set) var edition: PublishedEdition?
  /// The day on which it was published; nil where its record does not say.
  private(set) var published: CalendarDate?
  /// nil: there is none, or it cannot be read.
  private(set) var entries: [LedgerFile.Entry]?
  private(set) var warnings: [Finding] = []

  /// No edition.
  init() {}

  /// - Parameter names: the editions that an earlier run looked at; nil: all that there are.
  init(before period: Period?, of report: ReportDefinition, settings: [String: String], names: [String]?) {
    let end = EditionPublisher.periodName(period, of: report).map { PublishedEdition.end(of: $0) } ?? .max
    let all = PublishedEdition.all(of: report)
    edition = all.first { edition in
      edition.settings == EditionName.settings(settings) && edition.end <= end
        && (names?.contains(edition.name) ?? true)
    }
    for name in names ?? [] where !all.contains(where: { $0.name == name }) {
      warnings.append(Finding(EditionRule.historyUnreadable(edition: name), at: Place(file: report.folder)))
    }
    guard let edition else { return }
    published = (try? RunRecord(path: edition.runPath))?.published
    do throws(Findings) {
      entries = try LedgerFile(path: edition.ledgerPath).entries
    } catch {
      let rule = EditionRule.historyUnreadable(edition: edition.name)
      warnings.append(Finding(rule, at: Place(file: edition.ledgerPath)))
    }
  }

  /// What the record of the run names.
  func added(to history: [String]) -> [String] {
    guard let edition, !history.contains(edition.name) else { return history }
    return [edition.name] + history
  }
}
