import ShihyoModel
import ShihyoStatistics

/// Whether answers and groups hang together: chi-square, Cramér's V, and which cells stand out.
struct CrossTest {
  let layout: SurveyTable
  let key: GroupKey
  /// Without unknown groups.
  let columns: [SurveyGroup]
  let answers: [SurveyGroup.Answer]

  var analysis: SurveyAnalysis { layout.analysis }
  var rows: [SurveyGroup.Answer] {
    answers.filter { $0.kind == .answer || analysis.noAnswerIsInBase }
  }

  var blocks: [ReportDocument.Block] {
    do throws(StatisticsRule) {
      let table = try contingency()
      let test = try ChiSquareTest(table)
      let strength = try CramersV(table)
      return [
        .table(residuals(table)), .table(result(table, test, strength)),
        .list(sentences(table, test, strength).map { [.text($0)] }),
      ]
    } catch {
      return [.list([[.text(Bilingual(ja: "検定なし：" + error.message.ja, en: "No test: " + error.message.en))]])]
    }
  }

  private func contingency() throws(StatisticsRule) -> ContingencyTable {
    let amounts = rows.map { row in columns.map { $0.answer(row.key).amount.exactValue ?? .zero } }
    guard analysis.isWeighted else {
      return try ContingencyTable(
        counts: amounts.map { $0.map { Int($0.numerator) ?? 0 } })
    }
    var spread: [Rational: Int] = [:]
    for group in columns { spread.merge(group.base.spread, uniquingKeysWith: +) }
    let sample = try EffectiveSample(spread.map { (weight: $0.key, count: $0.value) })
    return try ContingencyTable(weighted: amounts, effectiveBase: sample.effective)
  }

  private func residuals(_ table: ContingencyTable) -> ReportTable {
    let values = table.standardisedResiduals
    let rows = zip(table.rows, values).map { row, residuals in
      ReportTable.Row(
        keys: [layout.cell(self.rows[row].key)],
        figures: residuals.map { Figure(kind: .difference, value: .approximate($0), textDigits: 1) })
    }
    return ReportTable(
      name: "residuals", title: Bilingual(ja: "標準化残差", en: "Standardised residuals"),
      keyColumns: [ReportTable.KeyColumn(analysis.question.key, schema: analysis.schema)],
      valueColumns: table.columns.map { column in
        let cell = group(column)
        return ReportTable.ValueColumn(name: "residual[\(cell.code)]", label: cell.label)
      }, rows: rows,
      notes: [
        Bilingual(
          ja: "＋は、関連がない場合に見込まれる数より多く、－は少ない。±2を超えるところが目立つ違い。",
          en: "Above 0: more than would be expected without an association. Beyond about ±2 a difference stands out.")
      ])
  }

  private func result(_ table: ContingencyTable, _ test: ChiSquareTest, _ strength: CramersV) -> ReportTable {
    let isExact = columns.allSatisfy(\.isExact)
    func column(_ name: String, _ ja: String, _ en: String) -> ReportTable.ValueColumn {
      ReportTable.ValueColumn(name: name, label: Bilingual(ja: ja, en: en))
    }
    func number(_ value: Rational, _ digits: Int) -> Figure {
      Figure(
        kind: .multiple, value: isExact ? .exact(value) : .approximate(value.nearestDouble), textDigits: digits)
    }
    func double(_ value: Double?, _ digits: Int) -> Figure {
      Figure(
        kind: .multiple, value: value.map { .approximate($0) } ?? .undefined(Self.tooFew), textDigits: digits)
    }
    let n =
      analysis.isWeighted
      ? number(table.total, 1) : Figure(kind: .count, value: .exact(table.total))
    return ReportTable(
      name: "test", title: Bilingual(ja: "関連の検定（カイ二乗検定）", en: "Test of association (chi-square)"),
      keyColumns: [
        ReportTable.KeyColumn(name: "verdict", label: Bilingual(ja: "判定（5％水準）", en: "Verdict (5 % level)"))
      ],
      valueColumns: [
        column(
          analysis.isWeighted ? "effective-n" : "n", analysis.isWeighted ? "有効n" : "n",
          analysis.isWeighted ? "Effective n" : "n"),
        column("chi-square", "カイ二乗値", "Chi-square"), column("degrees-of-freedom", "自由度", "Degrees of freedom"),
        column("p", "p値", "p"), column("cramers-v", "クラメールのV", "Cramér's V"),
        column("cramers-v-corrected", "V（偏り補正）", "V, bias-corrected"),
        column("small-expected", "期待度数5未満のセル", "Cells expected below 5"),
      ],
      rows: [
        ReportTable.Row(
          keys: [verdict(test)],
          figures: [
            n, number(test.statistic, 2), .count(test.degreesOfFreedom), double(test.p, 4), double(strength.value, 2),
            double(strength.biasCorrected, 2), .count(test.smallExpected),
          ])
      ], notes: leftOut(table))
  }

  private static let tooFew = Bilingual(ja: "回答が少なすぎる", en: "too few answers")

  private func verdict(_ test: ChiSquareTest) -> ReportTable.KeyCell {
    test.p < 0.05
      ? ReportTable.KeyCell("associated", label: Bilingual(ja: "関連があるといえる", en: "associated"))
      : ReportTable.KeyCell("not-shown", label: Bilingual(ja: "関連があるとはいえない", en: "no association shown"))
  }

  func group(_ column: Int) -> ReportTable.KeyCell {
    ReportTable.KeyCell(columns[column].keys.last ?? .age(.total))
  }

  private func leftOut(_ table: ContingencyTable) -> [Bilingual] {
    let names = table.emptyRows.map { layout.cell(rows[$0].key).label } + table.emptyColumns.map { group($0).label }
    guard !names.isEmpty else { return [] }
    return [
      Bilingual(
        ja: "回答のない区分は検定から除いた：\(names.map(\.ja).joined(separator: "、"))",
        en: "Left out of the test, having no answers: \(names.map(\.en).joined(separator: ", "))")
    ]
  }
}
