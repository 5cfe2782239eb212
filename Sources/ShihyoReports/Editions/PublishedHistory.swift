import ShihyoDefinitions
import ShihyoModel

/// What earlier editions of a report said of each figure: the newest edition of every earlier period.
///
/// A figure of an earlier period that comes out otherwise now has been revised (遡及改定): it is marked, and the value published
/// last stands in a note. What differs between editions of one period is for the errata.
struct PublishedHistory {
  /// Names of the editions, the newest first: `published/FY2025Q1/1`.
  let editions: [String]
  /// Ledgers that cannot be read.
  private(set) var warnings: [Finding] = []
  private var last: [FigureID: LedgerFile.Entry] = [:]
  private let period: Period?

  /// - Parameter period: of the run; nil: no figure is of an earlier one.
  /// - Parameter settings: of the run; only editions of the same choice are looked at.
  /// - Parameter names: the editions that an earlier run looked at; nil: all that there are.
  init(_ report: ReportDefinition, before period: Period?, settings: [String: String] = [:], names: [String]?) {
    self.period = period
    guard let period else {
      editions = []
      return
    }
    let all = PublishedEdition.all(of: report).filter { $0.settings == EditionName.settings(settings) }
    var seen: Set<String> = []
    let chosen = all.filter { edition in
      guard let own = edition.period, own.last < period.last else { return false }
      if let names { return names.contains(edition.name) }
      return seen.insert(edition.periodName).inserted
    }
    editions = chosen.map(\.name)
    for edition in chosen {
      do throws(Findings) {
        for entry in try LedgerFile(path: edition.ledgerPath).entries where last[entry.id] == nil {
          last[entry.id] = entry
        }
      } catch {
        let rule = EditionRule.historyUnreadable(edition: edition.name)
        warnings.append(Finding(rule, at: Place(file: edition.ledgerPath)))
      }
    }
  }

  /// What was published of a figure that has been revised since; nil for every other.
  func published(_ figure: Figure) -> LedgerFile.Entry? {
    guard let period, let id = figure.id, let own = Period(machineSpelling: id.period), own.last < period.last,
      let entry = last[id], ExactDecimal(entry.printed) != nil, entry.printed != figure.printed
    else { return nil }
    // A value that is hidden now is not told by its earlier one.
    if case .absent(.suppressed) = figure.value { return nil }
    return entry
  }

  func marked(_ figure: Figure) -> Figure {
    guard published(figure) != nil else { return figure }
    var figure = figure
    figure.marks.insert(.revised)
    return figure
  }
}
