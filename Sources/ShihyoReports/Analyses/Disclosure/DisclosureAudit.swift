public import ShihyoModel
import ShihyoStatistics

/// 秘匿の点検: what a reader can work out from a published table, or from a ledger, about the counts that it hides.
///
/// - Shape: a row per hidden count with its least and largest possible value, the worst first; a finding for each that is not safe.
/// - Missing: an empty cell, x and every other mark is a hidden count. Totals that are not in the table are printed nowhere.
/// - Errors: `DisclosureRule`; `solverMissing` without Cbc.
/// - Source: statistics.md, section 10.
public struct DisclosureAudit {
  public let document: ReportDocument
  public let findings: [Finding]
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// - Parameter derived: what is shown although a number that it was computed from is hidden.
  init(
    _ tables: [PublishedTable], derived: [DisclosureRule] = [], threshold: Int, inputs: [ReportDocument.Input]
  ) throws(Findings) {
    var rows: [(order: Int, row: ReportTable.Row)] = []
    var findings = derived.map { Finding($0) }
    for table in tables {
      for entry in table.entries {
        guard let count = entry.count, PrimaryRule.threshold(threshold).hides(count: count) else { continue }
        let finding = Finding(DisclosureRule.shown(count: count, group: Self.place(table, entry, tables)))
        if !findings.contains(finding) { findings.append(finding) }
      }
      for (entry, range) in try table.ranges {
        let verdict = AuditVerdict(range, threshold: threshold)
        let group = Self.place(table, entry, tables)
        if let rule = verdict.rule(group, range, threshold: threshold) { findings.append(Finding(rule)) }
        rows.append((verdict.order, Self.row(group, range, verdict)))
      }
    }
    let sorted = rows.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
    let result = ReportTable(
      name: "disclosure", title: Bilingual(ja: "秘匿の点検", en: "Audit of hidden counts"),
      keyColumns: [
        ReportTable.KeyColumn(name: "group", label: Bilingual(ja: "秘匿した数", en: "Hidden count")),
        ReportTable.KeyColumn(name: "verdict", label: Bilingual(ja: "判定", en: "Verdict")),
      ],
      valueColumns: [
        ReportTable.ValueColumn(name: "least", label: Bilingual(ja: "最小", en: "Least")),
        ReportTable.ValueColumn(name: "most", label: Bilingual(ja: "最大", en: "Largest")),
      ], rows: sorted.map(\.element.row),
      notes: [
        Bilingual(
          ja: "最小と最大は、示された数と合計に矛盾しない値の範囲（0以上の整数）。",
          en: "Least and largest: the whole numbers from 0 that agree with all counts and totals that are shown.")
      ])
    self.findings = findings
    let summary = Bilingual(
      ja:
        "秘匿した数\(rows.count)件。誤り\(findings.count { $0.severity == .error })件、注意\(findings.count { $0.severity == .warning })件。",
      en:
        "\(rows.count) hidden counts; \(findings.count { $0.severity == .error }) errors, \(findings.count { $0.severity == .warning }) warnings."
    )
    document = ReportDocument(blocks: [.list([[.text(summary)]]), .table(result)], inputs: inputs)
  }

  private static func place(
    _ table: PublishedTable, _ entry: PublishedTable.Entry, _ tables: [PublishedTable]
  ) -> String {
    let words = table.words(entry)
    return tables.count == 1 ? words : (entry.labels.isEmpty ? table.name : table.name + " " + words)
  }

  private static func row(_ group: String, _ range: HiddenCellAudit.Range, _ verdict: AuditVerdict) -> ReportTable.Row {
    var most = Figure(
      kind: .maximum, value: .undefined(Bilingual(ja: "示された数からは上限がない", en: "nothing shown limits it")))
    if let upper = range.upper { most.value = .decimal(ExactDecimal(upper)) }
    return ReportTable.Row(
      keys: [ReportTable.KeyCell(group), verdict.cell],
      figures: [Figure(kind: .minimum, value: .decimal(ExactDecimal(range.lower))), most])
  }
}
