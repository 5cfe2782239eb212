public import ShihyoDefinitions
public import ShihyoModel

/// Runs a report: resolves what it names, reads each dataset once, and gives the document with its ledger.
///
/// - Period: `--period`, else that of the report; `latest-quarter` is the last quarter in the data with all its months, never
///   the clock's.
/// - Errors: `Findings`, all of a definition at once.
public struct ReportRunner: Sendable {
  /// What a run gives. Text, CSV and every other format print from the same figures.
  public struct Result: Sendable {
    public var document: ReportDocument
    /// In the order in which they first stand in the report, each id once.
    public var ledger: [Figure]
    public var run: RunRecord
    public var warnings: [Finding]
    public var language: Language
    /// Files that are not those whose hash their descriptors declare: a paper of them may be looked at, but not published.
    public var altered: [Finding] = []
    /// Files whose declared hash vouches for nothing here: said where the paper is published.
    public var unchecked: [Finding] = []
    /// What each figure is made of; empty unless the run was asked to keep it.
    package var origins: [FigureID: FigureOrigin] = [:]

    /// `figures.csv`
    public var ledgerCSV: String { LedgerCSV.render(ledger, language: language, notice: document.notice) }
  }

  public let finder: DatasetFinder
  public let engine: any Engine
  /// As `run.json` spells it.
  public let engineName: String

  public init(finder: DatasetFinder, engine: any Engine, engineName: String = "local") {
    self.finder = finder
    self.engine = engine
    self.engineName = engineName
  }

  /// - Parameter settings: name → value, as `--set` gives them.
  public func run(
    _ report: ReportDefinition, period given: String? = nil, settings: [String: String] = [:]
  ) async throws -> Result {
    try await run(report, period: given, settings: settings, keepsOrigins: false)
  }

  /// - Parameter history: the editions whose figures may have been revised or are compared with, as the record of an earlier run
  ///   names them; nil: the newest of every earlier period, and the one before this run.
  /// - Parameter keepsOrigins: for `FigureExplanation`: what each figure is made of stands in the result.
  package func run(
    _ report: ReportDefinition, period given: String?, settings: [String: String], keepsOrigins: Bool,
    history names: [String]? = nil
  ) async throws -> Result {
    try checkSettings(settings, of: report)
    let settings = report.choosing(settings)
    let reference = try reference(given, of: report)
    let loaded = try load(report)
    var asking = ReportComposer(report, loaded: loaded, settings: settings, period: nil, desk: QueryDesk())
    _ = asking.document()
    let unknown = parameterFindings(report, asked: asking, loaded) + profileFindings(report, loaded)
    let problems = (report.problems + asking.findings + unknown).inLineOrder
    if !problems.isEmpty {
      // A value that is in no record conflicts with every block, which would hide that it is misspelt.
      if problems.contains(where: { $0.code == ReportRunRule.settingConflictsCode }) {
        try await checkChosen(settings, of: report, loaded, asking.desk)
      }
      throw Findings(problems + report.warnings)
    }
    try asking.askHidden()
    let times = try TimeColumns(loaded, askedBy: asking.desk)
    var desk = asking.desk
    desk.keepsOrigins = keepsOrigins
    if reference != nil { for column in times.columns { _ = desk.table(column.query, on: column.dataset) } }
    let notice = try NoticeGuard.common(desk.inputs.map(\.dataset))
    let choices = SettingValues(report, settings: settings, datasets: desk.inputs.map(\.dataset))
    for choice in choices.queries { _ = desk.table(choice.query, on: choice.dataset) }
    let states = InputStates(desk.inputs.map(\.dataset))
    do {
      try await desk.ask(engine)
    } catch let error as Findings {
      throw ConditionPlaces(report: report, metrics: loaded.entries.flatMap(\.metrics)).placed(error)
    }
    var doubts: [Finding] = []
    for input in desk.inputs { doubts += try await DeclaredKey(of: input.dataset)?.findings(engine) ?? [] }
    if doubts.contains(where: { $0.severity == .error }) { throw Findings(doubts) }
    try choices.check(&desk)
    let period = try period(reference, of: report, times: times, desk: &desk)
    let lastEdition =
      report.comparesEditions
      ? LastEdition(before: period, of: report, settings: settings, names: names) : LastEdition()
    var composer = ReportComposer(
      report, loaded: loaded, settings: settings, period: period,
      choosesPeriod: reference != report.period, desk: desk, hiding: asking.hiding, lastEdition: lastEdition)
    composer.collectHiddenPeriods()
    var document = composer.document()
    desk = composer.desk
    if !composer.findings.isEmpty { throw Findings(composer.findings.inLineOrder) }
    let emptyPeriod = report.isPeriodFixed ? nil : times.emptyPeriod(period, &desk, text: given)
    document.notice = notice
    document.add(loaded.unconfirmed(desk.inputs))
    let history = PublishedHistory(report, before: period, settings: settings, names: names)
    var record = RunRecord(
      report: report.name, period: period, parameters: settings, inputs: try inputs(desk), engine: engineName,
      notice: notice)
    record.history = lastEdition.added(to: history.editions)
    try states.checkUnchanged()
    return Result(
      document: history.marked(document), ledger: composer.ledger.map(history.marked), run: record,
      warnings: report.warnings + (emptyPeriod.map { [$0] } ?? []) + composer.warnings.inLineOrder + doubts
        + desk.warnings + history.warnings + lastEdition.warnings,
      language: report.language, altered: altered(record.inputs, loaded),
      unchecked: unchecked(record.inputs, loaded), origins: composer.origins)
  }

