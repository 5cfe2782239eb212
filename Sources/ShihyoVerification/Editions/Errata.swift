public import ShihyoDefinitions
public import ShihyoModel
import ShihyoReports

/// 正誤表 between two editions of a report: where, 誤, 正, why, and which sentences changed.
///
/// - Figures: what is printed, by the id of the ledgers. What moved behind a figure that prints the same is counted in a note.
/// - Reason: as given; else what the run records tell: a definition that changed, inputs whose digests changed.
/// - Errors: `EditionRule`; ledgers and records that cannot be read.
public struct Errata: Sendable {
  public struct Entry: Hashable, Sendable {
    public var section: String
    /// Table, row and column, or the text.
    public var place: String
    public var id: String
    public var wrong: String
    public var right: String
    public var reason: Bilingual
  }
  public struct SentenceChange: Hashable, Sendable {
    public var section: String
    /// The section that it stands in now; nil: the same.
    public var movedTo: String?
    /// Empty: the sentence is new.
    public var wrong: String
    /// Empty: the sentence is gone.
    public var right: String
  }

  public let report: String
  /// `published/FY2025Q2/1`
  public let oldName: String
  public let newName: String
  public private(set) var entries: [Entry] = []
  public private(set) var sentences: [SentenceChange] = []
  public private(set) var warnings: [Finding] = []
  /// Figures that print the same and are made of other numbers, or defined or marked otherwise.
  public let silent: Int
  let notice: String?
  private let language: Language

  public var hasDifferences: Bool { !entries.isEmpty || !sentences.isEmpty }

  /// - Parameter editions: two names, the older first: `FY2025Q2/1`; empty: the two newest of the period.
  /// - Parameter period: of the editions; nil: the newest that has two.
  /// - Parameter settings: of the editions, where they are not named.
  /// - Parameter reason: stands for every entry instead of what the records tell.
  public init(
    _ report: ReportDefinition, editions names: [String], period: String?, settings: [String: String] = [:],
    reason: String?, finder: DatasetFinder
  ) throws(Findings) {
    let (old, new) = try EditionChoice(report, period: period, settings: settings).pair(names)
    self.report = report.name
    oldName = old.name
    newName = new.name
    language = report.language
    let difference = try LedgerDifference(old: old.ledgerPath, new: new.ledgerPath)
    notice = difference.notice
    let reasons = ErrataReasons(
      given: reason, old: try RunRecord(path: old.runPath), new: try RunRecord(path: new.runPath), report: report,
      finder: finder, difference: difference)
    let printed = difference.changes.filter { [.moved, .appeared, .gone].contains($0.kind) }
    let ids = Set(printed.map(\.id))
    silent = Set(difference.changes.map(\.id)).subtracting(ids).count
    var papers: [EditionPaper] = []
    for edition in [old, new] {
      do throws(Findings) {
        papers.append(try EditionPaper(path: FilePath.join(edition.folder, "report.json"), language: language))
      } catch {
        warnings.append(
          Finding(EditionRule.paperMissing(edition: edition.name), at: Place(file: edition.folder)))
      }
    }
    entries = printed.map { change in
      let id = change.id.spelling
      let paper = papers.last { $0.places[id] != nil }
      return Entry(
        section: paper?.sections[id] ?? change.id.section,
        // What a movement looks at without printing it stands in the ledger alone.
        place: paper?.places[id] ?? (papers.count == 2 ? Self.ledgerOnly[report.language] : change.id.metric), id: id,
        wrong: change.old, right: change.new, reason: reasons.reason(of: change))
    }
    if papers.count == 2 { sentences = Self.changes(papers[0].sentences, papers[1].sentences) }
  }

  private static let ledgerOnly = Bilingual(ja: "数値根拠表のみ", en: "ledger only")

  /// Sentences of the same figures are one, under the same heading before others; sentences without figures are told by their
  /// words. The order within a section is nobody's error.
  private static func changes(
    _ old: [EditionPaper.Sentence], _ new: [EditionPaper.Sentence]
  ) -> [SentenceChange] {
    var left = old
    var changes: [SentenceChange] = []
    var unmatched: [EditionPaper.Sentence] = []
    for sentence in new {
      if let place = left.firstIndex(of: sentence) { left.remove(at: place) } else { unmatched.append(sentence) }
    }
    // What stays in its section takes its old words before one that comes from elsewhere does.
    var olds: [EditionPaper.Sentence?] = unmatched.map { sentence in
      let place = left.firstIndex {
        $0.section == sentence.section && $0.figures == sentence.figures && !$0.figures.isEmpty
      }
      return place.map { left.remove(at: $0) }
    }
    for (index, sentence) in unmatched.enumerated() where olds[index] == nil {
      let place =
        left.firstIndex { $0.text == sentence.text }
        ?? left.firstIndex { $0.figures == sentence.figures && !$0.figures.isEmpty }
      olds[index] = place.map { left.remove(at: $0) }
    }
    for (old, sentence) in zip(olds, unmatched) {
      let isMoved = old.map { $0.section != sentence.section } ?? false
      changes.append(
        SentenceChange(
          section: old?.section ?? sentence.section, movedTo: isMoved ? sentence.section : nil, wrong: old?.text ?? "",
          right: sentence.text))
    }
    return changes + left.map { SentenceChange(section: $0.section, wrong: $0.text, right: "") }
  }
}
