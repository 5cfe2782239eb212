public import ShihyoModel

/// Everything that `check` found in a dataset.
///
/// - Findings stand by position: file, line, column. Up to a limit they are kept; all are counted.
public struct CheckReport: Hashable, Sendable {
  /// How often one code was found.
  public struct CodeCount: Hashable, Sendable {
    public let code: String
    public let severity: Finding.Severity
    public var count: Int
  }

  public var name: String
  public var files: [String]
  /// A record with at least one error is rejected, all others are accepted.
  public var accounting: Accounting
  /// False where nothing but structure, encoding and what can be seen without types was checked.
  public var hasSchema: Bool
  public var findings: [Finding]
  /// All findings, those that are not kept too.
  public var total: Int
  /// Errors first, then by number, then by code.
  public var counts: [CodeCount]

  public func number(of severity: Finding.Severity) -> Int {
    counts.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
  }
  public var errors: Int { number(of: .error) }
  public var warnings: Int { number(of: .warning) }
}
