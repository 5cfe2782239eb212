public import ShihyoModel
import ShihyoStatistics

/// 秘匿の点検: what a reader can work out from a published table, or from a ledger, about the counts that it hides.
///
/// - Shape: a row per hidden count with its least and largest possible value, the worst first; a finding for each that is not safe.
/// - Missing: an empty cell, x and every other mark is a hidden count. Totals that are not in the table are printed nowhere.
/// - Errors: `DisclosureRule`; `solverMissing` without Cbc.
/// - Source: statistics.md, section 10.
public struct DisclosureAudit {
  /// The published counts of one thing.
  struct Table {
    var name: String
    /// Names of the keys.
    var keys: [String]
    var entries: [Entry]
  }
  struct Entry {
    /// nil stands for the total over a key.
    var labels: [String?]
    /// nil: hidden.
    var count: Int?

    var words: String {
      labels.map { $0 ?? "計" }.joined(separator: "・")
    }
  }

  public let document: ReportDocument
  public let findings: [Finding]
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }

  init(_ tables: [Table], threshold: Int, inputs: [ReportDocument.Input]) throws(Findings) {
    var rows: [(order: Int, row: ReportTable.Row)] = []
    var findings: [Finding] = []
    for table in tables {
      for entry in table.entries {
        guard let count = entry.count, PrimaryRule.threshold(threshold).hides(count: count) else { continue }
        findings.append(Finding(DisclosureRule.shown(count: count, group: Self.place(table, entry, tables))))
      }
      for (entry, range) in try Self.ranges(table) {
        let verdict = Verdict(range, threshold: threshold)
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

  private static func place(_ table: Table, _ entry: Entry, _ tables: [Table]) -> String {
    tables.count == 1 ? entry.words : (entry.labels.isEmpty ? table.name : table.name + " " + entry.words)
  }

  private static func row(_ group: String, _ range: HiddenCellAudit.Range, _ verdict: Verdict) -> ReportTable.Row {
    var most = Figure(
      kind: .maximum, value: .undefined(Bilingual(ja: "示された数からは上限がない", en: "nothing shown limits it")))
    if let upper = range.upper { most.value = .decimal(ExactDecimal(upper)) }
    return ReportTable.Row(
      keys: [ReportTable.KeyCell(group), verdict.cell],
      figures: [Figure(kind: .minimum, value: .decimal(ExactDecimal(range.lower))), most])
  }

  /// The range of each hidden entry.
  private static func ranges(_ table: Table) throws(Findings) -> [(Entry, HiddenCellAudit.Range)] {
    guard table.entries.contains(where: { $0.count == nil }) else { return [] }
    guard let solver = CbcSolver() else { throw Findings([Finding(StatisticsRule.solverMissing)], kind: .unavailable) }
    var labels: [[String]] = Array(repeating: [], count: table.keys.count)
    for entry in table.entries {
      for (key, label) in entry.labels.enumerated() {
        if let label, !labels[key].contains(label) { labels[key].append(label) }
      }
    }
    // A key of which only totals are printed takes no part.
    let keys = labels.indices.filter { !labels[$0].isEmpty }
    let sizes = keys.map { labels[$0].count }
    func place(_ entry: Entry) -> CountCube.Place {
      keys.map { key in entry.labels[key].flatMap { labels[key].firstIndex(of: $0) } ?? labels[key].count }
    }
    guard !sizes.isEmpty else {
      return table.entries.filter { $0.count == nil }.map { ($0, HiddenCellAudit.Range(lower: 0, upper: nil)) }
    }
    var known: [CountCube.Place: Int] = [:]
    var hidden: [CountCube.Place: Entry] = [:]
    for entry in table.entries {
      if let count = entry.count { known[place(entry)] = count } else { hidden[place(entry)] = entry }
    }
    // One place that is shown elsewhere is not hidden.
    for place in known.keys { hidden[place] = nil }
    do throws(StatisticsRule) {
      let audit = try PublishedAudit(
        sizes: sizes, known: filled(known, sizes, hidden), hidden: Set(hidden.keys), solver: solver)
      return hidden.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { place in
        guard let entry = hidden[place], let range = audit.ranges[place] else { return nil }
        return (entry, range)
      }
    } catch {
      if error == .notAdditive { throw Findings([Finding(DisclosureRule.notAdditive(table: table.name))]) }
      throw Findings([Finding(error)])
    }
  }

  /// Combinations without a row are 0, where the table holds combinations at all.
  private static func filled(
    _ known: [CountCube.Place: Int], _ sizes: [Int], _ hidden: [CountCube.Place: Entry]
  ) -> [CountCube.Place: Int] {
    let isCell = { (place: CountCube.Place) in zip(place, sizes).allSatisfy { $0 < $1 } }
    guard known.keys.contains(where: isCell) || hidden.keys.contains(where: isCell) else { return known }
    var filled = known
    let cells = sizes.reduce([[]]) { places, size in places.flatMap { place in (0..<size).map { place + [$0] } } }
    for cell in cells where filled[cell] == nil && hidden[cell] == nil { filled[cell] = 0 }
    return filled
  }

  private enum Verdict: String {
    case exposed, below, narrow, safe

    init(_ range: HiddenCellAudit.Range, threshold: Int) {
      let isSmall = range.lower < threshold && (range.upper ?? 1) > 0
      if range.isExposed, isSmall {
        self = .exposed
      } else if let upper = range.upper, upper < threshold, upper > 0 {
        self = .below
      } else {
        self = isSmall && !range.isWide(threshold) ? .narrow : .safe
      }
    }

    var order: Int {
      switch self {
      case .exposed: 0
      case .below: 1
      case .narrow: 2
      case .safe: 3
      }
    }

    var cell: ReportTable.KeyCell {
      let label: Bilingual =
        switch self {
        case .exposed: Bilingual(ja: "逆算できる", en: "can be worked out")
        case .below: Bilingual(ja: "小さいと分かる", en: "known to be small")
        case .narrow: Bilingual(ja: "範囲が狭い", en: "narrow range")
        case .safe: Bilingual(ja: "分からない", en: "safe")
        }
      return ReportTable.KeyCell(rawValue, label: label)
    }

    func rule(_ group: String, _ range: HiddenCellAudit.Range, threshold: Int) -> DisclosureRule? {
      switch self {
      case .exposed: .exposed(group: group, value: range.lower)
      case .below: .below(group: group, lower: range.lower, upper: range.upper ?? 0, threshold: threshold)
      case .narrow: .narrow(group: group, lower: range.lower, upper: range.upper ?? range.lower)
      case .safe: nil
      }
    }
  }
}
