import ShihyoModel
import ShihyoStatistics

/// What the test says, in words.
extension CrossTest {
  /// The result in words.
  func sentences(_ table: ContingencyTable, _ test: ChiSquareTest, _ strength: CramersV) -> [Bilingual] {
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
