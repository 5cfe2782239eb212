public import ShihyoModel
import ShihyoDefinitions
import ShihyoReports

/// New figures taken in place of those that do not hold: rows of ledgers, texts of known figures, digests of files.
///
/// - Errors: ids that are not among what does not hold; what was not computed is never accepted.
/// - Writing: each file as a whole or not at all. A ledger's paper is not made again: `shihyo report` makes a new edition.
public struct Acceptance: Sendable {
  private struct Change: Sendable {
    var id: String
    var before: String
    var after: String
  }

  private var changes: [Change] = []
  private var edits: FileEdits

  public var count: Int { changes.count }

  /// - Parameter ids: nil: everything that does not hold.
  public init(_ result: Verification, ids: [String]?) throws(Findings) {
    edits = FileEdits()
    let failures = result.failures
    let files = result.files.filter { $0.state == .changed }
    let all = failures.map(\.id) + files.map(\.id)
    var refused: [Finding] = []
    for id in ids ?? [] where !all.contains(id) {
      let rule: VerificationRule
      switch result.figures.first(where: { $0.id == id })?.verdict {
      case .undecidable: rule = .cannotAccept(id)
      case nil: rule = .unknownAccepted(id, nearest: NearestName.find(id, in: all))
      default: rule = .holdsAlready(id)
      }
      refused.append(Finding(rule, text: id))
    }
    // An error of the run would be written down as a figure.
    if result.findings.contains(where: { $0.severity == .error && !Self.isOfChange($0.code) }) {
      refused += result.findings.filter { $0.severity == .error && !Self.isOfChange($0.code) }
    }
    guard refused.isEmpty else { throw Findings(refused) }
    for figure in failures where ids?.contains(figure.id) ?? true {
      do throws(Findings) { try take(figure, result) } catch { refused += error.findings }
    }
    guard refused.isEmpty else { throw Findings(refused) }
    try finish(result, files: files.filter { file in ids?.contains(file.id) ?? true })
  }

  private static func isOfChange(_ code: String) -> Bool {
    ["verify.file-changed", "verify.output-edited", "verify.ledger-bytes-differ"].contains(code)
  }

  private mutating func take(_ figure: CheckedFigure, _ result: Verification) throws(Findings) {
    switch figure.section {
    case .ledger:
      guard let repair = result.repairs.first(where: { $0.edition.fullName == figure.edition }) else {
        throw Findings([Finding(VerificationRule.cannotAccept(figure.id), text: figure.id)])
      }
      edits.replace(repair, id: figure.id)
      changes.append(Change(id: figure.id, before: figure.printed, after: figure.computed))
    case .known:
      guard let known = result.known[figure.id], let number = known.printed?.main, !figure.computed.isEmpty,
        let after = Self.replacing(number, in: known.printedText, with: figure.computed)
      else { throw Findings([Finding(VerificationRule.cannotAccept(figure.id), at: figure.place, text: figure.id)]) }
      try edits.replace(known, printed: after)
      changes.append(Change(id: figure.id, before: known.printedText, after: after))
    case .relation:
      // Two printed numbers disagree: which of them is wrong is for a person to say.
      let rule = VerificationRule.relationNotAccepted(figure.id, others: Self.acceptable(result))
      throw Findings([Finding(rule, at: figure.place, text: figure.id)])
    }
  }

  /// What does not hold and has a new value: figures, then files.
  private static func acceptable(_ result: Verification) -> [String] {
    result.failures.filter { $0.section != .relation && !$0.computed.isEmpty }.map(\.id)
      + result.files.filter { $0.state == .changed }.map(\.id)
  }

  private mutating func finish(_ result: Verification, files: [CheckedFile]) throws(Findings) {
    try edits.renewLedgers(result.repairs)
    for file in files {
      changes.append(
        Change(id: file.id, before: String(file.declared.prefix(12)), after: String(file.found.prefix(12))))
    }
    try edits.renewHashes(files, all: result.files)
  }

  /// The digits of the one number that is meant; commas stay where there were some.
  private static func replacing(_ number: PrintedNumber, in text: String, with digits: String) -> String? {
    guard let value = ExactDecimal(digits) else { return nil }
    let spelled = number.digits.contains(",") ? grouped(value.description) : value.description
    for old in [number.digits] where !old.isEmpty {
      if let range = text.ranges(of: old).last { return text.replacingCharacters(in: range, with: spelled) }
    }
    return nil
  }

  private static func grouped(_ digits: String) -> String {
    let parts = digits.split(separator: ".", maxSplits: 1)
    var whole = ""
    for (index, character) in parts[0].reversed().enumerated() {
      if index > 0, index % 3 == 0, character != "-" { whole = "," + whole }
      whole = String(character) + whole
    }
    return parts.count > 1 ? whole + "." + parts[1] : whole
  }

  /// What changes, before it is written.
  public func lines(_ language: Language) -> [String] {
    changes.map { change in
      let before = change.before.isEmpty ? Bilingual(ja: "（なし）", en: "(none)")[language] : change.before
      let after = change.after.isEmpty ? Bilingual(ja: "（なし）", en: "(none)")[language] : change.after
      return "\(change.id): \(before) → \(after)"
    }
  }

  public func write() throws(Findings) { try edits.write() }
}

extension String {
  fileprivate func ranges(of word: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) {
        let end = index(start, offsetBy: word.count)
        found.append(start..<end)
        start = end
      } else {
        start = index(after: start)
      }
    }
    return found
  }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
