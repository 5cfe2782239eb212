import ShihyoDefinitions
import ShihyoModel
import ShihyoStatistics

/// Lays out the answers of all groups, and says what the base is.
struct SurveyTable {
  let analysis: SurveyAnalysis
  let groups: [SurveyGroup]
  var made: MadeWeights?
  /// nil: nothing is hidden.
  var hiding: SurveyHiding?

  func table() -> ReportTable {
    ReportTable(
      keyColumns: (analysis.by + [analysis.question.key]).map { ReportTable.KeyColumn($0, schema: analysis.schema) },
      valueColumns: columns, rows: groups.flatMap(rows), notes: notes)
  }

  var columns: [ReportTable.ValueColumn] {
    let unit = analysis.count.flatMap { analysis.schema?.field(named: $0)?.unit?.symbol }
    let n = analysis.count.map { "sum(\(ColumnSpelling.quotedIfNeeded($0)))" } ?? "count"
    var columns = [ReportTable.ValueColumn(name: n, label: Bilingual(ja: "n", en: "n"), unit: unit)]
    var share = analysis.count == nil ? "share-of-count" : "share(\(n))"
    if analysis.isWeighted {
      let name = analysis.weight.map { "sum(\(ColumnSpelling.quotedIfNeeded($0)))" } ?? "weights"
      share = "share(\(name))"
      if showsWeights {
        columns.append(ReportTable.ValueColumn(name: name, label: Bilingual(ja: "重みの計", en: "Sum of weights")))
      }
    }
    return columns + [ReportTable.ValueColumn(name: share, label: Bilingual(ja: "割合", en: "Share"), unit: "％")]
      + (shownInterval?.columns ?? [])
  }

  /// The request where these answers can have an interval.
  private var shownInterval: IntervalRequest? {
    analysis.interval.flatMap { $0.refusal(analysis.method) == nil ? $0 : nil }
  }

  /// n, weights, share and interval of one answer.
  func cells(_ answer: SurveyGroup.Answer, of group: SurveyGroup, isBase: Bool = false) -> [Figure] {
    var share = group.share(answer, digits: analysis.digits)
    if isFlagged(group), share.isNumber, !isBase { share.marks.insert(.smallBase) }
    if analysis.isWeighted, !showsWeights { (share.numerator, share.denominator) = (nil, nil) }
    let ends = shownInterval?.figures(group.estimate(answer), share: share, isBlank: isBase) ?? []
    return hidden(figures(answer, of: group), [share] + ends, answer: isBase ? nil : answer, of: group)
  }

  private func isFlagged(_ group: SurveyGroup) -> Bool { analysis.method != .fullCount && group.hasSmallBase }

  /// Whether a share of it is marked: one of a base of 0 is none.
  private func hasFlags(_ group: SurveyGroup) -> Bool {
    isFlagged(group) && group.answers.contains { group.share($0, digits: nil).isNumber }
  }

  private func rows(_ group: SurveyGroup) -> [ReportTable.Row] {
    let keys = group.keys.map { ReportTable.KeyCell($0) }
    var rows = group.answers.map { answer in
      ReportTable.Row(keys: keys + [cell(answer.key)], figures: cells(answer, of: group))
    }
    rows.append(
      ReportTable.Row(
        keys: keys + [Self.baseCell], figures: cells(group.base, of: group, isBase: true),
        kind: analysis.by.isEmpty ? .total : .subtotal))
    return rows
  }

  static let baseCell = ReportTable.KeyCell("total", label: Bilingual(ja: "回答者（基数）", en: "Respondents (base)"))

  /// An empty cell is called what it is in a survey.
  func cell(_ key: KeyValue) -> ReportTable.KeyCell {
    guard case .absent(let reason) = key else { return ReportTable.KeyCell(key) }
    let code = reason == .empty ? "no-answer" : reason.name
    let label =
      reason == .empty
      ? Bilingual(ja: "無回答", en: "No answer")
      : Bilingual(ja: "無回答（\(reason.meaning.ja)）", en: "No answer (\(reason.meaning.en))")
    return ReportTable.KeyCell(code, label: label)
  }

  private func figures(_ answer: SurveyGroup.Answer, of group: SurveyGroup) -> [Figure] {
    guard let weight = answer.weight, showsWeights else { return [answer.n] }
    guard !group.isExact, let exact = weight.exactValue else { return [answer.n, weight] }
    return [answer.n, weight.with(.approximate(exact.nearestDouble))]
  }

  var notes: [Bilingual] {
    var notes = [analysis.noAnswerIsInBase ? SurveyNotes.noAnswerIn : SurveyNotes.noAnswerOut]
    func note(_ note: Bilingual?) { if let note, !notes.contains(note) { notes.append(note) } }
    if !analysis.noAnswerIsInBase {
      for group in groups where !group.noAnswers.isEmpty && !hidesAny(of: group) {
        note(SurveyNotes.leftOut(group, name: name(group)))
      }
    }
    if analysis.question.isMultiple { note(SurveyNotes.several(groups.contains(where: hidesAny) ? [] : shareSums)) }
    if case .several(_, let separator) = analysis.question {
      let labels = groups.flatMap(\.answers).map { cell($0.key).label.ja }.uniqued
      note(SurveyNotes.otherSeparators(labels, separator: separator))
    }
    if analysis.isWeighted { note(SurveyNotes.weighted) }
    if let made { SurveyNotes.made(made).forEach(note) }
    if groups.contains(where: hasFlags) { note(IntervalNotes.smallBase) }
    if analysis.count != nil { note(SurveyNotes.counted) }
    for group in groups {
      for answer in group.notAsked {
        let isHidden = hiding?.hides(answer.key, of: place(group)) ?? false
        note(isHidden ? SurveyNotes.notAskedHidden : SurveyNotes.notAsked(name(group) + answer.n.printed))
      }
      if !group.recounts.isEmpty {
        note(ShareNotes.recounts(group.recounts.map { ReportTable.KeyCell($0.key).label.ja }))
      }
      totals(of: group).forEach(note)
      if !analysis.question.isMultiple, !hidesAny(of: group), printsOtherThanHundred(group) { note(RoundingNote.text) }
    }
    note(analysis.disclosure?.note)
    if hiding != nil, analysis.isWeighted { note(SurveyNotes.weightsHidden) }
    SurveyNotes.method(analysis.method).forEach(note)
    if let interval = analysis.interval { IntervalNotes.notes(interval, analysis.method).forEach(note) }
    return notes + declaredNotes
  }

  /// Total rows of a counted table are left out and compared with the answers.
  private func totals(of group: SurveyGroup) -> [Bilingual] {
    guard !group.totals.isEmpty else { return [] }
    let names = group.totals.map { ReportTable.KeyCell($0.key).label.ja }
    var notes = [ShareNotes.totalLeftOut(names)]
    // A difference could tell a hidden part.
    guard analysis.count != nil, !analysis.question.isMultiple, hiding == nil,
      let parts = ExactDecimal(group.asked.n.printed)
    else {
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
