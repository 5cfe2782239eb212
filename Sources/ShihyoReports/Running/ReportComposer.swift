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
  var desk: QueryDesk
  /// What `changes` compares with.
  let lastEdition: LastEdition
  /// What hides small counts; complete once the report has been asked.
  private(set) var hiding: MetricHiding
  /// The ledger, in the order of appearance; each id once.
  private(set) var ledger: [Figure] = []
  private(set) var findings: [Finding] = []
  private var seen: Set<FigureID> = []
  /// What the figures of the ledger are made of, where the desk keeps it.
  private(set) var origins: [FigureID: FigureOrigin] = [:]
  /// Its sections' ids are part of the ids of figures.
  private(set) var currentSection = ""
  /// Comparisons that could not be made since the last block was composed.
  var otherMonths: [ComparedMonths] = []

  init(
    _ report: ReportDefinition, loaded: LoadedDatasets, settings: [String: String], period: Period?, desk: QueryDesk,
    hiding: MetricHiding = MetricHiding(), lastEdition: LastEdition = LastEdition()
  ) {
    self.report = report
    self.loaded = loaded
    self.settings = settings
    self.period = period
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
        let all = if case .changes(let changes) = block { self.changes(changes) } else { made.map { [$0] } ?? [] }
        for block in all { Self.append(block, to: &blocks) }
      }
    }
    currentSection = ""
    let frame = PaperFrame(
      number: report.number.map(same), status: report.status.map(same), department: report.department.map(same),
      footnotes: report.footnotes.map { same($0.text) }, closing: closing)
    return ReportDocument(
      title: same(plain(report.title)), blocks: blocks, inputs: titledInputs,
      notes: report.notes.map(same) + hidingNotes,
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
      composed[place] = collecting { composer throws(Findings) in .chart(try composer.chart(chart, of: tables)) }
    }
    return composed
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
    if let contact = report.contact { lines.append(same((isJapanese ? "問い合わせ先：" : "Contact: ") + contact)) }
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

  // MARK: Words

  /// A report is written in one language; it stands for both.
  func same(_ text: String) -> Bilingual { Bilingual(ja: text, en: text) }

  func word(_ name: String) -> String {
    if name == "period" { return period.map { $0.label(report.language) } ?? "" }
    if name == "months" { return period.map { $0.grain.months > 1 ? $0.months(report.language) : "" } ?? "" }
    guard let parameter = report.parameters.first(where: { $0.name == name }) else { return "" }
    return settings[name] ?? parameter.all
  }

  /// The name of a month says itself which month it is: 令和7年8月, not 令和7年8月(8月).
  func pieces(_ text: ReportText) -> [ReportText.Piece] {
    var pieces = text.pieces
    for place in pieces.indices.dropFirst().dropLast() where pieces[place] == .word("months") && word("months").isEmpty
    {
      guard case .text(let before) = pieces[place - 1], case .text(let after) = pieces[place + 1],
        let opening = before.last, "(（".contains(opening), let closing = after.first, ")）".contains(closing)
      else { continue }
      pieces[place - 1] = .text(String(before.dropLast()))
      pieces[place + 1] = .text(String(after.dropFirst()))
    }
    return pieces
  }

  /// Titles hold text and words of the run, no figures.
  func plain(_ text: ReportText) -> String {
    pieces(text).map { piece in
      switch piece {
      case .text(let text): text
      case .word(let name): word(name)
      case .figure(let reference): "{\(reference.metric)}"
      }
    }.joined()
  }

  func footnoteNumbers(_ names: [String]) -> [Int] {
    names.compactMap { name in report.footnotes.firstIndex { $0.name == name }.map { $0 + 1 } }
  }

  private func footnoteSigns(_ names: [String]) -> String {
    footnoteNumbers(names).map { TextCells.footnoteSign($0, report.language) }.joined()
  }

  // MARK: Figures

  /// Gives a figure its id and enters it into the ledger; the same figure of one section stands there once.
  mutating func entered(
    _ figure: Figure, metric: String, period: String, dimensions: [String: String] = [:], origin: FigureOrigin? = nil
  ) -> Figure {
    var figure = figure
    let id = FigureID(
      report: report.name, section: currentSection, metric: metric, period: period, dimensions: dimensions)
    figure.id = id
    if seen.insert(id).inserted {
      ledger.append(figure)
      origins[id] = origin
    }
    return figure
  }

  /// Conditions that `--set` makes for a dataset: only where it has the column.
  func settingFilter(_ dataset: Dataset) -> [Condition] {
    report.parameters.compactMap { parameter in
      guard let value = settings[parameter.name], dataset.schema?.field(named: parameter.column) != nil else {
        return nil
      }
      return Condition(column: parameter.column, comparison: .equal, values: [value])
    }
  }

  /// The metric of a reference, ready to be asked by `keys`.
  mutating func metricFigures(
    _ id: String, keys: [GroupKey], filter: [Condition], at place: Place
  ) throws(Findings) -> (figures: MetricFigures, filter: [Condition]) {
    let (entry, metric) = try loaded.metric(id, at: place)
    let dataset = try loaded.open(entry, resource: metric.resource).dataset
    let own = filter + settingFilter(dataset)
    try checkColumns(keys, own, dataset, at: place)
    var figures = try MetricFigures(metric, dataset: dataset, keys: keys, filter: own)
    figures.hiding = try hiding.enter(metric, dataset: dataset, keys: keys, filter: own)
    return (figures, own)
  }

  func checkColumns(
    _ keys: [GroupKey], _ filter: [Condition], _ dataset: Dataset, at place: Place
  ) throws(Findings) {
    guard let names = dataset.schema?.fields.map(\.name) else { return }
    var columns = filter.map(\.column)
    for key in keys { if case .column(let name) = key.source { columns.append(name) } }
    let unknown = columns.filter { column in !names.contains { Label($0) == Label(column) } }
    guard unknown.isEmpty else {
      throw Findings(
        unknown.map {
          Finding(DescriptorRule.unknownField($0, nearest: NearestName.find($0, in: names)), at: place, text: $0)
        })
    }
  }

  /// A value that no record holds is misspelt: the figure would look like one that has not arrived.
  private mutating func checkValues(
    _ conditions: [Condition], of dataset: Dataset, at place: Place
  ) throws(Findings) {
    var findings: [Finding] = []
    for condition in conditions {
      let table = desk.table(Query(keys: [GroupKey(column: condition.column)], aggregates: [.count]), on: dataset)
      if desk.isAsking { continue }
      let known = KeyOrdering().rows(of: table, schema: dataset.schema).map { ReportTable.KeyCell($0.keys[0]).label.ja }
      for value in condition.values where !known.contains(where: { TextFolding.fold($0) == TextFolding.fold(value) }) {
        let rule = ReportRunRule.unknownValue(
          value, nearest: NearestName.find(value, in: known), known: Array(known.prefix(30)))
        findings.append(Finding(rule, at: place, text: value))
      }
    }
    if !findings.isEmpty { throw Findings(findings) }
  }

  /// The figure of one group at one period, with its id.
  mutating func figure(_ reference: FigureReference, at place: Place) throws(Findings) -> Figure {
    let (figures, filter) = try metricFigures(reference.metric, keys: [], filter: reference.dimensions, at: place)
    try checkValues(reference.dimensions, of: figures.dataset, at: place)
    let when = try moment(figures.metric, reference.period, at: place)
    let dimensions = Self.dimensions(filter)
    let now = try single(figures, when.period, at: place)
    if let aspect = reference.aspect {
      return try self.aspect(
        aspect, of: figures, reference, now: now, when: when, dimensions: dimensions, at: place)
    }
    guard let comparison = reference.comparison else {
      return entered(
        now.figure, metric: figures.metric.id, period: when.spelling, dimensions: dimensions, origin: now.origin)
    }
    let (change, origin) = try self.change(figures, comparison, from: when, now: now, at: place)
    return entered(
      change.figure, metric: figures.metric.id + "." + comparison.suffix(change.figure), period: when.spelling,
      dimensions: dimensions, origin: origin)
  }

  mutating func single(
    _ figures: MetricFigures, _ period: Period?, at place: Place
  ) throws(Findings) -> MetricFigures.Entry {
    try figures.entries(period, desk: &desk, at: place).first
      ?? MetricFigures.Entry(keys: [], figure: Figure(kind: .sum, value: .absent(.missing)))
  }

  mutating func change(
    _ figures: MetricFigures, _ comparison: PeriodComparison, from when: Moment, now: MetricFigures.Entry,
    at place: Place
  ) throws(Findings) -> (FigureChange, FigureOrigin?) {
    guard let period = when.period else {
      // While asking, the period of the run is still open; the queries are the same for every period.
      if desk.isAsking {
        return (FigureChange(now: now.figure, before: now.figure, comparison: comparison), nil)
      }
      throw Findings([Finding(ReportRunRule.noPeriod, at: place)])
    }
    let base = comparison.base(of: period)
    let before = try single(figures, base, at: place)
    let other = ComparedMonths(now: now, at: period, before: before, at: base)
    if let other, !otherMonths.contains(other) { otherMonths.append(other) }
    return (
      FigureChange(now: now.figure, before: before.figure, comparison: comparison, isComparable: other == nil),
      FigureOrigin(comparison, at: period, now: now, before: before)
    )
  }

  /// `区=門司区` as the dimension of an id; conditions that choose no single group have none.
  static func dimensions(_ filter: [Condition]) -> [String: String] {
    var dimensions: [String: String] = [:]
    for condition in filter where condition.comparison == .equal && condition.values.count == 1 {
      dimensions[condition.column] = condition.values[0]
    }
    return dimensions
  }
}

extension PeriodComparison {
  /// The words of a metric, and what it is compared with.
  func definition(_ definition: Bilingual?) -> Bilingual {
    let words = definition ?? Bilingual(ja: "", en: "")
    return switch self {
    case .previous: Bilingual(ja: words.ja + "。前期との比較", en: words.en + "; against the previous period")
    case .yearAgo: Bilingual(ja: words.ja + "。前年同期との比較", en: words.en + "; against the same period a year ago")
    }
  }

  func base(of period: Period) -> Period {
    switch self {
    case .previous: period.advanced(by: -1)
    case .yearAgo: period.yearBefore
    }
  }

  /// `change.previous`, `points.year-ago`
  func suffix(_ change: Figure) -> String { (change.kind == .points ? "points." : "change.") + rawValue }

  func label(_ change: Figure?) -> Bilingual {
    let isPoints = change?.kind == .points
    return switch self {
    case .previous:
      Bilingual(ja: isPoints ? "前期差" : "前期比(増減率)", en: isPoints ? "On the previous period" : "Change, previous period")
    case .yearAgo:
      Bilingual(ja: isPoints ? "前年同期差" : "前年同期比(増減率)", en: isPoints ? "On the year" : "Change, year ago")
    }
  }
}
