import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// Runs a report again for a published edition and holds every figure of its ledger against the new one.
///
/// The newest edition of each period is made again. An earlier one is what was published then: its report may have been defined
/// otherwise since, so that only its digests are held.
struct LedgerCheck {
  let edition: LedgerEdition
  let report: ReportDefinition
  let finder: DatasetFinder
  let engine: any Engine
  let version: String
  /// `dataset/resource` that only repeat documents.
  let copies: Set<String>

  struct Outcome {
    var figures: [CheckedFigure] = []
    var findings: [Finding] = []
    var repair: LedgerRepair?
  }

  func check() async -> Outcome {
    var outcome = Outcome()
    let run = readRun(&outcome)
    if let run { checkOutputs(run, &outcome) }
    guard edition.isNewest else { return outcome }
    if let run { checkInputs(run, &outcome) }
    do {
      let ledger = try LedgerFile(path: edition.ledgerPath)
      outcome.findings += ledger.findings
      let runner = ReportRunner(finder: finder, engine: engine)
      let named = Period(machineSpelling: edition.period) == nil ? nil : edition.period
      let result = try await runner.run(
        report, period: run.map(\.period) ?? named, settings: run?.settings ?? [:])
      compare(ledger, result, outputs: run?.outputs ?? [], &outcome)
    } catch {
      outcome.findings += FigureChecker.findings(
        error, at: Place(file: edition.ledgerPath), text: edition.name)
      outcome.findings.append(
        Finding(VerificationRule.reportFailed(edition.name), at: Place(file: report.path), text: edition.name))
    }
    return outcome
  }

  private func readRun(_ outcome: inout Outcome) -> RunFile? {
    do throws(Findings) { return try RunFile(path: edition.runPath) } catch {
      outcome.findings += error.findings
      return nil
    }
  }

  /// Outputs that are not as the run wrote them.
  private func checkOutputs(_ run: RunFile, _ outcome: inout Outcome) {
    if run.outputs.isEmpty, !edition.isNewest {
      outcome.findings.append(
        Finding(VerificationRule.editionNotHeld(edition.name), at: Place(file: edition.runPath)))
    }
    for output in run.outputs {
      let path = FilePath.join(edition.folder, output.path)
      guard let digest = try? FileDigest(path: path) else {
        outcome.findings.append(Finding(VerificationRule.outputMissing, at: Place(file: path)))
        continue
      }
      if digest.sha256 != output.sha256 {
        outcome.findings.append(
          Finding(
            VerificationRule.outputEdited(now: digest.sha256, then: output.sha256), at: Place(file: path),
            text: output.path))
      }
    }
  }

  /// Inputs that changed since, by their digests.
  private func checkInputs(_ run: RunFile, _ outcome: inout Outcome) {
    for input in run.inputs {
      let place = Place(file: run.path, line: input.line)
      let name = FilePath.name(of: input.path)
      let sources = (try? finder.find(input.dataset).dataset.sources) ?? []
      let path = sources.compactMap { source -> String? in
        if case .file(let path) = source, FilePath.name(of: path) == name { path } else { nil }
      }.first
      guard let path, let digest = try? FileDigest(path: path) else {
        outcome.findings.append(Finding(VerificationRule.inputGone(input.path), at: place, text: input.path))
        continue
      }
      guard digest.sha256 != input.sha256 else { continue }
      outcome.findings.append(
        Finding(VerificationRule.inputChanged(path, now: digest.sha256, then: input.sha256), at: place, text: path))
    }
  }

  private func compare(
    _ ledger: LedgerFile, _ result: ReportRunner.Result, outputs: [RunFile.Output], _ outcome: inout Outcome
  ) {
    let sources = MetricSources(report, finder: finder, run: result.run)
    let comparison = LedgerComparison(
      edition: edition, ledger: ledger, result: result, copies: copies, sources: sources)
    outcome.figures = comparison.figures()
    var run = result.run
    run.outputs =
      outputs.filter { $0.path != "figures.csv" }.map {
        RunRecord.Output(path: $0.path, bytes: $0.bytes, sha256: $0.sha256)
      } + [RunRecord.Output(path: "figures.csv", text: result.ledgerCSV)]
    outcome.repair = LedgerRepair(
      edition: edition, ledger: ledger, records: comparison.records,
      order: result.ledger.compactMap { $0.id?.spelling }, text: result.ledgerCSV,
      run: run.json(version: version))
    let isSame = outcome.figures.allSatisfy { $0.verdict != .wrong }
    let bytes = (try? DefinitionFile.read(edition.ledgerPath)) ?? []
    if isSame, ledger.findings.isEmpty, !bytes.elementsEqual(result.ledgerCSV.utf8) {
      outcome.findings.append(Finding(VerificationRule.ledgerBytesDiffer, at: Place(file: edition.ledgerPath)))
    }
  }
}

/// What it takes to bring a ledger up to date.
struct LedgerRepair: Sendable {
  var edition: LedgerEdition
  var ledger: LedgerFile
  /// id → cells of the new ledger.
  var records: [String: [String]]
  /// Ids in the order of the report.
  var order: [String]
  var text: String
  var run: String
}

/// From the id of a metric to the `dataset/resource` that it reads.
struct MetricSources {
  private var inputs: [String: String] = [:]
  /// Of the whole run.
  let all: [String]

  init(_ report: ReportDefinition, finder: DatasetFinder, run: RunRecord) {
    var all: [String] = []
    for input in run.inputs where !all.contains(input.dataset) { all.append(input.dataset) }
    self.all = all
    for name in report.datasets {
      guard let package = try? finder.package(named: name), let file = try? MetricFile.load(for: package) else {
        continue
      }
      for metric in file.metrics {
        guard let resource = try? package.resource(named: metric.resource) else { continue }
        inputs[metric.id] = package.name + "/" + resource.name
      }
    }
  }

  /// nil for a figure that no metric of the datasets gives (a table of ranks).
  func input(of metric: String) -> String? {
    var name = metric[...]
    while true {
      if let input = inputs[String(name)] { return input }
      guard let dot = name.lastIndex(of: ".") else { return nil }
      name = name[..<dot]
    }
  }
}