  /// A digest is of one file: a table of several is not vouched for.
  private func altered(_ inputs: [RunRecord.Input], _ loaded: LoadedDatasets) -> [Finding] {
    inputs.compactMap { input in
      for entry in loaded.entries {
        guard
          let resource = entry.package.resources.first(where: { entry.package.name + "/" + $0.name == input.dataset }),
          resource.paths.count == 1, let hash = resource.hash, hash.algorithm == .sha256,
          hash.hexadecimal != input.sha256
        else { continue }
        let rule = EditionRule.dataChanged(declared: hash.hexadecimal, found: input.sha256)
        return Finding(rule, at: resource.paths[0].place, text: resource.paths[0].text)
      }
      return nil
    }
  }

  /// Of each resource with a hash that nothing here compares.
  private func unchecked(_ inputs: [RunRecord.Input], _ loaded: LoadedDatasets) -> [Finding] {
    loaded.entries.flatMap { entry in
      entry.package.resources.compactMap { resource -> Finding? in
        let name = entry.package.name + "/" + resource.name
        guard let hash = resource.hash, inputs.contains(where: { $0.dataset == name }) else { return nil }
        let isOneFile = resource.paths.count == 1
        guard !isOneFile || hash.algorithm != .sha256 else { return nil }
        let rule = EditionRule.hashNotChecked(algorithm: isOneFile ? hash.algorithm.rawValue : nil)
        return Finding(rule, at: resource.paths.first?.place ?? Place(file: entry.package.path), text: name)
      }
    }
  }

  /// - Errors: values of `--set` that no record has.
  private func checkChosen(
    _ settings: [String: String], of report: ReportDefinition, _ loaded: LoadedDatasets, _ asked: QueryDesk
  ) async throws {
    var datasets = asked.inputs.map(\.dataset)
    if datasets.isEmpty {
      for entry in loaded.entries {
        for resource in entry.package.resources {
          datasets.append(try resource.dataset(packageName: entry.package.name, folder: entry.package.folder))
        }
      }
    }
    let choices = SettingValues(report, settings: settings, datasets: datasets)
    var desk = QueryDesk()
    for choice in choices.queries { _ = desk.table(choice.query, on: choice.dataset) }
    try await desk.ask(engine)
    try choices.check(&desk)
  }

  /// The datasets; with what is wrong in the definition where they cannot be had.
  private func load(_ report: ReportDefinition) throws(Findings) -> LoadedDatasets {
    do throws(Findings) {
      let places = zip(report.datasets, report.datasetPlaces).map { ($0, $1) }
      return try LoadedDatasets(places, finder: finder)
    } catch {
      throw Findings(report.problems + error.findings, kind: error.kind)
    }
  }

