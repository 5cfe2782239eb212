import ShihyoModel

/// What a Word document says of a chart: its title and where it is drawn. Its figures stand in a table beside it, as in every
/// format. pandoc puts charts into Word only with the help of a further program, whose bytes differ from machine to machine.
struct WordChart {
  private let chart: ReportChart
  private let language: Language

  init(_ chart: ReportChart, language: Language) {
    self.chart = chart
    self.language = language
  }

  var blocks: [JSONValue] {
    let title = chart.title[language]
    let line =
      language == .ja
      ? "（図）\(title)：値は上の表のとおり。図はHTML版（-f html）とExcel版（-f xlsx）にある。"
      : "Chart: \(title). The values stand in the table above; it is drawn in HTML (-f html) and Excel (-f xlsx)."
    return [WordDocument.line(line, style: WordStyles.note)]
  }
}
