import ShihyoModel
public import ShihyoReports

extension FoundFigure {
  /// The whole explanation: the facts, then the rows of each part, the largest first, with the rest in one row.
  ///
  /// - Parameter namesUnits: whether the unit stands in a column of its own, for programs.
  /// - Hidden: rows that a hidden figure counts are not shown; the document says so.
  /// - Errors: those of reading the input, and `rowsDiffer`.
  /// - Cost: one pass over each dataset behind the figure; memory for the rows that are shown.
  public func document(namesUnits: Bool = false) throws -> ReportDocument {
    try explanation.document(namesUnits: namesUnits)
  }

  var explanation: RowsExplanation {
    RowsExplanation(
      head: head, parts: parts, top: request.top, refusal: refusal,
      check: { (totals) throws(Findings) in try check(totals) }, proof: { proof($0) })
  }

  /// The facts, without any row.
  var head: ReportDocument {
    let spelling = figure.id?.spelling ?? ""
    return ReportDocument(
      title: Bilingual(ja: "算出内訳：\(spelling)", en: "How \(spelling) is made"),
      blocks: [.table(FigureFacts(self).table)], notice: notice)
  }

  /// That the rows are the figure, or why that cannot be said.
  private func proof(_ totals: [PartTotal]) -> Bilingual {
    guard figure.exactValue != nil, origin.value(of: totals, kind: figure.kind) != nil else {
      return Bilingual(
        ja: "数値がないか、行の計ではないため、計の照合はしていない。",
        en: "There is no number, or it is no sum of rows: no total was compared.")
    }
    return Bilingual(
      ja: "行から求めた値は、端数処理前の数値と一致した。", en: "What the rows give is the figure before rounding, exactly.")
  }
}
