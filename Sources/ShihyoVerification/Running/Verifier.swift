public import ShihyoDefinitions
public import ShihyoModel
import ShihyoReports

/// Verifies datasets and reports: files by their digests, ledgers by running their reports again, known figures against data and
/// against each other.
///
/// - Errors: names that are neither a report nor a dataset. Everything else is in the result: one broken file never hides another.
/// - Cost: every file read once for its digest, and the reports once per edition.
public struct Verifier: Sendable {
  public let datasets: DatasetFinder
  public let reports: ReportFinder
  public let engine: any Engine
  /// Written into a `run.json` that is brought up to date.
  public let version: String

  public init(datasets: DatasetFinder, reports: ReportFinder, engine: any Engine, version: String = "") {
    self.datasets = datasets
    self.reports = reports
    self.engine = engine
    self.version = version
  }

  /// - Parameters:
  ///   - names: reports and datasets; neither names nor paths: all of them. A report brings its datasets with it, a dataset the
  ///     published ledgers of the reports that read it: what its file moved stands there.
  ///   - paths: files of known figures of their own, such as those of one paper; ids of the datasets may be referred to.
  public func verify(_ names: [String] = [], knownFigures paths: [String] = []) async throws -> Verification {
    let isAll = names.isEmpty && paths.isEmpty
    let packages = datasets.all()
    let listings = reports.all()
    try check(names, datasets: packages.map(\.name), reports: listings.map(\.name))
    var result = Verification()
    var chosen = Set(names)
    var definitions: [ReportDefinition] = []
    for listing in listings {
      let isNamed = isAll || names.contains(listing.name)
      switch listing.report {
      case .success(let report):
        guard isNamed || !Set(names).isDisjoint(with: report.datasets) else { continue }
        definitions.append(report)
        if isNamed { chosen.formUnion(report.datasets) } else { result.besideReports.insert(report.name) }
      case .failure(let error): if isNamed { result.findings += error.findings }
      }
    }
    var known: [KnownFigure] = []
    for path in paths { known += read(path, dataset: path, isChosen: true, &result) }
    chosen.formUnion(paths)
    let own = Set(paths.compactMap(DefinitionFile.realPath))
    for listing in packages {
      let isChosen = isAll || chosen.contains(listing.name)
      switch listing.package {
      case .success(let package):
        if isChosen { checkFiles(package, &result) }
        let path = FilePath.join(package.folder, KnownFigureFile.fileName)
        // A dataset's own file may be named by its path.
        if DefinitionFile.realPath(path).map({ !own.contains($0) }) ?? false {
          known += read(path, dataset: package.name, isChosen: isChosen, &result)
        }
      case .failure(let error): if isChosen { result.findings += error.findings }
      }
    }
    let rows = unique(known, &result)
    known = rows.kept
    let desk = DataDesk(finder: datasets, engine: engine)
    let checker = FigureChecker(known, desk: desk, repeated: rows.repeated)
    let outcome = try await checker.check { isAll || chosen.contains($0.dataset) }
    result.known = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    // Ledgers that could not be computed again, with the datasets of their reports.
    var failed: [(ledger: String, datasets: [String])] = []
    for report in definitions {
      for lost in PublishedEdition.lost(of: report) {
        result.findings.append(
          Finding(VerificationRule.editionLost(lost.fullName), at: Place(file: lost.ledgerPath), text: nil))
      }
      // The newest edition of a period comes first.
      var periods: Set<String> = []
      for edition in PublishedEdition.all(of: report) {
        let check = LedgerCheck(
          edition: edition, isNewest: periods.insert(edition.periodName).inserted, report: report, finder: datasets,
          engine: engine, version: version,
          copies: outcome.copies)
        let found = await check.check()
        result.figures += found.figures
        if found.findings.contains(where: { $0.code == VerificationRule.reportFailed("").code }) {
          failed.append((edition.fullName, report.datasets))
        }
        let new = found.findings.filter { !result.findings.contains($0) }
        result.findings += new
        if result.besideReports.contains(report.name) { result.besideFindings += new }
        if let repair = found.repair { result.repairs.append(repair) }
      }
    }
    result.figures += outcome.checked
    result.findings += outcome.findings.filter { !result.findings.contains($0) }
    nameMoved(&result, failed: failed)
    return result
  }

  /// Whether a word names a report or a dataset.
  public func knows(_ name: String) -> Bool {
    reports.all().contains { $0.name == name } || datasets.all().contains { $0.name == name }
  }

  private func check(_ names: [String], datasets: [String], reports: [String]) throws(Findings) {
    let all = reports + datasets
    let unknown = names.filter { !all.contains($0) }
    guard unknown.isEmpty else {
      throw Findings(
        unknown.map {
          Finding(VerificationRule.unknownName($0, nearest: NearestName.find($0, in: all)), text: $0)
        }, kind: .notFound)
    }
  }

  private func checkFiles(_ package: DataPackage, _ result: inout Verification) {
    let (files, findings) = FileCheck.check(package)
    result.files += files
    result.findings += findings
  }

  private func read(
    _ path: String, dataset: String, isChosen: Bool, _ result: inout Verification
  ) -> [KnownFigure] {
    do throws(Findings) {
      let file = try KnownFigureFile(path: path, dataset: dataset)
      if isChosen { result.findings += file.findings }
      return file.figures
    } catch {
      if isChosen { result.findings += error.findings }
      return []
    }
  }

  /// Of two rows with one id the first is checked; nothing can be held against it.
  private func unique(
    _ figures: [KnownFigure], _ result: inout Verification
  ) -> (kept: [KnownFigure], repeated: Set<String>) {
    var first: [String: KnownFigure] = [:]
    var kept: [KnownFigure] = []
    var repeated: Set<String> = []
    for figure in figures {
      if let other = first[figure.id] {
        let earlier = "\(other.place.file ?? ""):\(other.place.line ?? 0)"
        result.findings.append(
          Finding(KnownFigureRule.duplicateID(figure.id, first: earlier), at: figure.place(of: .id), text: figure.id))
        repeated.insert(figure.id)
        continue
      }
      first[figure.id] = figure
      kept.append(figure)
    }
    return (kept, repeated)
  }

  /// Which figures a changed file moved: those that do not hold and read it.
  private func nameMoved(_ result: inout Verification, failed: [(ledger: String, datasets: [String])]) {
    let failures = result.failures
    for index in result.files.indices where result.files[index].state == .changed {
      let file = result.files[index]
      result.files[index].moved = failures.filter { figure in
        if file.isKnownFigures { return figure.place.file == file.path }
        return !Set(figure.inputs).isDisjoint(with: file.inputs)
      }.map(MovedFigure.init)
      guard !file.isKnownFigures else { continue }
      result.files[index].untold = failed.filter { $0.datasets.contains(file.dataset) }.map(\.ledger)
    }
  }
}
