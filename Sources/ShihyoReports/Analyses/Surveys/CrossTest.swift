import ShihyoModel
import ShihyoStatistics

/// Whether answers and groups hang together: chi-square, Cramér's V, and which cells stand out.
struct CrossTest {
  let layout: SurveyTable
  let key: GroupKey
  /// Without unknown groups.
  let columns: [SurveyGroup]
  let answers: [SurveyGroup.Answer]

  private var analysis: SurveyAnalysis { layout.analysis }
  private var rows: [SurveyGroup.Answer] {
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

  private func group(_ column: Int) -> ReportTable.KeyCell {
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

  /// The result in words.
  private func sentences(_ table: ContingencyTable, _ test: ChiSquareTest, _ strength: CramersV) -> [Bilingual] {
    let by = ReportTable.KeyColumn(key, schema: analysis.schema).label
    let p = Probability.words(test.p)
    var sentences: [Bilingual] = []
    if test.p < 0.05 {
      let words = Self.words(strength.biasCorrected ?? strength.value)
      sentences.append(
        Bilingual(
          ja: "「\(by.ja)」によって回答の分かれ方が違うといえる（\(p.ja)）。関連の強さは\(words.ja)。",
          en: "The answers differ by \"\(by.en)\" (\(p.en)); the association is \(words.en)."))
      let cells = standing(table)
      if !cells.isEmpty {
        sentences.append(
          Bilingual(
            ja: "違いが目立つのは、" + cells.map(\.ja).joined(separator: "、") + "。",
            en: "What stands out: " + cells.map(\.en).joined(separator: "; ") + "."))
      }
    } else {
      sentences.append(
        Bilingual(
          ja: "「\(by.ja)」によって回答の分かれ方が違うとはいえない（\(p.ja)）。違いがないという証明ではない。",
          en: "No difference of the answers by \"\(by.en)\" is shown (\(p.en)); that is no proof that there is none."))
    }
    if let warning = test.warning { sentences.append(warning.message) }
    return sentences
  }

  /// The cells beyond ±1.96, the largest first.
  private func standing(_ table: ContingencyTable) -> [Bilingual] {
    var cells: [(residual: Double, row: Int, column: Int)] = []
    for (row, residuals) in zip(table.rows, table.standardisedResiduals) {
      for (column, residual) in zip(table.columns, residuals) where residual.magnitude > 1.96 {
        cells.append((residual, row, column))
      }
    }
    return cells.sorted { ($1.residual.magnitude, $0.row, $0.column) < ($0.residual.magnitude, $1.row, $1.column) }
      .prefix(6).map { cell in
        let answer = layout.cell(rows[cell.row].key).label
        let group = group(cell.column).label
        let more = cell.residual > 0
        return Bilingual(
          ja: "\(group.ja)の「\(answer.ja)」（\(more ? "多い" : "少ない")）",
          en: "\"\(answer.en)\" of \(group.en) (\(more ? "more" : "fewer"))")
      }
  }

  /// Usual words for V; they are a convention, no law.
  private static func words(_ v: Double) -> Bilingual {
    switch v {
    case ..<0.1: Bilingual(ja: "ごく弱い（Vが0.1未満）", en: "very weak (V below 0.1)")
    case ..<0.3: Bilingual(ja: "弱い（Vが0.1以上0.3未満）", en: "weak (V from 0.1 to 0.3)")
    case ..<0.5: Bilingual(ja: "中程度（Vが0.3以上0.5未満）", en: "moderate (V from 0.3 to 0.5)")
    default: Bilingual(ja: "強い（Vが0.5以上）", en: "strong (V 0.5 or more)")
    }
  }
}

/// A p value in a sentence.
enum Probability {
  static func words(_ p: Double) -> Bilingual {
    guard p >= 0.0005, let exact = Rational(exactly: p)?.rounded(to: 3) else {
      return Bilingual(ja: "偶然だけでこれほど違う確率は0.1％未満", en: "chance alone would do this in fewer than 1 of 1000 cases")
    }
    let percent = ExactDecimal(coefficient: exact.widened(to: 3)?.coefficient ?? exact.coefficient, decimals: 1)
    return Bilingual(ja: "偶然だけでこれほど違う確率は\(percent)％", en: "chance alone would do this in \(percent) % of cases")
  }
}