  /// A parameter whose column no dataset has would change nothing.
  private func parameterFindings(
    _ report: ReportDefinition, asked: ReportComposer, _ loaded: LoadedDatasets
  ) -> [Finding] {
    let inputs = asked.desk.inputs
    var schemas = inputs.compactMap(\.dataset.schema)
    guard schemas.count == inputs.count else { return [] }  // without a descriptor the columns are not known yet
    // A block that is wrong did not ask its dataset.
    if inputs.isEmpty || !asked.findings.isEmpty {
      schemas += loaded.entries.flatMap { $0.package.resources.compactMap(\.schema) }
    }
    let names = schemas.flatMap { $0.fields.map(\.name) }
    return report.parameters.filter { parameter in schemas.allSatisfy { $0.field(named: parameter.column) == nil } }.map
    {
      let rule = DescriptorRule.unknownField($0.column, in: names.uniqued)
      return Finding(rule, at: $0.place, text: $0.column)
    }
  }

  /// A profile that neither a dataset nor the folder of profiles has.
  private func profileFindings(_ report: ReportDefinition, _ loaded: LoadedDatasets) -> [Finding] {
    guard let name = report.profile else { return [] }
    var found: [Finding] = []
    for entry in loaded.entries {
      do throws(Findings) {
        _ = try ProfileFinder.find(name, folder: entry.package.folder)
        return []
      } catch {
        found = error.findings
      }
    }
    return found.map { finding in
      var finding = finding
      if finding.place.line == nil { finding.place = report.profilePlace }
      return finding
    }
  }

  private func checkSettings(_ settings: [String: String], of report: ReportDefinition) throws(Findings) {
    let known = report.parameters.map(\.name)
    let unknown = settings.keys.filter { !known.contains($0) }.sorted { Label($0) < Label($1) }
    guard unknown.isEmpty else {
      throw Findings(
        unknown.map {
          Finding(
            ReportRunRule.unknownParameter($0, nearest: NearestName.find($0, in: known), known: known), text: $0)
        }, kind: .usage)
    }
  }

  private func reference(_ given: String?, of report: ReportDefinition) throws(Findings) -> PeriodReference? {
    guard let given else { return report.period }
    if report.isPeriodFixed, let own = report.period, PeriodReference(given) != own {
      var label = Bilingual(ja: "", en: "")
      if case .fixed(let period) = own { label = Bilingual(ja: period.label(.ja), en: period.label(.en)) }
      throw Findings([Finding(ReportRunRule.periodFixed(label), text: given)], kind: .usage)
    }
    switch PeriodReference(given) {
    case .fixed(let period)?: return .fixed(period)
    case .latestQuarter?: return .latestQuarter
    default:
      throw Findings(
        [Finding(ReportRunRule.badPeriod(nearest: PeriodReference.nearest(to: given)), text: given)], kind: .usage)
    }
  }

  private func period(
    _ reference: PeriodReference?, of report: ReportDefinition, times: TimeColumns, desk: inout QueryDesk
  ) throws(Findings) -> Period? {
    switch reference {
    case nil: return nil
    case .fixed(let period)?: return period
    case .latestQuarter?:
      return try times.latestQuarter(&desk, of: report)
    default: throw Findings([Finding(ReportRunRule.noPeriod)])
    }
  }

  private func inputs(_ desk: QueryDesk) throws(Findings) -> [RunRecord.Input] {
    var inputs: [RunRecord.Input] = []
    let accountings = desk.accountings
    for input in desk.inputs {
      let accounting = accountings.first { $0.name == input.dataset.name }?.accounting
      for (index, source) in input.dataset.sources.enumerated() {
        guard case .file(let path) = source else { continue }
        let digest = try FileDigest(path: path)
        inputs.append(
          RunRecord.Input(
            dataset: input.dataset.name, path: path, bytes: digest.bytes, sha256: digest.sha256,
            rows: index == 0 ? accounting?.records : nil, rejected: index == 0 ? accounting?.rejected : nil))
      }
    }
    return inputs
  }
}
