import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// Which two editions of a report are meant.
struct EditionChoice {
  private let editions: [PublishedEdition]
  private let period: String?
  private let settings: String
  /// That the newest period has one edition only, so that an older one was taken.
  private(set) var warnings: [Finding] = []

  /// - Parameter settings: as `--set` gives them: which of the papers with parameters is meant where no edition is named.
  init(_ report: ReportDefinition, period: String?, settings: [String: String]) {
    editions = PublishedEdition.all(of: report)
    self.settings = PublishedEdition.settings(settings)
    // 令和7年度第2四半期 names the folder FY2025Q2.
    self.period = period.map { text in
      if case .fixed(let period)? = PeriodReference(text) { return period.machineSpelling }
      return text
    }
  }

  private var known: [String] { editions.map(Self.short) }

  private static func short(_ edition: PublishedEdition) -> String { "\(edition.periodName)/\(edition.number)" }

  /// - Errors: `unknownEdition`, `twoWanted`, `reversed`.
  mutating func pair(_ names: [String]) throws(Findings) -> (old: PublishedEdition, new: PublishedEdition) {
    if names.isEmpty { return try newest() }
    guard names.count == 2 else { throw Findings([Finding(EditionRule.twoWanted(known: known))], kind: .usage) }
    let (old, new) = (try edition(names[0]), try edition(names[1]))
    // `editions` begins with the newest.
    if old != new, old.settings == new.settings, let first = editions.firstIndex(of: old),
      let second = editions.firstIndex(of: new), first < second
    {
      throw Findings([Finding(EditionRule.reversed(old: old.name, new: new.name))], kind: .usage)
    }
    return (old, new)
  }

  private func edition(_ name: String) throws(Findings) -> PublishedEdition {
    let found = editions.first { edition in
      [edition.name, Self.short(edition)].contains(name)
        || (isOfPeriod(edition) && period != nil && edition.settings == settings && name == String(edition.number))
    }
    guard let found else {
      throw Findings([Finding(EditionRule.unknownEdition(name, known: known), text: name)], kind: .notFound)
    }
    return found
  }

  private func isOfPeriod(_ edition: PublishedEdition) -> Bool {
    period == nil || edition.periodName == period || edition.period?.machineSpelling == period
  }

  private mutating func newest() throws(Findings) -> (old: PublishedEdition, new: PublishedEdition) {
    let own = editions.filter { isOfPeriod($0) && $0.settings == settings }
    // The newest first: the first whose period has an earlier edition.
    for (place, edition) in own.enumerated() {
      guard place + 1 < own.count, own[place + 1].periodName == edition.periodName else { continue }
      if place > 0 {
        let rule = EditionRule.onlyOne(
          newest: own[0].name, old: own[place + 1].name, new: edition.name)
        warnings.append(Finding(rule, at: Place(file: own[0].folder)))
      }
      return (own[place + 1], edition)
    }
    throw Findings([Finding(EditionRule.twoWanted(known: known), text: period)], kind: .notFound)
  }
}
