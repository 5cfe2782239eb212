import ShihyoModel
import ShihyoStatistics

/// Lays out the answers of all groups, and says what the base is.
struct SurveyTable {
  let analysis: SurveyAnalysis
  let groups: [SurveyGroup]

  func table() -> ReportTable {
    ReportTable(
      keyColumns: (analysis.by + [analysis.question.key]).map { ReportTable.KeyColumn($0, schema: analysis.schema) },
      valueColumns: columns, rows: groups.flatMap(rows), notes: notes)
  }

  private var columns: [ReportTable.ValueColumn] {
    let unit = analysis.count.flatMap { analysis.schema?.field(named: $0)?.unit?.symbol }
    let n = analysis.count.map { "sum(\(ColumnSpelling.quotedIfNeeded($0)))" } ?? "count"
    var columns = [ReportTable.ValueColumn(name: n, label: Bilingual(ja: "n", en: "n"), unit: unit)]
    var share = analysis.count == nil ? "share-of-count" : "share(\(n))"
    if let weight = analysis.weight {
      let name = "sum(\(ColumnSpelling.quotedIfNeeded(weight)))"
      columns.append(ReportTable.ValueColumn(name: name, label: Bilingual(ja: "重みの計", en: "Sum of weights")))
      share = "share(\(name))"
    }
    return columns + [ReportTable.ValueColumn(name: share, label: Bilingual(ja: "割合", en: "Share"), unit: "％")]
  }

  private func rows(_ group: SurveyGroup) -> [ReportTable.Row] {
    let keys = group.keys.map { ReportTable.KeyCell($0) }
    var rows = group.answers.map { answer in
      ReportTable.Row(
        keys: keys + [cell(answer.key)], figures: figures(answer) + [group.share(answer, digits: analysis.digits)])
    }
    let base = ReportTable.KeyCell("total", label: Bilingual(ja: "回答者（基数）", en: "Respondents (base)"))
    rows.append(
      ReportTable.Row(
        keys: keys + [base], figures: figures(group.base) + [group.share(group.base, digits: analysis.digits)],
        kind: analysis.by.isEmpty ? .total : .subtotal))
    return rows
  }

  /// An empty cell is called what it is in a survey.
  private func cell(_ key: KeyValue) -> ReportTable.KeyCell {
    guard case .absent(let reason) = key else { return ReportTable.KeyCell(key) }
    let code = reason == .empty ? "no-answer" : reason.name
    let label =
      reason == .empty
      ? Bilingual(ja: "無回答", en: "No answer")
      : Bilingual(ja: "無回答（\(reason.meaning.ja)）", en: "No answer (\(reason.meaning.en))")
    return ReportTable.KeyCell(code, label: label)
  }

  private func figures(_ answer: SurveyGroup.Answer) -> [Figure] { [answer.n] + (answer.weight.map { [$0] } ?? []) }

  private var notes: [Bilingual] {
    var notes = [analysis.noAnswerIsInBase ? SurveyNotes.noAnswerIn : SurveyNotes.noAnswerOut]
    func note(_ note: Bilingual?) { if let note, !notes.contains(note) { notes.append(note) } }
    if !analysis.noAnswerIsInBase {
      for group in groups where !group.noAnswers.isEmpty { note(SurveyNotes.leftOut(group, name: name(group))) }
    }
    if analysis.question.isMultiple { note(SurveyNotes.several(shareSums)) }
    if analysis.weight != nil { note(SurveyNotes.weighted) }
    if analysis.count != nil { note(SurveyNotes.counted) }
    for group in groups {
      for answer in group.notAsked { note(SurveyNotes.notAsked(name(group) + answer.n.printed)) }
      if !group.recounts.isEmpty {
        note(ShareNotes.recounts(group.recounts.map { ReportTable.KeyCell($0.key).label.ja }))
      }
      totals(of: group).forEach(note)
      if !analysis.question.isMultiple, printsOtherThanHundred(group) { note(RoundingNote.text) }
    }
    return notes + SurveyNotes.method(analysis.method) + declaredNotes
  }

  /// Total rows of a counted table are left out and compared with the answers.
  private func totals(of group: SurveyGroup) -> [Bilingual] {
    guard !group.totals.isEmpty else { return [] }
    let names = group.totals.map { ReportTable.KeyCell($0.key).label.ja }
    var notes = [ShareNotes.totalLeftOut(names)]
    guard analysis.count != nil, !analysis.question.isMultiple, let parts = ExactDecimal(group.asked.n.printed) else {
      return notes
    }
    for (name, total) in zip(names, group.totals) {
      guard let printed = ExactDecimal(total.n.printed) else { continue }
      let isComplete = group.answers.allSatisfy { $0.n.reasons.total == 0 }
      if let difference = ShareNotes.difference(
        self.name(group) + name, printed: printed, parts: parts, count: group.answers.count, canBeRounded: false,
        isComplete: isComplete)
      {
        notes.append(difference)
      }
    }
    return notes
  }

  /// What the printed shares add up to, for each group.
  private var shareSums: [String] {
    groups.map { group in
      let shares = group.answers.compactMap { group.share($0, digits: analysis.digits).exactValue }
      let sum = shares.reduce(Rational.zero, +)
      return sum.rounded(to: analysis.digits ?? 1)?.description ?? sum.machineSpelling
    }
  }

  private func printsOtherThanHundred(_ group: SurveyGroup) -> Bool {
    ShareGroup.printsOtherThanHundred(
      group.answers.map { group.share($0, digits: analysis.digits) }, digits: analysis.digits ?? 1)
  }

  private func name(_ group: SurveyGroup) -> String {
    group.keys.map { ReportTable.KeyCell($0).label.ja + "・" }.joined()
  }

  /// The steward's own notes on the columns.
  private var declaredNotes: [Bilingual] {
    analysis.question.columns.flatMap { analysis.schema?.field(named: $0)?.notes ?? [] }.map {
      Bilingual(ja: $0, en: $0)
    }
  }
}
