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
  private var legend: Bilingual? {
    var reasons: Set<Reason> = []
    var marks: Marks = []
    for figure in rows.lazy.flatMap(\.figures) {
      if case .absent(let reason) = figure.value { reasons.insert(reason) }
      marks.formUnion(figure.marks)
      if figure.leavesOutCells { marks.insert(.incomplete) }
    }
    let reasonEntries = Reason.allCases.filter(reasons.contains).map { reason in
      Bilingual(
        ja: reason.sign(.ja) + "：" + reason.meaning.ja, en: reason.sign(.en) + ": " + reason.meaning.en)
    }
    let markEntries = MarkSign.all.filter { marks.contains($0.mark) }.map { sign in
      Bilingual(
        ja: sign.before.ja + sign.after + "：" + sign.meaning.ja,
        en: sign.before.en + sign.after + ": " + sign.meaning.en)
    }
    let entries = reasonEntries + markEntries
    guard !entries.isEmpty else { return nil }
    return Bilingual(ja: entries.map(\.ja).joined(separator: "　"), en: entries.map(\.en).joined(separator: "; "))
  }

  /// Why figures have no value by definition, each reason once; words that stand in the cell itself say it there.
  private var undefinedNotes: [Bilingual] {
    var seen: [Bilingual] = []
    for figure in rows.lazy.flatMap(\.figures) {
      guard case .undefined(let why) = figure.value, !seen.contains(why), !ChangeWords.standing.contains(why) else {
        continue
      }
      seen.append(why)
    }
    return seen.map {
      Bilingual(ja: FigureText.undefinedSign.ja + "：" + $0.ja, en: FigureText.undefinedSign.en + ": " + $0.en)
    }
  }
}

extension ReportDocument {
  /// Below everything: what became of the records, then the document's own notes.
  public var completeNotes: [Bilingual] {
    (frame == nil ? AccountingNote.notes(for: inputs) : AccountingNote.paperNotes(for: inputs)) + notes
  }
}
