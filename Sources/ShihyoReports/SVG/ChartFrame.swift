import ShihyoModel

/// What all charts have in common while they are drawn: the words, the canvas, the signs that were used.
struct ChartFrame {
  static let width = 560.px

  let chart: ReportChart
  let language: Language
  var canvas = ChartCanvas()
  /// How far down the drawing reaches.
  var bottom = 4.px
  private(set) var notes: [String] = []

  init(_ chart: ReportChart, language: Language) {
    self.chart = chart
    self.language = language
  }

  /// A whole chart: title and notice where the drawing has to carry them itself, what it shows, and what it says of itself.
  static func drawn(_ chart: ReportChart, language: Language, notice: Bilingual?, withTitle: Bool) -> ChartFrame {
    let (chart, silent) = chart.withoutSilentLines
    var frame = ChartFrame(chart, language: language)
    if withTitle {
      frame.canvas.text(chart.title[language], x: 0, y: frame.bottom + 13.px, style: "st")
      frame.bottom += 24.px
    }
    if let notice {
      frame.canvas.text(
        frame.say("【\(notice.ja)】", "[\(notice.en)]"), x: 0, y: frame.bottom + 11.px, style: "m")
      frame.bottom += 18.px
    }
    switch chart.kind {
    case .bars, .ageBars: BarChart().draw(&frame)
    case .stackedShares: StackedChart().draw(&frame)
    case .line: LineChart().draw(&frame)
    case .matrix: MatrixChart().draw(&frame)
    }
    if !silent.isEmpty {
      frame.note(
        "値がなく線のない系列：" + silent.map(\.ja).joined(separator: "、"),
        "No line, for want of values: " + silent.map(\.en).joined(separator: ", "))
    }
    frame.drawNotes()
    return frame
  }

  /// Series that have a style of their own.
  var series: ArraySlice<ReportChart.Series> { chart.series.prefix(ChartStyle.seriesLimit) }

  func say(_ ja: String, _ en: String) -> String { language == .ja ? ja : en }

  /// Said once under the chart.
  mutating func note(_ ja: String, _ en: String) {
    let note = say(ja, en)
    if !notes.contains(note) { notes.append(note) }
  }

  /// Digits and marks, without the unit, which stands above the chart.
  func text(_ figure: Figure) -> String {
    let text = FigureText(figure, language: language)
    return text.body + text.trail
  }

  func number(_ value: Rational) -> String { FigureText.number(value.machineSpelling, language) }

  /// What is shown on hover: series, category, the figure with its unit, and how it was computed.
  func title(_ figure: Figure, series: ReportChart.Series, category: ReportTable.KeyCell) -> String {
    let place = [series.label[language], category.label[language]].filter { !$0.isEmpty }.joined(separator: " ")
    return place + say("：", ": ") + figure.text(language) + say("。", ". ") + FigureBasis(figure, language).sentence
  }

  /// Pieces of `data-` attributes by which a figure is found again.
  func identity(_ figure: Figure) -> String {
    figure.id.map { "data-figure=\"\(MarkupText.escaped($0.spelling))\"" } ?? ""
  }

  /// The unit above on the right, and a legend where there are several series.
  mutating func drawHead() {
    if let unit = chart.unit {
      canvas.text(UnitText.line(unit, language), x: Self.width, y: bottom + 11.px, style: "m", anchor: .end)
    }
    guard chart.series.count > 1 else {
      bottom += chart.unit == nil ? 0 : 18.px
      return
    }
    var x = 0
    let room = Self.width - (chart.unit == nil ? 0 : 100.px)
    for (index, one) in series.enumerated() {
      let label = ChartLabel(one.label[language], width: 180.px, maximumLines: 1)
      if x > 0, x + 20.px + label.width > room {
        x = 0
        bottom += 18.px
      }
      if chart.kind == .line {
        canvas.marker(index, x: x + 7.px, y: bottom + 7.px, isHollow: false)
      } else {
        canvas.rectangle(x: x, y: bottom + 1.px, width: 14.px, height: 12.px, .bar(index, isPartial: false))
      }
      canvas.label(label, x: x + 20.px, middle: bottom + 7.px)
      x += 36.px + label.width
    }
    bottom += 22.px
  }

  /// What was left out or drawn in a special way is said, never silent.
  mutating func drawNotes() {
    let more = chart.series.count - ChartStyle.seriesLimit
    if more > 0 { note("ほか\(more)系列は表にある。", "\(more) more series stand in the table.") }
    for note in notes {
      var rest = ChartLabel(note, width: Self.width, maximumLines: 3).lines[...]
      while let line = rest.popFirst() {
        canvas.text(line, x: 0, y: bottom + 12.px, style: "m")
        bottom += 15.px
      }
    }
  }
}

extension ReportChart {
  /// A line without any value takes no style and no place in the legend; their names. Where no line has one, all stay.
  var withoutSilentLines: (chart: ReportChart, silent: [Bilingual]) {
    guard kind == .line, series.contains(where: \.isDrawn), series.contains(where: { !$0.isDrawn }) else {
      return (self, [])
    }
    var chart = self
    chart.series.removeAll { !$0.isDrawn }
    return (chart, series.filter { !$0.isDrawn }.map(\.label))
  }

  /// A series may be shorter than the categories only by mistake; what is not there is missing.
  func figure(_ series: Series, _ category: Int) -> Figure {
    category < series.figures.count ? series.figures[category] : Figure(kind: .sum, value: .absent(.missing))
  }
}

extension ReportChart.Series {
  var isDrawn: Bool { figures.contains { $0.drawn != nil } }
}
