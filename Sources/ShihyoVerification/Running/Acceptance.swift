public import ShihyoModel
import ShihyoDefinitions
import ShihyoReports

/// New figures taken in place of those that do not hold: rows of ledgers, texts of known figures, digests of files.
///
/// - Errors: ids that are not among what does not hold; what was not computed is never accepted.
/// - Writing: all files or none of them. A ledger's paper is not made again: `shihyo report` makes a new edition.
public struct Acceptance: Sendable {
  private struct Change: Sendable {
    var id: String
    var before: String
    var after: String
  }

  private var changes: [Change] = []
  private var edits: FileEdits
  /// Editions whose figures moved and were not asked for.
  private var left: [String] = []

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
    refused += result.findings.filter { finding in
      finding.severity == .error && !Self.isOfChange(finding.code) && !result.besideFindings.contains(finding)
    }
    guard refused.isEmpty else { throw Findings(refused) }
    for figure in failures where ids?.contains(figure.id) ?? !Self.isBeside(figure, result) {
      do throws(Findings) { try take(figure, result) } catch { refused += error.findings }
    }
    guard refused.isEmpty else { throw Findings(refused) }
    try finish(result, files: files.filter { file in ids?.contains(file.id) ?? true })
    if ids == nil {
      for figure in failures where Self.isBeside(figure, result) && !left.contains(figure.edition) {
        left.append(figure.edition)
      }
    }
  }

  /// A published ledger that only shows what a dataset moved: `--all` of the dataset does not rewrite it.
  private static func isBeside(_ figure: CheckedFigure, _ result: Verification) -> Bool {
    guard figure.section == .ledger else { return false }
    return result.besideReports.contains { figure.edition.hasPrefix($0 + "/") }
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
      guard let known = result.known[figure.id], !figure.computed.isEmpty else {
        throw Findings([Finding(VerificationRule.cannotAccept(figure.id), at: figure.place, text: figure.id)])
      }
      guard known.isComputed else { throw Self.relation(figure, result) }
      guard let after = Self.text(known, figure) else {
        throw Findings([Finding(VerificationRule.textNotAccepted(figure.id), at: figure.place, text: figure.id)])
      }
      try edits.replace(known, printed: after)
      changes.append(Change(id: figure.id, before: known.printedText, after: after))
    case .relation:
      throw Self.relation(figure, result)
    }
  }

  /// Two printed numbers disagree: which of them is wrong is for a person to say.
  private static func relation(_ figure: CheckedFigure, _ result: Verification) -> Findings {
    let rule = VerificationRule.relationNotAccepted(figure.id, others: acceptable(result))
    return Findings([Finding(rule, at: figure.place, text: figure.id)])
  }

  /// The printed text with the computed digits; nil where its unit or its words are wrong, not its digits.
  private static func text(_ known: KnownFigure, _ figure: CheckedFigure) -> String? {
    guard let number = known.printed?.main, let value = ExactDecimal(figure.computed) else { return nil }
    if case .upTo? = number.bound { return nil }
    let text = replacing(number, in: known.printedText, with: value)
    return text == known.printedText ? nil : text
  }

  /// What does not hold and has a new value: figures, then files.
  private static func acceptable(_ result: Verification) -> [String] {
    result.failures.filter { figure in
      guard figure.section == .known else { return figure.section == .ledger }
      return result.known[figure.id].map { $0.isComputed && text($0, figure) != nil } ?? false
    }.map(\.id)
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

  /// The digits of the one number that is meant, and its sign; commas stay where there were some.
  private static func replacing(_ number: PrintedNumber, in text: String, with value: ExactDecimal) -> String? {
    let digits = (value.isNegative ? value.negated ?? value : value).description
    let spelled = number.digits.contains(",") ? grouped(digits) : digits
    guard !number.digits.isEmpty, var range = text.ranges(of: number.digits).last else { return nil }
    var sign = value.isNegative ? "△" : ""
    if number.value.isNegative, range.lowerBound > text.startIndex {
      let before = text.index(before: range.lowerBound)
      if value.isNegative { sign = String(text[before]) }
      range = before..<range.upperBound
    }
    return text.replacingCharacters(in: range, with: sign + spelled)
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

  /// What changes, before it is written, and what is left as it is.
  public func lines(_ language: Language) -> [String] {
    let kept = left.map { edition in
      Bilingual(
        ja: "公表した \(edition) の動いた数値は、そのままです。訂正は shihyo report \(Self.report(edition)) --publish と --errata で行います。",
        en: "What moved in the published \(edition) stays: correct it with "
          + "shihyo report \(Self.report(edition)) --publish and --errata.")[language]
    }
    return changes.map { change in
      let before = change.before.isEmpty ? Bilingual(ja: "（なし）", en: "(none)")[language] : change.before
      let after = change.after.isEmpty ? Bilingual(ja: "（なし）", en: "(none)")[language] : change.after
      return "\(change.id): \(before) → \(after)"
    } + kept
  }

  private static func report(_ edition: String) -> String { String(edition.prefix { $0 != "/" }) }

  public func write() throws(Findings) { try edits.write() }
}

extension KnownFigure {
  /// Every comparison says what should be printed; うち, GRIM and the like only say that it cannot be right.
  fileprivate var isComputed: Bool { clauses.allSatisfy { if case .value = $0.content { true } else { false } } }
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
