public import ShihyoModel

extension ReportTable {
  /// All that stands under the table after its footnotes: its own notes, the legend of the signs that occur in it, and the
  /// rounding note where it applies. Every renderer prints these, so all formats say the same.
  public var completeNotes: [Bilingual] {
    var result = notes
    if let legend { result.append(legend) }
    result += undefinedNotes
    let inexact = valueColumns.indices.filter { column in
      rows.contains { if case .approximate = $0.figures[column].value { true } else { false } }
    }
    if !inexact.isEmpty {
      let ja = inexact.map { valueColumns[$0].label.ja }.uniqued.joined(separator: "、")
      let en = inexact.map { valueColumns[$0].label.en }.uniqued.joined(separator: ", ")
      result.append(
        Bilingual(ja: "\(ja)は近似計算による（ほかは厳密な計算による）。", en: "\(en): computed in floating point, all else exactly."))
    }
    if needsRoundingNote, !result.contains(RoundingNote.text) { result.append(RoundingNote.text) }
    return result
  }

  /// The signs that occur, with their meanings; nil if there are none.
  private var legend: Bilingual? { SignLegend.line(SignLegend.entries(of: rows.lazy.flatMap(\.figures))) }

  /// Why figures have no value by definition.
  private var undefinedNotes: [Bilingual] { SignLegend.undefined(rows.lazy.flatMap(\.figures)) }
}

extension ReportDocument {
  /// Below everything: what became of the records, then the document's own notes.
  public var completeNotes: [Bilingual] {
    (frame == nil ? AccountingNote.notes(for: inputs) : AccountingNote.paperNotes(for: inputs)) + sentenceLegend + notes
  }

  /// Signs that only the sentences of a paper print, no table.
  private var sentenceLegend: [Bilingual] {
    guard frame != nil else { return [] }
    var (said, tabled): ([Figure], [Figure]) = ([], [])
    for block in blocks {
      switch block {
      case .list(let lines):
        said += lines.flatMap { $0 }.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
      case .table(let table): tabled += table.rows.lazy.flatMap(\.figures)
      case .heading, .paragraph, .chart: continue
      }
    }
    let told = SignLegend.entries(of: tabled)
    let own = SignLegend.entries(of: said).filter { !told.contains($0) }
    let why = SignLegend.undefined(tabled)
    return (SignLegend.line(own).map { [$0] } ?? []) + SignLegend.undefined(said).filter { !why.contains($0) }
  }
}
