public import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import ShihyoReports

/// 算出内訳: finds a figure, runs its report again and shows what it is made of, down to the rows of the input.
///
/// - Which figure: of the newest published ledger of a report or, where a period or settings are given, of the report run now.
/// - Inputs are read again, on this machine. Those that changed since the ledger was written are named first, by digest.
/// - Personal fields are never quoted; a hidden figure is refused unless the request is confidential.
/// - Errors: `ExplainRule`, and all that a report run can meet.
public struct FigureExplainer: Sendable {
  public struct Request: Hashable, Sendable {
    /// The id, or a unique end of it.
    public var figure: String
    /// As `report --period` takes it.
    public var period: String?
    /// As `report --set` takes them.
    public var settings: [String: String]
    /// Rows shown of each part.
    public var top: Int
    public var isConfidential: Bool

    public init(
      _ figure: String, period: String? = nil, settings: [String: String] = [:], top: Int = 10,
      isConfidential: Bool = false
    ) {
      self.figure = figure
      self.period = period
      self.settings = settings
      self.top = top
      self.isConfidential = isConfidential
    }
  }

  let reports: ReportFinder
  let datasets: DatasetFinder

  public init(reports: ReportFinder, datasets: DatasetFinder) {
    self.reports = reports
    self.datasets = datasets
  }

  private var runner: ReportRunner { ReportRunner(finder: datasets, engine: LocalEngine()) }

  /// What is known of a figure before any row is read.
  ///
  /// - Errors: for an id that nothing has, the nearest ones, those of known figures, too.
  public func find(_ request: Request) async throws -> FoundFigure {
    do { return try await findFigure(request) } catch let findings as Findings {
      let unknown = ExplainRule.unknownFigure(nearest: [])
      guard let only = findings.findings.last, only.code == unknown.code, only.hint == unknown.hint else {
        throw findings
      }
      let ids = KnownSources(datasets.all().compactMap { try? $0.package.get() }).figures.map(\.id)
      guard let near = NearestName.find(request.figure, in: ids) else { throw findings }
      let rule = ExplainRule.unknownFigure(nearest: [near])
      throw Findings(findings.findings.dropLast() + [Finding(rule, text: request.figure)], kind: findings.kind)
    }
  }

  private func findFigure(_ request: Request) async throws -> FoundFigure {
    guard request.period == nil, request.settings.isEmpty else {
      let candidates = reports.all().compactMap { try? $0.report.get() }
      return try await findNow(request, in: Self.meant(request.figure, candidates))
    }
    let lookup = try FigureLookup(reports.all())
    do {
      return try await published(try lookup.find(request.figure), request)
    } catch let findings as Findings where findings.kind == .notFound && !lookup.unpublished.isEmpty {
      return try await findNow(request, in: lookup.unpublished)
    }
  }

  private func published(_ found: FigureLookup.Found, _ request: Request) async throws -> FoundFigure {
    var (period, settings, changes): (String?, [String: String], [Finding]) = (nil, [:], [])
    if DefinitionFile.exists(found.edition.runPath) {
      let run = try RunRecord(path: found.edition.runPath)
      (period, settings) = (run.period?.machineSpelling, run.parameters)
      changes = InputDigests(finder: datasets).changes(since: run)
    }
    let result: ReportRunner.Result
    do {
      result = try await runner.run(found.report, period: period, settings: settings, keepsOrigins: true)
    } catch let findings as Findings {
      // What changed may be why the report does not run any more.
      throw Findings(changes + findings.findings, kind: findings.kind)
    }
    guard let figure = result.ledger.first(where: { $0.id == found.entry.id }) else {
      let gone = Finding(ExplainRule.figureGone(report: found.report.name), text: found.entry.id.spelling)
      throw Findings(changes + [gone])
    }
    return try FoundFigure(
      figure, of: found.report, result, published: (found.edition, found.entry), changes: changes,
      known: known(found.report),
      request)
  }

  /// Runs reports as they would be now, and looks through all their figures.
  private func findNow(_ request: Request, in reports: [ReportDefinition]) async throws -> FoundFigure {
    var results: [(report: ReportDefinition, result: ReportRunner.Result)] = []
    var failure: Findings?
    for report in reports {
      do {
        results.append(
          (
            report,
            try await runner.run(report, period: request.period, settings: request.settings, keepsOrigins: true)
          ))
      } catch let findings as Findings {
        failure = failure ?? findings
      }
    }
    guard !results.isEmpty else { throw failure ?? Findings([Finding(ExplainRule.noReports)], kind: .notFound) }
    let all = results.indices.flatMap { place in results[place].result.ledger.map { (place, $0) } }
    let place = try FigureLookup.matches(request.figure, in: all.compactMap(\.1.id))
    let (report, result) = results[all[place].0]
    return try FoundFigure(all[place].1, of: report, result, published: nil, changes: [], known: known(report), request)
  }

  /// 既公表値: a number that a document prints, by its id in `known-figures.csv`; what it is compared with is computed again.
  ///
  /// - Returns: nil where no dataset records it.
  /// - Errors: those of reading the data. What is wrong with a comparison is in the findings.
  public func known(_ request: Request) async throws -> KnownExplanation? {
    let figures = KnownSources(datasets.all().compactMap { try? $0.package.get() }).figures
    let wanted = Label(TextFolding.fold(request.figure))
    guard let figure = figures.first(where: { Label($0.id) == wanted }) else { return nil }
    let desk = DataDesk(finder: datasets, engine: LocalEngine())
    return try await KnownExplanation(figure, among: figures, desk: desk, finder: datasets, request)
  }

  private func known(_ report: ReportDefinition) -> KnownSources {
    KnownSources(report.datasets.compactMap { try? datasets.package(named: $0) })
  }

  /// The report that an id begins with, else all.
  private static func meant(_ figure: String, _ reports: [ReportDefinition]) -> [ReportDefinition] {
    let named = reports.filter { figure.hasPrefix($0.name + "/") }
    return named.isEmpty ? reports : named
  }
}
