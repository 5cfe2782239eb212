public import ShihyoModel

/// 検算: everything that was found, verdicts counted apart.
public struct Verification: Sendable {
  public internal(set) var files: [CheckedFile] = []
  /// Ledgers first, then known figures and relations, in the order of their files.
  public internal(set) var figures: [CheckedFigure] = []
  public internal(set) var findings: [Finding] = []
  var repairs: [LedgerRepair] = []
  var known: [String: KnownFigure] = [:]
  /// Reports that were not asked for, but read a dataset that was.
  var besideReports: Set<String> = []
  /// What was found of their ledgers.
  var besideFindings: [Finding] = []

  public func count(_ verdict: Verdict, in section: CheckedFigure.Section? = nil) -> Int {
    figures.count { $0.verdict == verdict && (section == nil || $0.section == section) }
  }

  public var changedFiles: [CheckedFile] { files.filter { $0.state == .changed || $0.state == .unreadable } }

  public var failures: [CheckedFigure] { figures.filter { $0.verdict == .wrong } }

  /// Nothing is wrong: no figure, no file, no error. What cannot be told is no failure.
  public var holds: Bool {
    failures.isEmpty && changedFiles.isEmpty && !findings.contains { $0.severity == .error }
  }
}
