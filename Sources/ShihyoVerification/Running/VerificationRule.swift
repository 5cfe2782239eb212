public import ShihyoModel

/// What a verification finds beside verdicts: files that changed, ledgers that cannot be held.
public enum VerificationRule: FindingRule {
  case fileChanged(now: String, then: String)
  case fileUnreadable
  case hashMissing
  case hashNotChecked(String)
  case knownFiguresUnlisted
  case notUTF8
  case ledgerBytesDiffer
  case outputEdited(now: String, then: String)
  case outputMissing
  case runRecordEdited
  case editionNotHeld(String)
  /// An edition that was published, and whose ledger is gone.
  case editionLost(String)
  case reportFailed(String)
  case failed(String)
  case unknownName(String, nearest: String?)
  case cannotAccept(String)
  case relationNotAccepted(String, others: [String])
  case textNotAccepted(String)
  case holdsAlready(String)
  case unknownAccepted(String, nearest: String?)

  public var severity: Finding.Severity {
    switch self {
    case .hashMissing, .hashNotChecked, .knownFiguresUnlisted: .warning
    case .editionNotHeld: .note
    default: .error
    }
  }

  public var code: String {
    switch self {
    case .fileChanged: "verify.file-changed"
    case .fileUnreadable: "verify.file-unreadable"
    case .hashMissing: "verify.hash-missing"
    case .hashNotChecked: "verify.hash-not-checked"
    case .knownFiguresUnlisted: "verify.known-figures-unlisted"
    case .notUTF8: "verify.not-utf8"
    case .ledgerBytesDiffer: "verify.ledger-bytes-differ"
    case .outputEdited: "verify.output-edited"
    case .outputMissing: "verify.output-missing"
    case .runRecordEdited: "verify.run-record-edited"
    case .editionNotHeld: "verify.edition-not-held"
    case .editionLost: "verify.edition-lost"
    case .reportFailed: "verify.report-failed"
    case .failed: "verify.failed"
    case .unknownName: "verify.unknown-name"
    case .cannotAccept: "verify.cannot-accept"
    case .relationNotAccepted: "verify.relation-not-accepted"
    case .textNotAccepted: "verify.text-not-accepted"
    case .holdsAlready: "verify.holds-already"
    case .unknownAccepted: "verify.unknown-accepted"
    }
  }

  public static var examples: [VerificationRule] {
    [
      .fileChanged(now: "9e5b85e4", then: "d935740a"), .fileUnreadable, .hashMissing, .hashNotChecked("md5"),
      .knownFiguresUnlisted, .notUTF8, .ledgerBytesDiffer, .outputEdited(now: "9e5b85e4", then: "d935740a"),
      .outputMissing, .runRecordEdited, .editionNotHeld("meeting/published/2024-11/1"),
      .editionLost("meeting/published/2024-11/1"),
      .reportFailed("meeting/published/2024-11/1"),
      .failed("…"), .unknownName("meting", nearest: "meeting"), .cannotAccept("centre.rate.all"),
      .textNotAccepted("npo.willing.share"),
      .relationNotAccepted("budget.general.part", others: ["centre.rate.all"]), .holdsAlready("centre.rate.all"),
      .unknownAccepted("centre.rate.al", nearest: "centre.rate.all"),
    ]
  }
}
