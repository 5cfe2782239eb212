/// One thing that is wrong, or worth knowing, in an input or a definition: where, what, the text as read, what to do.
///
/// Findings are values: they are collected and all reported in one run. A trap is for our own bugs only.
public struct Finding: Error, Hashable, Sendable {
  public enum Severity: Int, Hashable, Sendable, Comparable {
    case note, warning, error
    public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
  }

  /// Stable code, for example `cell.not-a-number`.
  public let code: String
  public private(set) var severity: Severity
  public let message: Bilingual
  /// A change the reader can make.
  public let hint: Bilingual
  public var place: Place
  /// The text as read; nil where there is none, or where the field is personal and must not be quoted.
  public var text: String?

  public init(_ rule: some FindingRule, at place: Place = Place(), text: String? = nil) {
    code = rule.code
    severity = rule.severity
    message = rule.message
    hint = rule.hint
    self.place = place
    self.text = text
  }

  /// The same, where it is worth knowing but no reason to stop.
  public var asWarning: Finding {
    var finding = self
    finding.severity = min(severity, .warning)
    return finding
  }
}

/// A family of rules: an enum with one case per rule, next to the code that applies it.
///
/// The page of codes and the test for missing texts walk `examples`, so it must hold one value per case.
public protocol FindingRule: Hashable, Sendable {
  var code: String { get }
  var severity: Finding.Severity { get }
  var message: Bilingual { get }
  var hint: Bilingual { get }
  static var examples: [Self] { get }
}

extension FindingRule {
  public var severity: Finding.Severity { .error }
}

/// All findings of a run that could not give a result. `total` counts those beyond the limit of what is kept.
public struct Findings: Error, Hashable, Sendable {
  public var findings: [Finding]
  public var total: Int
  /// What kind of failure this is; the command line maps it to its exit code.
  public var kind: FailureKind

  public init(_ findings: [Finding], total: Int? = nil, kind: FailureKind = .data) {
    self.findings = findings
    self.total = total ?? findings.count
    self.kind = kind
  }
}

/// Kinds of failure, after sysexits (design.md, section 7).
public enum FailureKind: Hashable, Sendable {
  /// Wrong words on the command line (64).
  case usage
  /// Unreadable data or definition, or refused cells (65).
  case data
  /// A file, dataset or report that does not exist (66).
  case notFound
  /// The engine asked for does not answer, or has no memory for the answer (69).
  case unavailable
  /// Our own bug (70).
  case software
  /// An output cannot be created (73).
  case cannotCreate
  /// Reading or writing failed (74).
  case inputOutput
}
