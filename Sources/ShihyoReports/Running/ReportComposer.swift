import ShihyoDefinitions
import ShihyoModel

/// Lays a report out: walks its sections, asks the desk and puts figures with their ids into the document.
///
/// All that is wrong in a definition is collected, so that one run names every finding.
struct ReportComposer {
  let report: ReportDefinition
  let loaded: LoadedDatasets
  /// Chosen with `--set`.
  let settings: [String: String]
  /// nil while asking, and for a report without periods.
  let period: Period?
  /// Whether a person asked for another period than that of the definition.
  let choosesPeriod: Bool
  var desk: QueryDesk
  /// What `changes` compares with.
  let lastEdition: LastEdition
  /// What hides small counts; complete once the report has been asked.
  var hiding: MetricHiding
  /// The ledger, in the order of appearance; each id once.
  private(set) var ledger: [Figure] = []
  private(set) var findings: [Finding] = []
  /// What is odd and does not keep the report from being printed.
  var warnings: [Finding] = []
  private var ids = GivenIDs()
  /// What the figures of the ledger are made of, where the desk keeps it.
  private(set) var origins: [FigureID: FigureOrigin] = [:]
  /// Its sections' ids are part of the ids of figures.
  private(set) var currentSection = ""
  /// Comparisons that could not be made since the last block was composed.
  var otherMonths: [ComparedMonths] = []
  /// The times of tables that are not of the report's period, by section and name, as their titles say them.
  var otherTimes: [[String]: String] = [:]
  /// Of the figures of sentences.
  var coverage = FigureCoverage()

  init(
    _ report: ReportDefinition, loaded: LoadedDatasets, settings: [String: String], period: Period?,
    choosesPeriod: Bool = false, desk: QueryDesk,
    hiding: MetricHiding = MetricHiding(), lastEdition: LastEdition = LastEdition()
  ) {
    self.report = report
    self.loaded = loaded
    self.settings = settings
    self.period = period
    self.choosesPeriod = choosesPeriod
    self.desk = desk
    self.hiding = hiding
    self.lastEdition = lastEdition
  }

  /// Asks what decisions on hiding need: each metric by all keys that the report prints it by.
  mutating func askHidden() throws(Findings) {
    for use in hiding.uses {
      let figures = try MetricFigures(use.metric, dataset: use.dataset, keys: use.keys, filter: use.filter)
      _ = try figures.entries(nil, desk: &desk, at: use.metric.place)
    }
  }

  /// Finds out at which periods the report prints each metric that hides counts: all of them decide together.
  mutating func collectHiddenPeriods() {
    guard !hiding.uses.isEmpty else { return }
    var trial = self
    trial.desk.collectsPeriods = true
    _ = trial.document()
    desk = trial.desk
    desk.collectsPeriods = false
  }

  /// Said below a report that hides something.
  private var hidingNotes: [Bilingual] {
    guard ledger.contains(where: { $0.value == .absent(.suppressed) }) else { return [] }
    return hiding.uses.map(\.request.note).uniqued
  }

  mutating func document() -> ReportDocument {
    // What changed is told of the whole ledger, so that its sections wait for all others.
    let parts = report.sections.map { section($0) }
    var blocks: [ReportDocument.Block] = []
    var number = 0
    for (part, composed) in zip(report.sections, parts) {
      currentSection = part.id
      let title = plain(part.title) + footnoteSigns(part.footnotes)
      let asOf = part.asOf.map { "（\($0)）" } ?? ""
      if !part.isAppendix { number += 1 }
      blocks.append(
        .heading(level: 1, same((part.isAppendix ? ReportDocument.appendixSign : "\(number) ") + title + asOf)))
      for (block, made) in zip(part.blocks, composed) {
        let all = if case .changes(let changes) = block { compose(changes) } else { made.map { [$0] } ?? [] }
        for block in all { Self.append(block, to: &blocks) }
      }
    }
    let note = same(DifferenceNote.text[report.language])
    blocks = blocks.map { block in
      if case .list(let lines) = block { .list(DifferenceNote.noted(lines, note)) } else { block }
    }
    currentSection = ""
    let told = blocks.flatMap { block -> [Bilingual] in if case .table(let table) = block { table.notes } else { [] } }
    let frame = PaperFrame(
      number: report.number.map(same), status: report.status.map(same), department: report.department.map(same),
      date: report.date.map(same), basis: report.basis, footnotes: report.footnotes.map { same($0.text) },
      closing: closing)
    return ReportDocument(
      title: same(plain(report.title)), blocks: blocks, inputs: titledInputs,
      notes: report.notes.map(same) + coverage.notes(beside: told) + hidingNotes + desk.notices.notes + leftOutNotes,
      frame: frame)
  }

