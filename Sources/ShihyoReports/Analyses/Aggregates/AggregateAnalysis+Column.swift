import ShihyoModel

extension AggregateAnalysis.Column {
  var measures: [Measure] {
    switch self {
    case .measure(let measure): [measure]
    case .ratio(let ratio): (ratio.numerator.terms + ratio.denominator.terms).map(\.measure)
    }
  }

  var isUndeclared: Bool {
    switch self {
    case .measure: false
    case .ratio(let ratio): ratio.kind == nil
    }
  }

  func valueColumn(schema: Schema?) -> ReportTable.ValueColumn {
    switch self {
    case .measure(let measure):
      ReportTable.ValueColumn(
        name: measure.machineName, label: measure.label(schema: schema), unit: measure.unit(schema: schema))
    case .ratio(let ratio):
      ReportTable.ValueColumn(
        name: ratio.machineName,
        label: ratio.kind?.label(ratio.numerator.machineName, ratio.denominator.machineName), unit: ratio.kind?.unit)
    }
  }
}
