import ShihyoDefinitions
import ShihyoModel

extension ReportComposer {
  /// Metrics × dimensions × periods. What is not across stands in rows.
  mutating func table(_ block: TableBlock) throws(Findings) -> ReportTable {
    var acrossKey: [GroupKey] = []
    if case .column(let key) = block.across { acrossKey = [key] }
    let cells = try pivotCells(block, keys: block.by + acrossKey)
    let schema = try schema(of: block)
    let layout = PivotLayout(block, cells: cells, schema: schema, language: report.language)
    var table = layout.table(cells)
    table.title = caption(block.title.map { plain($0) }, layout.saysPeriod ? [] : cells.map(\.moment), of: block)
    table.notes = block.notes.map(same)
    if cells.contains(where: \.differsFromPrinted) {
      table.notes.append(
        Bilingual(
          ja: "差は端数処理前の値から求めたため、表示した値の差と一致しない場合がある。",
          en: "Differences are taken before rounding and may differ from those of the printed figures."))
    }
    var partial: [Bilingual] = []
    for cell in cells where cell.isPartial && cell.stateOf == nil && !partial.contains(cell.moment.label) {
      partial.append(cell.moment.label)
    }
    for cell in cells where cell.isPartial {
      guard let state = cell.stateOf else { continue }
      let note = Bilingual(
        ja: "\(cell.moment.label.ja)は\(state.label(.ja))の値（その後のデータはない）。",
        en: "\(cell.moment.label.en): the state of \(state.label(.en)); there are no later data.")
      if !table.notes.contains(note) { table.notes.append(note) }
    }
    if !partial.isEmpty {
      table.notes.append(
        Bilingual(
          ja: partial.map(\.ja).joined(separator: "、") + "は一部の月の値だけの計。",
          en: partial.map(\.en).joined(separator: ", ") + ": only some of the months."))
    }
    var gaps: [Bilingual] = []
    for cell in cells where cell.figure.exactValue != nil {
      guard let period = cell.moment.period else { continue }
      for gap in cell.gaps.map({ $0.words(of: period) }) where !gaps.contains(gap) { gaps.append(gap) }
    }
    if let note = TrendNotes.seriesGaps(gaps) { table.notes.append(note) }
    for cell in cells {
      if let note = cell.otherMonths?.note, !table.notes.contains(note) { table.notes.append(note) }
    }
    try mark(&table, block.footnotes)
    return table
  }

  private func schema(of block: TableBlock) throws(Findings) -> Schema? {
    guard let id = block.metrics.first else { return nil }
    let (entry, metric) = try loaded.metric(id, at: block.words.place(.metric, id) ?? block.place)
    return try loaded.open(entry, resource: metric.resource).dataset.schema
  }

  static func dimensions(_ keys: [GroupKey], _ values: [KeyValue]) -> [String: String] {
    Dictionary(
      zip(keys, values).map { ($0.machineName, ReportTable.KeyCell($1).code) }, uniquingKeysWith: { first, _ in first })
  }

  /// Puts the signs of footnotes on every key and column that prints the label.
  ///
  /// - Errors: `unknownPart` for a label that the table does not print; with `--set` or another period it may
  ///   rightly be gone.
  private func mark(_ table: inout ReportTable, _ footnotes: [TableFootnote]) throws(Findings) {
    var findings: [Finding] = []
    for footnote in footnotes {
      let numbers = footnoteNumbers([footnote.footnote])
      var isPrinted = false
      for row in table.rows.indices {
        for key in table.rows[row].keys.indices where table.rows[row].keys[key].label[report.language] == footnote.at {
          table.rows[row].keys[key].footnotes += numbers
          isPrinted = true
        }
      }
      for column in table.valueColumns.indices
      where table.valueColumns[column].label[report.language] == footnote.at {
        table.valueColumns[column].footnotes += numbers
        isPrinted = true
      }
      if isPrinted || desk.isAsking || !settings.isEmpty || choosesPeriod { continue }
      let known = (table.valueColumns.map(\.label) + table.rows.flatMap { $0.keys.map(\.label) })
        .map { $0[report.language] }.uniqued
      findings.append(unknownPart(footnote.at, known: known, at: footnote.place))
    }
    if !findings.isEmpty { throw Findings(findings) }
  }
}
