import ShihyoDefinitions
import ShihyoModel
import ShihyoStatistics

/// クロス集計: the answers by groups that stand side by side with a total, and whether the two hang together.
///
/// - Shape: shares down each column; a table of standardised residuals and one of the test below, where a test means something.
/// - Test: Pearson's chi-square over all answers in the base. Several answers of one respondent are no independent counts: no test.
/// - Source: statistics.md, section 5.
struct SurveyCross {
  let layout: SurveyTable
  let key: GroupKey
  let columns: [SurveyGroup]
  let total: SurveyGroup

  private var analysis: SurveyAnalysis { layout.analysis }

  func blocks() throws(Findings) -> [ReportDocument.Block] {
    let shown = columns.filter { group in group.keys.last.map { CategoryClass($0) } == .part } + apart
    let (table, notes) = (matrix(shown), self.notes)
    var matrix = table
    matrix.notes = layout.notes + notes
    let chart = layout.chart(of: shown + [total]).map { [ReportDocument.Block.chart($0)] } ?? []
    guard refusal == nil else { return [.table(matrix)] + chart }
    return [.table(matrix)] + chart
      + CrossTest(layout: layout, key: key, columns: tested, answers: total.answers).blocks
  }

  /// Unknown and no answer of the crossing column stand after its groups.
  private var apart: [SurveyGroup] {
    columns.filter { group in group.keys.last.map { CategoryClass($0) } == .unknown }
  }

  private var tested: [SurveyGroup] {
    columns.filter { group in group.keys.last.map { CategoryClass($0) } == .part }
  }

  private func matrix(_ shown: [SurveyGroup]) -> ReportTable {
    let groups =
      shown.map { (cell: ReportTable.KeyCell($0.keys.last ?? .age(.total)), group: $0) }
      + [(cell: ReportTable.KeyCell.total, group: total)]
    let own = layout.columns
    var valueColumns: [ReportTable.ValueColumn] = []
    var spanners: [ReportTable.Spanner] = []
    for (cell, _) in groups {
      spanners.append(
        ReportTable.Spanner(label: cell.label, columns: valueColumns.count..<(valueColumns.count + own.count)))
      valueColumns += own.map { column in
        var column = column
        column.name += "[\(cell.code)]"
        return column
      }
    }
    let rows = total.answers.map { answer in
      ReportTable.Row(
        keys: [layout.cell(answer.key)],
        figures: groups.flatMap { entry in layout.cells(entry.group.answer(answer.key), of: entry.group) })
    }
    let base = ReportTable.Row(
      keys: [SurveyTable.baseCell],
      figures: groups.flatMap { layout.cells($0.group.base, of: $0.group, isBase: true) }, kind: .total)
    return ReportTable(
      name: "cross", title: title, keyColumns: [ReportTable.KeyColumn(analysis.question.key, schema: analysis.schema)],
      valueColumns: valueColumns, spanners: spanners, rows: rows + [base])
  }

  private var title: Bilingual {
    let question = ReportTable.KeyColumn(analysis.question.key, schema: analysis.schema).label
    let by = ReportTable.KeyColumn(key, schema: analysis.schema).label
    return Bilingual(ja: "\(question.ja)×\(by.ja)", en: "\(question.en) by \(by.en)")
  }

  /// Why there is no test; nil where there is one.
  private var refusal: Bilingual? {
    if analysis.question.isMultiple {
      return Bilingual(
        ja: "複数回答のため、回答は互いに独立でなく、関連の検定をしない。",
        en: "One respondent can give several answers, so they are not independent and no association is tested.")
    }
    if (tested + [total]).contains(where: layout.hidesAny) {
      return Bilingual(
        ja: "秘匿した数を検定の値から逆算できるため、関連の検定は示さない。",
        en: "The values of a test could tell what is hidden, so no test of association is shown.")
    }
    switch analysis.method {
    case .fullCount: return Bilingual(ja: "全数のため検定なし。", en: "A full count: there is nothing to test.")
    case .selfSelected where !analysis.testsAsIfRandom:
      return Bilingual(
        ja: "だれでも回答できる調査（自己選択）のため検定なし。偶然に選ばれたものとみなした検定は --as-if-random で出せる。",
        en: "Anyone could answer (self-selected), so nothing is tested; --as-if-random tests as if drawn by chance.")
    default: return nil
    }
  }

  private var notes: [Bilingual] {
    var notes = [
      Bilingual(
        ja: "割合は列ごと（各区分の回答者を100％とする）。", en: "Shares are down each column (the respondents of each group are 100 %).")
    ]
    if let refusal { notes.append(refusal) }
    return notes
  }
}

extension SurveyGroup {
  /// The answer of this group; one that nobody gave counts 0.
  func answer(_ key: KeyValue) -> Answer {
    answers.first { $0.key == key }
      ?? Answer(
        key: key, n: .count(0), weight: base.weight == nil ? nil : Figure(kind: .sum, value: .decimal(.zero), n: 0),
        kind: AnswerClass(key))
  }
}
