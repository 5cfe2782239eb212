import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// Runs a report again for a published edition and holds every figure of its ledger against the new one.
///
/// The newest edition of each period is made again. An earlier one is what was published then: its report may have been defined
/// otherwise since, so that only its digests are held.
struct LedgerCheck {
  let edition: PublishedEdition
  /// Later editions of its period replace the others.
  let isNewest: Bool
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
    var run: RunRecord?
    do throws(Findings) { run = try RunRecord(path: edition.runPath) } catch { outcome.findings += error.findings }
    checkSeal(run, &outcome)
    checkOutputs(run, &outcome)
    guard isNewest else { return outcome }
    if let run { outcome.findings += InputDigests(finder: finder).changes(since: run) }
    do {
      let ledger = try LedgerText(path: edition.ledgerPath)
      outcome.findings += ledger.findings
      let result = try await again(run, keepsOrigins: false)
      var recheck = LedgerRecheck(
        edition: edition, ledger: ledger, result: result, copies: copies,
        sources: MetricSources(report, finder: finder, run: result.run))
      if recheck.figures().contains(where: { $0.verdict == .wrong }) {
        recheck.origins = try await again(run, keepsOrigins: true).origins
      }
      compare(recheck, with: run, &outcome)
    } catch {
      outcome.findings += FigureChecker.findings(error, at: Place(file: edition.ledgerPath), text: edition.fullName)
      outcome.findings.append(
        Finding(
          VerificationRule.reportFailed(edition.fullName), at: Place(file: report.path), text: edition.fullName))
    }
    return outcome
  }

  private func again(_ run: RunRecord?, keepsOrigins: Bool) async throws -> ReportRunner.Result {
    return try await ReportRunner(finder: finder, engine: engine).run(
      report, period: run.map { $0.period?.machineSpelling } ?? edition.period?.machineSpelling,
      settings: run?.parameters ?? [:],
      keepsOrigins: keepsOrigins, history: run?.history)
  }

  /// A record that a hand has changed; one of an earlier version has no seal, but no digests of outputs either.
  private func checkSeal(_ run: RunRecord?, _ outcome: inout Outcome) {
    guard let run, let bytes = try? DefinitionFile.read(edition.runPath) else { return }
    switch RunRecordSeal(String(decoding: bytes, as: UTF8.self)) {
    case .intact: break
    case .none where run.outputs.isEmpty: break
    case .none, .broken:
      outcome.findings.append(Finding(VerificationRule.runRecordEdited, at: Place(file: edition.runPath)))
    }
  }

  /// Outputs that are not as the run wrote them.
  private func checkOutputs(_ run: RunRecord?, _ outcome: inout Outcome) {
    let outputs = run?.outputs ?? []
    if outputs.isEmpty, !isNewest {
      outcome.findings.append(
        Finding(VerificationRule.editionNotHeld(edition.fullName), at: Place(file: edition.runPath)))
    }
    for output in outputs {
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

  private func compare(_ recheck: LedgerRecheck, with record: RunRecord?, _ outcome: inout Outcome) {
    let (ledger, result) = (recheck.ledger, recheck.result)
    outcome.figures = recheck.figures()
    var run = result.run
    run.published = record?.published
    run.outputs =
      (record?.outputs ?? []).filter { $0.path != "figures.csv" }
      + [RunRecord.Output(path: "figures.csv", text: result.ledgerCSV)]
    outcome.repair = LedgerRepair(
      edition: edition, ledger: ledger, records: recheck.records,
      order: result.ledger.compactMap { $0.id?.spelling }, text: result.ledgerCSV,
      run: run.json(version: version))
    let isSame = outcome.figures.allSatisfy { $0.verdict != .wrong }
    let bytes = (try? DefinitionFile.read(edition.ledgerPath)) ?? []
    if isSame, ledger.findings.isEmpty, !bytes.elementsEqual(recheck.keptText.utf8) {
      outcome.findings.append(Finding(VerificationRule.ledgerBytesDiffer, at: Place(file: edition.ledgerPath)))
    }
  }
}

extension PublishedEdition {
  /// `meeting/published/2024-11/1`
  var fullName: String { report + "/" + name }
}

/// What it takes to bring a ledger up to date.
struct LedgerRepair: Sendable {
  var edition: PublishedEdition
  var ledger: LedgerText
  /// id → cells of the new ledger.
  var records: [String: [String]]
  /// Ids in the order of the report.
  var order: [String]
  var text: String
  var run: String
}
