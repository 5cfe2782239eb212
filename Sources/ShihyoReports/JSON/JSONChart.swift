import ShihyoModel

/// A chart in the shape that `JSONRenderer` documents.
enum JSONChart {
  static func value(_ chart: ReportChart) -> JSONValue {
    .object([
      ("type", .string("chart")), ("kind", .string(chart.kind.rawValue)), ("name", .string(chart.name)),
      ("title", JSONFigure.text(chart.title)), ("alternative", JSONFigure.text(chart.alternative)),
      ("unit", chart.unit.map { .string($0) } ?? .null),
      ("categories", .array(chart.categories.map { .string($0.code) })),
      ("labels", JSONFigure.texts(chart.categories.map(\.label))), ("series", .array(chart.series.map(series))),
    ])
  }

  private static func series(_ series: ReportChart.Series) -> JSONValue {
    .object(
      [("label", JSONFigure.text(series.label)), ("figures", .array(series.figures.map(JSONFigure.value)))]
        + (series.details.isEmpty ? [] : [("details", JSONFigure.texts(series.details))]))
  }
}