  /// One per block; nil for those that wait and for those that could not be made.
  private mutating func section(_ part: ReportDefinition.Section) -> [ReportDocument.Block?] {
    currentSection = part.id
    var composed: [ReportDocument.Block?] = []
    for block in part.blocks {
      composed.append(collecting { composer throws(Findings) in try composer.compose(block) })
    }
    // A chart may stand before the table that it draws; where a table could not be made, its own findings say it all.
    let isWhole = zip(part.blocks, composed).allSatisfy { block, made in
      switch block {
      case .chart, .changes: true
      default: made != nil
      }
    }
    let tables = composed.compactMap { if case .table(let table)? = $0 { table } else { nil } }
    for (place, block) in part.blocks.enumerated() {
      guard isWhole, case .chart(let chart) = block else { continue }
      composed[place] = collecting { composer throws(Findings) in try composer.block(chart, of: tables) }
    }
    return composed
  }

  /// Totals and notes of the tables, which the descriptors leave out.
  private var leftOutNotes: [Bilingual] {
    titledInputs.compactMap { input in
      let dataset = desk.inputs.first { $0.dataset.name == input.name }?.dataset
      return LeftOutNote.note(for: input, dataset?.reading.shape)
    }
  }

  /// A reader of the paper knows data by their titles, not by the names of their files.
  private var titledInputs: [ReportDocument.Input] {
    desk.accountings.map { input in
      var input = input
      input.title = loaded.title(of: input.name)
      return input
    }
  }

  private var closing: [Bilingual] {
    let isJapanese = report.language == .ja
    var lines = report.sources.enumerated().map { index, source in
      same((index == 0 ? (isJapanese ? "出典：" : "Sources: ") : (isJapanese ? "　　　" : "         ")) + source)
    }
    if let contact = report.contact { lines.append(same(PaperFrame.contactLead[report.language] + contact)) }
    return lines
  }

  /// Sentences that follow each other stand on lines of their own, without a gap.
  private static func append(_ block: ReportDocument.Block, to blocks: inout [ReportDocument.Block]) {
    guard case .list(let lines) = block, case .list(let before)? = blocks.last else { return blocks.append(block) }
    blocks[blocks.count - 1] = .list(before + lines)
  }

  /// What a block gives, or its findings kept for the end.
  private mutating func collecting(
    _ compose: (inout ReportComposer) throws(Findings) -> ReportDocument.Block?
  ) -> ReportDocument.Block? {
    do throws(Findings) {
      return try compose(&self)
    } catch {
      for finding in error.findings where !findings.contains(finding) { findings.append(finding) }
      return nil
    }
  }

  /// nil for a chart, which waits for the tables of its section, and for what changed, which waits for all of them.
  private mutating func compose(_ block: ReportBlock) throws(Findings) -> ReportDocument.Block? {
    switch block {
    case .sentence(let text): .list([try inlines(text)])
    case .movement(let movement): .list([try inlines(movement)])
    case .table(let table): .table(try self.table(table))
    case .figures(let figures): .table(try self.table(figures))
    case .ranks(let ranks): .table(try self.table(ranks))
    case .list(let list): .list([try inlines(list)])
    case .rows(let rows): .table(try self.table(rows))
    case .matrix(let matrix): .table(try self.table(matrix))
    case .chart, .changes: nil
    }
  }

  /// What changed since the edition before, with a metric that nothing has refused.
  private mutating func compose(_ block: ChangesBlock) -> [ReportDocument.Block] {
    if !desk.isAsking {
      _ = collecting { composer throws(Findings) in
        try composer.checkMetrics(of: block)
        return nil
      }
    }
    return changes(block)
  }

  /// Gives a figure its id and enters it into the ledger; the same figure of one section stands there once. Two figures that
  /// one id would name are a finding: of the second the ledger would tell nothing.
  mutating func entered(
    _ figure: Figure, metric: String, period: String, dimensions: [String: String] = [:], origin: FigureOrigin? = nil,
    from source: FigureSource, at place: Place
  ) -> Figure {
    var figure = figure
    let id = FigureID(
      report: report.name, section: currentSection, metric: metric, period: period, dimensions: dimensions)
    figure.id = id
    // Until the data have answered, periods and groups are open, and so are ids.
    if desk.isAsking || desk.collectsPeriods { return figure }
    switch ids.give(id, to: figure, from: source, at: place) {
    case .new(let id):
      figure.id = id
      ledger.append(figure)
      origins[id] = origin
    case .known(let id): figure.id = id
    case .taken(let finding): findings += finding.map { [$0] } ?? []
    }
    return figure
  }
}
