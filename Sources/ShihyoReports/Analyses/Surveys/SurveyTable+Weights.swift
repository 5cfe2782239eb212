import ShihyoModel
import ShihyoStatistics

extension SurveyTable {
  /// What weights leave of the sample: n, Kish's effective n and the design effect; nil without weights.
  func weightsTable() -> ReportTable? {
    guard analysis.isWeighted else { return nil }
    let rows = groups.map { group in
      var effective = Figure(kind: .count, value: .undefined(FigureText.nothing), textDigits: 1)
      var effect = Figure(kind: .multiple, value: .undefined(FigureText.nothing), textDigits: 2)
      do throws(StatisticsRule) {
        if let sample = try group.sample {
          effective.value = value(sample.effective, of: group)
          effect.value = value(sample.designEffect, of: group)
        }
      } catch {
        effective.value = .undefined(error.message)
        effect.value = .undefined(error.message)
      }
      var figures = [group.base.n, effective, effect]
      if let hiding, hidesBase(of: group) { figures = figures.map { $0.hidden(hiding.request) } }
      return ReportTable.Row(keys: group.keys.map { ReportTable.KeyCell($0) }, figures: figures)
    }
    return ReportTable(
      name: "weights", title: Bilingual(ja: "重みの影響", en: "What the weights cost"),
      keyColumns: analysis.by.map { ReportTable.KeyColumn($0, schema: analysis.schema) },
      valueColumns: [
        ReportTable.ValueColumn(name: "n", label: Bilingual(ja: "n", en: "n")),
        ReportTable.ValueColumn(name: "effective-n", label: Bilingual(ja: "有効n", en: "Effective n")),
        ReportTable.ValueColumn(name: "design-effect", label: Bilingual(ja: "デザイン効果", en: "Design effect")),
      ], rows: rows, notes: [SurveyNotes.effective])
  }

  private func value(_ exact: Rational, of group: SurveyGroup) -> Figure.Value {
    // Beside the weights all digits would tell how many respondents have each.
    if hiding != nil, let rounded = exact.rounded(to: 1) { return .decimal(rounded) }
    return group.isExact ? .exact(exact) : .approximate(exact.nearestDouble)
  }

  /// The shares of two groups against each other, or of all against the one that is named.
  func comparison(of groups: [SurveyGroup]) throws(Findings) -> ReportTable? {
    guard let request = analysis.interval, request.refusal(analysis.method) == nil else { return nil }
    let by = analysis.cross.map { [$0] } ?? analysis.by
    guard !by.isEmpty else { return nil }
    let sides = groups.map { group in
      let answers = group.answers.filter { $0.kind == .answer || group.noAnswerIsInBase }
      return ShareComparison.Side(
        keys: group.keys, base: hidesBase(of: group) ? nil : group.base.n.countValue,
        estimates: answers.map { (cell($0.key), estimate($0, of: group)) })
    }
    return try ShareComparison(
      request: request, by: by, over: ReportTable.KeyColumn(analysis.question.key, schema: analysis.schema),
      schema: analysis.schema, digits: analysis.digits
    ).table(sides)
  }
}
