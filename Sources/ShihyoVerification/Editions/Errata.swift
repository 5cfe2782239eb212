public import ShihyoDefinitions
public import ShihyoModel
import ShihyoReports

/// 正誤表 between two editions of a report: where, 誤, 正, why, and which sentences changed.
///
/// - Figures: as each paper prints them, with their marks, by the id of the ledgers; one entry for each cell of a table. What moved behind a figure that prints the
///   same is counted in a note.
/// - Reason: as given; else what the run records tell: a definition that changed, inputs whose digests changed.
/// - Errors: `EditionRule`; ledgers and records that cannot be read.
public struct Errata: Sendable {
  public struct Entry: Hashable, Sendable {
    public var section: String
    /// Table, row and column, or the text.
    public var place: String
    public var id: String
    /// What the figure is called: its metric, and in a sentence its group and period; empty where nothing tells.
    public var label: Bilingual
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
  /// Sentences, titles and notes.
  public private(set) var sentences: [SentenceChange] = []
  public private(set) var warnings: [Finding] = []
  /// Figures that print the same and are made of other numbers, or defined or marked otherwise.
  public private(set) var silent = 0
  /// Figures of the ledgers that changed and that neither paper prints by themselves.
  public private(set) var unprinted = 0
  let notice: String?
  /// The editions in words.
  let (old, new): (EditionMention, EditionMention)
  /// The newer paper: its title, 資料番号, department and 問い合わせ先 head the errata. nil: it has no `report.json`.
  private(set) var paper: EditionPaper?
  private let language: Language

  public var hasDifferences: Bool { !entries.isEmpty || !sentences.isEmpty }

  /// - Parameter editions: two names, the older first: `FY2025Q2/1`; empty: the two newest of the period.
  /// - Parameter period: of the editions; nil: the newest that has two.
  /// - Parameter settings: of the editions, where they are not named.
  /// - Parameter reason: stands for every entry instead of what the records tell.
  /// - Parameter language: in which what is printed is quoted; nil: that of the report.
  public init(
    _ report: ReportDefinition, editions names: [String], period: String?, settings: [String: String] = [:],
    reason: String?, language: Language? = nil, finder: DatasetFinder
  ) throws(Findings) {
    var choice = EditionChoice(report, period: period, settings: settings)
    let (old, new) = try choice.pair(names)
    warnings = choice.warnings
    self.report = report.name
    oldName = old.name
    newName = new.name
    self.language = language ?? report.language
    let difference = try LedgerDifference(old: old.ledgerPath, new: new.ledgerPath)
    notice = difference.notice
    let (oldRun, newRun) = (try RunRecord(path: old.runPath), try RunRecord(path: new.runPath))
    (self.old, self.new) = (EditionMention(old, oldRun), EditionMention(new, newRun))
    let reasons = ErrataReasons(
      given: reason, old: oldRun, new: newRun, report: report, finder: finder, difference: difference)
    if old.periodName != new.periodName {
      let rule = EditionRule.otherPeriods(old: old.name, new: new.name)
      warnings.append(Finding(rule, at: Place(file: new.folder)))
    }
    var papers: [EditionPaper] = []
    for edition in [old, new] {
      do throws(Findings) {
        papers.append(
          try EditionPaper(path: FilePath.join(edition.folder, "report.json"), language: self.language))
      } catch {
        warnings.append(Finding(EditionRule.paperMissing(edition: edition.name), at: Place(file: edition.folder)))
      }
    }
    if let last = papers.last, papers.count == 2 || warnings.last?.place.file == old.folder { paper = last }
    let changed = Self.once(difference.changes.map(\.id))
    let ledgers = try (LedgerTexts(old.ledgerPath, self.language), LedgerTexts(new.ledgerPath, self.language))
    guard papers.count == 2 else {
      // What one paper does not tell, the ledgers do.
      for id in changed { add(id, papers.last, (ledgers.0[id], ledgers.1[id]), reasons) }
      return
    }
    let all = Set(changed.map(\.spelling))
    let more = Self.once((papers[1].ids + papers[0].ids).filter { !all.contains($0) })
    for id in changed + more.compactMap({ try? FigureID(spelling: $0) }) {
      add(id, papers[0], papers[1], (ledgers.0[id], ledgers.1[id]), reasons, isChanged: all.contains(id.spelling))
    }
    sentences = LinePairs(papers[0], papers[1]).changes
  }

