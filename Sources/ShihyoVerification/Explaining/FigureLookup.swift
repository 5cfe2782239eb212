import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// Finds the figure that a person means in the published ledgers of all reports: by its id, or by a unique end of it.
///
/// - Order: of each report the newest edition that holds an id counts; older ones only add ids that it does not hold.
struct FigureLookup {
  struct Found: Hashable {
    var report: ReportDefinition
    var edition: PublishedEdition
    var entry: LedgerFile.Entry
  }

  private(set) var entries: [Found] = []
  /// Reports without any edition.
  private(set) var unpublished: [ReportDefinition] = []
  /// Reports and ledgers that cannot be read: told where a figure is not found, since it may stand in them.
  private(set) var problems: [Finding] = []

  /// - Errors: `noReports`; reports and ledgers that cannot be read, where there is no other.
  init(_ reports: [ReportListing]) throws(Findings) {
    guard !reports.isEmpty else { throw Findings([Finding(ExplainRule.noReports)], kind: .notFound) }
    for listing in reports {
      switch listing.report {
      case .failure(let failure): problems += failure.findings
      case .success(let report):
        do throws(Findings) { try add(report) } catch { problems += error.findings }
      }
    }
    if entries.isEmpty, unpublished.isEmpty { throw Findings(problems) }
  }

  private mutating func add(_ report: ReportDefinition) throws(Findings) {
    // Papers with `--set` are looked into only where it is asked for.
    let editions = PublishedEdition.all(of: report).filter(\.settings.isEmpty)
    if editions.isEmpty { unpublished.append(report) }
    var known: Set<FigureID> = []
    for edition in editions {
      for entry in try LedgerFile(path: edition.ledgerPath).entries where known.insert(entry.id).inserted {
        entries.append(Found(report: report, edition: edition, entry: entry))
      }
    }
  }

  /// - Errors: `unknownFigure` with ids that look alike, `ambiguous` with all that end so.
  func find(_ text: String) throws(Findings) -> Found {
    do throws(Findings) {
      return entries[try Self.matches(text, in: entries.map(\.entry.id))]
    } catch {
      throw Findings(problems + error.findings, kind: error.kind)
    }
  }

  /// The place of the one id that is `text`, or ends with it.
  static func matches(_ text: String, in ids: [FigureID]) throws(Findings) -> Int {
    let wanted = TextFolding.fold(text)
    if let id = try? FigureID(spelling: text), let place = ids.firstIndex(of: id) { return place }
    let spelled = ids.map { TextFolding.fold($0.spelling) }
    let ending = spelled.indices.filter { Self.ends(spelled[$0], with: wanted) }
    // A whole part of an id is meant before a piece of one: rate@FY2023 is not use.rate@FY2023.
    let whole = ending.filter { spelled[$0] == wanted || Self.ends(spelled[$0], with: "/" + wanted) }
    let found = whole.isEmpty ? ending : whole
    if let only = found.first, found.count == 1 { return only }
    if found.isEmpty {
      let rule = ExplainRule.unknownFigure(nearest: nearest(wanted, spelled, ids.map(\.spelling)))
      throw Findings([Finding(rule, text: text)], kind: .notFound)
    }
    let rule = ExplainRule.ambiguous(found.prefix(20).map { ids[$0].spelling })
    throw Findings([Finding(rule, text: text)], kind: .usage)
  }

  private static func ends(_ text: String, with end: String) -> Bool {
    let (text, end) = (Array(text.utf8), Array(end.utf8))
    return !end.isEmpty && end.count <= text.count && text.suffix(end.count).elementsEqual(end)
  }

  /// Ids that contain the text; else the one that is nearest.
  private static func nearest(_ wanted: String, _ spelled: [String], _ ids: [String]) -> [String] {
    let containing = spelled.indices.filter { !wanted.isEmpty && spelled[$0].utf8.contains(wanted.utf8) }
    if !containing.isEmpty { return containing.prefix(8).map { ids[$0] } }
    if let near = NearestName.find(wanted, in: ids) { return [near] }
    // Most people leave out the report and its section.
    let ends = spelled.map { String($0.split(separator: "/", maxSplits: 2).last ?? "") }
    guard let near = NearestName.find(wanted, in: ends) else { return [] }
    return ends.indices.filter { ends[$0] == near }.prefix(8).map { ids[$0] }
  }
}

extension String.UTF8View {
  fileprivate func contains(_ other: String.UTF8View) -> Bool {
    let (text, part) = (Array(self), Array(other))
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
  }
}
