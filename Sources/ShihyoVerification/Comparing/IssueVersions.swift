public import ShihyoModel
public import ShihyoReports

/// Two versions of an issue as the city prints them: item by item, 旧 at the left and 新 at the right, 同左 where nothing changed,
/// changes underlined.
///
/// - Shape: one table; the columns that tell the items apart, then 旧 and 新 of each column that changed. Columns that hold the
///   same in every row stand in a note.
/// - Order: that of the new version; what it does not have any more comes last.
/// - Personal fields are not quoted.
/// - Errors: those of `VersionComparison`.
public struct IssueVersions {
  public let warnings: [Finding]
  private let old: VersionTable
  private let new: VersionTable
  private let pairing: RowPairing
  private let notice: Bilingual?
  /// What both versions are called: X方針策定時 (R6.8時点).
  private let titles: (old: String, new: String)
  private let told: [ColumnPairing.Pair]
  private let changed: [ColumnPairing.Pair]
  private let constant: [ColumnPairing.Pair]

  public init(
    old oldDataset: Dataset, new newDataset: Dataset, titles: (old: String, new: String)
  ) throws(Findings) {
    notice = try NoticeGuard.common([oldDataset, newDataset])
    let (before, now) = (try VersionTable(oldDataset), try VersionTable(newDataset))
    let keys = try KeyPlaces(before, now, given: nil)
    let rows = try RowPairing(before, keys.old, now, keys.new)
    let pairs = ColumnPairing(before, now, rows: rows.both).pairs
    let changed = pairs.filter { pair in
      !keys.new.contains(pair.new)
        && rows.both.contains { !Self.isSame(before.rows[$0.old].cells[pair.old], now.rows[$0.new].cells[pair.new]) }
    }
    let others = pairs.filter { !changed.contains($0) }
    let same = others.filter { pair in
      let cells = before.rows.map { $0.cells[pair.old] } + now.rows.map { $0.cells[pair.new] }
      return cells.count > 1 && Set(cells.map { Label($0) }).count == 1
    }
    let constant = same.count < others.count ? same : []
    told = others.filter { !constant.contains($0) }
    warnings = rows.warnings
    (old, new, pairing, self.titles) = (before, now, rows, titles)
    (self.changed, self.constant) = (changed, constant)
  }

  private static func isSame(_ old: String, _ new: String) -> Bool {
    Label(old) == Label(new) || TextFolding.fold(new) == "同左"
  }

  public var document: ReportDocument {
    var table = PlainTable(
      name: "versions", title: Bilingual(ja: "新旧対照", en: "Old and new"),
      columns: told.map { (new.names[$0.new], Bilingual(ja: new.names[$0.new], en: new.names[$0.new]), false) }
        + changed.flatMap { pair in
          [heading("旧", "Old", titles.old, pair), heading("新", "New", titles.new, pair)]
        })
    var changes: [Int: [Int: [TextRun]]] = [:]
    let partner = Dictionary(pairing.both.map { ($0.new, $0.old) }, uniquingKeysWith: { first, _ in first })
    for row in new.rows.indices { add(old: partner[row], new: row, to: &table, &changes) }
    for row in pairing.removed { add(old: row, new: nil, to: &table, &changes) }
    var shown = table.table
    shown.changes = changes
    shown.notes = notes(hasChanges: !changes.isEmpty)
    return ReportDocument(blocks: [.table(shown)], notice: notice)
  }

  private func heading(
    _ ja: String, _ en: String, _ title: String, _ pair: ColumnPairing.Pair
  ) -> (name: String, label: Bilingual, alignsRight: Bool) {
    let column = changed.count > 1 ? new.names[pair.new] + " " : ""
    return (
      "\(new.names[pair.new])-\(en.lowercased())",
      Bilingual(ja: "\(column)\(ja)（\(title)）", en: "\(column)\(en) (\(title))"), false
    )
  }

  private func add(
    old before: Int?, new now: Int?, to table: inout PlainTable, _ changes: inout [Int: [Int: [TextRun]]]
  ) {
    func text(_ row: Int?, _ column: Int, of version: VersionTable) -> Bilingual? {
      guard let row else { return nil }
      guard let text = version.quoted(row, column) else { return Bilingual(ja: "（個人情報）", en: "(personal)") }
      return Bilingual(ja: text, en: text)
    }
    func cell(_ text: Bilingual) -> PlainTable.Cell { PlainTable.Cell(text.ja, text) }
    var cells = told.map { pair in
      cell(text(now, pair.new, of: new) ?? text(before, pair.old, of: old) ?? Bilingual(ja: "", en: ""))
    }
    for pair in changed {
      let (first, second) = (text(before, pair.old, of: old), text(now, pair.new, of: new))
      guard let before, let now else {
        cells.append(cell(first ?? Bilingual(ja: "（新規）", en: "(new)")))
        cells.append(cell(second ?? Bilingual(ja: "（削除）", en: "(deleted)")))
        continue
      }
      let (was, becomes) = (old.rows[before].cells[pair.old], new.rows[now].cells[pair.new])
      if Self.isSame(was, becomes) {
        cells += [cell(first ?? Bilingual(ja: "", en: "")), cell(Bilingual(ja: "同左", en: "(the same)"))]
        continue
      }
      guard let shownOld = old.quoted(before, pair.old), let shownNew = new.quoted(now, pair.new) else {
        let personal = Bilingual(ja: "（個人情報・変更あり）", en: "(personal, changed)")
        cells += [cell(first ?? personal), cell(personal)]
        continue
      }
      let difference = TextDifference(old: shownOld, new: shownNew, by: .word)
      changes[table.rows.count, default: [:]][cells.count] = difference.side(.removed)
      changes[table.rows.count, default: [:]][cells.count + 1] = difference.side(.added)
      cells += [PlainTable.Cell(difference.marked(.removed)), PlainTable.Cell(difference.marked(.added))]
    }
    table.rows.append(cells)
  }

  private func notes(hasChanges: Bool) -> [Bilingual] {
    var notes: [Bilingual] = []
    if hasChanges {
      notes.append(
        Bilingual(
          ja: "下線（下線のない形式では、旧の [- -] と新の {+ +}）は変わった字句。",
          en: "Underlined ([- -] and {+ +} where nothing can be underlined): what changed."))
    }
    let same = constant.compactMap { pair in
      new.rows.indices.first.flatMap { new.quoted($0, pair.new) }.map { "\(new.names[pair.new]) \($0)" }
    }
    if !same.isEmpty {
      notes.append(
        Bilingual(
          ja: "どの項目も同じ列：" + same.joined(separator: "、") + "。",
          en: "The same for every item: " + same.joined(separator: ", ") + "."))
    }
    return notes
  }
}

extension TextDifference {
  /// One side in its runs.
  fileprivate func side(_ side: Kind) -> [TextRun] {
    runs.filter { $0.kind == .same || $0.kind == side }.map { TextRun($0.text, isChanged: $0.kind == side) }
  }
}
