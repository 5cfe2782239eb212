public import ShihyoModel

/// What became of the records of an input, in a sentence. Rejected records are never left unsaid, and what is 0 is not said.
public enum AccountingNote {
  /// One note per input; the inputs are named where there are several.
  public static func notes(for inputs: [ReportDocument.Input]) -> [Bilingual] {
    inputs.flatMap { input in
      ([note(for: input.accounting)] + SuspectNote.notes(for: input.accounting.layout)).map { note in
        guard inputs.count > 1 else { return note }
        return Bilingual(ja: "\(input.name)：\(note.ja)", en: "\(input.name): \(note.en)")
      }
    } + tableNotes(inputs)
  }

  /// What stands below the tables that were read, as it stands there; each text once.
  private static func tableNotes(_ inputs: [ReportDocument.Input], named: Bool = false) -> [Bilingual] {
    var seen = Set<Label>()
    return inputs.flatMap { input in
      input.accounting.layout.noteTexts.filter { seen.insert(Label($0)).inserted }.map { text in
        guard named else { return Bilingual(ja: "原表の注：\(text)", en: "Note of the source table: \(text)") }
        let name = input.title ?? input.name
        return Bilingual(ja: "\(name)の原表の注：\(text)", en: "\(name), note of the source table: \(text)")
      }
    }
  }

  /// For a paper: its data in one line by their titles, with all rows there are. What was rejected is said in full, and what the tables
  /// that were read say below themselves.
  static func paperNotes(for inputs: [ReportDocument.Input]) -> [Bilingual] {
    let isWhole = { (input: ReportDocument.Input) in input.accounting.accepted == input.accounting.records }
    var notes: [Bilingual] = []
    let whole = inputs.filter(isWhole).map { input in
      (name: input.title ?? input.name, records: DigitGroups.grouped(input.accounting.records))
    }
    if !whole.isEmpty {
      notes.append(
        Bilingual(
          ja: "用いたデータ（括弧内は全体の行数）：" + whole.map { "\($0.name)（\($0.records)）" }.joined(separator: "、"),
          en: "Data, with all their records: " + whole.map { "\($0.name) (\($0.records))" }.joined(separator: ", ")))
    }
    for input in inputs where !isWhole(input) {
      let note = note(for: input.accounting)
      let name = input.title ?? input.name
      notes.append(Bilingual(ja: "\(name)：\(note.ja)", en: "\(name): \(note.en)"))
    }
    return notes + tableNotes(inputs, named: true)
  }

  public static func note(for accounting: Accounting) -> Bilingual {
    let parts = leftOut(accounting)
    let records = DigitGroups.grouped(accounting.records)
    let accepted = DigitGroups.grouped(accounting.accepted)
    let blank = DigitGroups.grouped(accounting.blankLines)
    let ja =
      parts.isEmpty
      ? "データ\(records)行を集計した。" : "データ\(records)行のうち、" + parts.map(\.ja).joined(separator: "、") + "を除く\(accepted)行を集計した。"
    let en =
      parts.isEmpty
      ? accounting.records == 1 ? "The one record is counted." : "All \(records) records are counted."
      : "\(accepted) of \(records) record\(accounting.records == 1 ? "" : "s") \(accounting.accepted == 1 ? "is" : "are") counted; left out: "
        + parts.map(\.en).joined(separator: ", ") + "."
    let layout = layoutNote(accounting)
    var note = Bilingual(ja: layout.ja + ja, en: layout.en + en)
    if accounting.accepted == 0, accounting.filteredOut > 0 {
      note = Bilingual(
        ja: note.ja + "条件の値をデータの表記どおりに書いたか確かめること。",
        en: note.en + " Check how the data spell the values of the conditions.")
    }
    guard accounting.blankLines > 0 else { return note }
    return Bilingual(
      ja: note.ja + "ほかに空行\(blank)行。", en: note.en + " Blank lines beside them: \(blank).")
  }

  /// How many rows the records were made of, and how many rows are none; empty where rows are records.
  private static func layoutNote(_ accounting: Accounting) -> Bilingual {
    let layout = accounting.layout
    guard layout.rows > 0 else { return Bilingual(ja: "", en: "") }
    let rows = DigitGroups.grouped(layout.rows)
    let kinds = [
      (layout.totals, Bilingual(ja: "計", en: layout.totals == 1 ? "total" : "totals")),
      (layout.notes, Bilingual(ja: "注", en: layout.notes == 1 ? "note" : "notes")),
      (layout.emptyRows, Bilingual(ja: "空の行", en: "empty")),
    ]
    let left = kinds.filter { $0.0 > 0 }.map { (DigitGroups.grouped($0.0), $0.1) }
    let counted = layout.rows == 1 ? "1 row" : "\(rows) rows"
    if left.isEmpty { return Bilingual(ja: "表の\(rows)行から読んだ。", en: "Read from \(counted) of the table. ") }
    let ja = left.map { "\($0.1.ja)\($0.0)行" }.joined(separator: "、")
    let en = left.map { "\($0.0) \($0.1.en)" }.joined(separator: ", ")
    return Bilingual(
      ja: "表の\(rows)行のうち、\(ja)を除いて読んだ。", en: "Read from \(counted) of the table, without \(en). ")
  }

  private static func leftOut(_ accounting: Accounting) -> [Bilingual] {
    var parts: [Bilingual] = []
    if accounting.rejected > 0 {
      let count = DigitGroups.grouped(accounting.rejected)
      parts.append(Bilingual(ja: "差戻し\(count)行", en: "\(count) rejected"))
    }
    if accounting.filteredOut > 0 {
      let count = DigitGroups.grouped(accounting.filteredOut)
      parts.append(Bilingual(ja: "条件に合わない\(count)行", en: "\(count) outside the conditions"))
    }
    if accounting.leftOut.total > 0 {
      let count = DigitGroups.grouped(accounting.leftOut.total)
      let reasons = Reason.allCases.filter { accounting.leftOut[$0] > 0 }
      let ja = reasons.map { "\($0.meaning.ja)\(DigitGroups.grouped(accounting.leftOut[$0]))" }.joined(separator: "、")
      let en = reasons.map { "\($0.meaning.en) \(DigitGroups.grouped(accounting.leftOut[$0]))" }.joined(separator: ", ")
      parts.append(Bilingual(ja: "値がなく条件と比べられない\(count)行（\(ja)）", en: "\(count) without a value to compare (\(en))"))
    }
    return parts
  }
}
