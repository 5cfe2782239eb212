import ShihyoModel

extension SurveyTable {
  /// Shares of the answers as bars; of groups one bar of 100 % each, or bars side by side where a respondent can give several
  /// answers and the shares make no whole. nil where it could not be read.
  ///
  /// - Parameter shown: the groups that the table shows, each a bar.
  func chart(of shown: [SurveyGroup]) -> ReportChart? {
    let question = ReportTable.KeyColumn(analysis.question.key, schema: analysis.schema).label
    let keys = shown.flatMap { $0.answers.map(\.key) }.uniqued
    let title = Bilingual(ja: "\(question.ja)の割合", en: "Shares by \(question.en)")
    let isGrouped = shown.contains { !$0.keys.isEmpty }
    func share(_ key: KeyValue, _ group: SurveyGroup) -> Figure {
      cells(group.answer(key), of: group)[analysis.isWeighted ? 2 : 1]
    }
    var chart = ReportChart(
      kind: .bars, name: "answers", title: title, categories: [], series: [], unit: "％",
      alternative: Bilingual(ja: "", en: ""))
    if isGrouped {
      chart.kind = analysis.question.isMultiple ? .bars : .stackedShares
      chart.categories = shown.map { Self.joined($0.keys) }
      chart.series = keys.map { key in
        ReportChart.Series(label: cell(key).label, figures: shown.map { share(key, $0) })
      }
    } else {
      chart.categories = keys.map(cell)
      chart.series = shown.map { group in
        ReportChart.Series(
          label: columns[analysis.isWeighted ? 2 : 1].label, figures: keys.map { share($0, group) })
      }
    }
    chart.alternative = ChartWords.alternative(of: chart)
    return chart.isReadable ? chart : nil
  }

  /// Without a key it is all respondents.
  private static func joined(_ keys: [KeyValue]) -> ReportTable.KeyCell {
    if keys.isEmpty { return .total }
    let cells = keys.map { ReportTable.KeyCell($0) }
    return ReportTable.KeyCell(
      cells.map(\.code).joined(separator: ","),
      label: Bilingual(
        ja: cells.map(\.label.ja).joined(separator: " "), en: cells.map(\.label.en).joined(separator: " ")))
  }
}
