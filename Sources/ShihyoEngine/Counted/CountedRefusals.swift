public import ShihyoModel

/// What is wrong with cells that were only counted: each finding once, with the number of records that it stands in.
struct CountedRefusals {
  /// By column, the most frequent first.
  let findings: [Finding]
  /// All records and cells, those beyond the limit too.
  let total: Int

  init(_ counted: [Finding: Int]) {
    total = counted.values.reduce(0, +)
    let ordered = counted.sorted { left, right in
      let (first, second) = (Self.column(left.key), Self.column(right.key))
      if first != second { return first < second }
      if left.value != right.value { return left.value > right.value }
      return Label(left.key.text ?? "") < Label(right.key.text ?? "")
    }
    findings = ordered.prefix(FindingLog.mostKept).map { finding, count in
      Finding(CountedRule(finding, times: count), at: finding.place, text: finding.text)
    }
  }

  private static func column(_ finding: Finding) -> Int {
    if case .field(let number, _)? = finding.place.column { number } else { 0 }
  }
}

/// Says of another finding in how many records its text stands.
public struct CountedRule: FindingRule {
  public let code: String
  public let severity: Finding.Severity
  public let message: Bilingual
  public let hint: Bilingual

  package init(_ finding: Finding, times: Int) {
    code = finding.code
    severity = finding.severity
    hint = finding.hint
    message =
      times == 1
      ? finding.message
      : Bilingual(ja: finding.message.ja + "（\(times)行）", en: finding.message.en + " (in \(times) records)")
  }

  public static let examples = [CountedRule(Finding(CellRule.notAnInteger), times: 3)]
}