  /// What both papers print of a figure, at every place that prints it. One that stands in sentences alone, and in one paper
  /// only, is told with its sentence.
  private mutating func add(
    _ id: FigureID, _ old: EditionPaper, _ new: EditionPaper, _ ledger: (old: String?, new: String?),
    _ reasons: ErrataReasons, isChanged: Bool
  ) {
    let name = id.spelling
    func text(_ printed: EditionPaper.Printed?, _ fallback: String?) -> String {
      guard let printed else { return "" }
      return printed.text.isEmpty ? fallback ?? "" : printed.text
    }
    var places = Self.pairs(old.cells[name] ?? [], new.cells[name] ?? [])
    if places.isEmpty {
      let said = (old.words[name], new.words[name])
      guard said.0 != nil || said.1 != nil else {
        unprinted += isChanged ? 1 : 0
        return
      }
      if said.0 == nil || said.1 == nil { return }
      places = [said]
    }
    var isSilent = true
    for (before, after) in places {
      guard let place = after ?? before else { continue }
      let (wrong, right) = (text(before, ledger.old), text(after, ledger.new))
      guard wrong != right else { continue }
      isSilent = false
      entries.append(
        Entry(
          section: place.section, place: place.cell ?? Self.body[language], id: name,
          label: reasons.label(of: id, inTable: place.cell != nil), wrong: wrong, right: right,
          reason: reasons.reason(of: id)))
    }
    if isSilent, isChanged { silent += 1 }
  }

  /// The cells of one figure in both papers: those of one name together, then in their order, since headings may be reworded.
  private static func pairs(
    _ old: [EditionPaper.Printed], _ new: [EditionPaper.Printed]
  ) -> [(EditionPaper.Printed?, EditionPaper.Printed?)] {
    var rest = old
    var pairs: [(EditionPaper.Printed?, EditionPaper.Printed?)] = new.map { cell in
      rest.firstIndex { $0.section == cell.section && $0.cell == cell.cell }.map { (rest.remove(at: $0), cell) }
        ?? (nil, cell)
    }
    for place in pairs.indices where pairs[place].0 == nil && !rest.isEmpty { pairs[place].0 = rest.removeFirst() }
    return pairs + rest.map { ($0, nil) }
  }

  /// From the ledgers, with the places of the one paper that is there.
  private mutating func add(
    _ id: FigureID, _ paper: EditionPaper?, _ ledger: (old: String?, new: String?), _ reasons: ErrataReasons
  ) {
    guard ledger.old != ledger.new else {
      silent += 1
      return
    }
    let cells = paper?.cells[id.spelling] ?? []
    let places = cells.isEmpty ? [paper?.words[id.spelling]] : cells.map(Optional.some)
    for printed in places {
      entries.append(
        Entry(
          section: printed?.section ?? id.section, place: printed.map { $0.cell ?? Self.body[language] } ?? "",
          id: id.spelling, label: reasons.label(of: id, inTable: printed?.cell != nil), wrong: ledger.old ?? "",
          right: ledger.new ?? "", reason: reasons.reason(of: id)))
    }
  }

  private static func once<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }

  private static let body = Bilingual(ja: "本文", en: "text")
}

/// What the figures of a ledger look like in print, by their ids.
private struct LedgerTexts {
  private var texts: [FigureID: String] = [:]

  init(_ path: String, _ language: Language) throws(Findings) {
    for entry in try LedgerFile(path: path).entries { texts[entry.id] = entry.text(language) }
  }

  subscript(id: FigureID) -> String? { texts[id] }
}
