import ShihyoModel

extension AggregateAnalysis.Column {
  var measures: [Measure] {
    switch self {
    case .measure(let measure): [measure]
    case .ratio(let ratio): (ratio.numerator.terms + ratio.denominator.terms).map(\.measure)
    }
  }

  var ratio: RatioExpression? { if case .ratio(let ratio) = self { ratio } else { nil } }

  var isUndeclared: Bool { ratio.map { $0.kind == nil } ?? false }

  func valueColumn(schema: Schema?) -> ReportTable.ValueColumn {
    switch self {
    case .measure(let measure):
      ReportTable.ValueColumn(
        name: measure.machineName, label: measure.label(schema: schema), unit: measure.unit(schema: schema))
    case .ratio(let ratio):
      ReportTable.ValueColumn(
        name: ratio.name ?? ratio.machineName,
        label: ratio.name.map { Bilingual(ja: $0, en: $0) }
          ?? ratio.kind?.label(ratio.numerator.words(schema), ratio.denominator.words(schema)),
        unit: ratio.kind?.unit)
    }
  }
}

extension SignedSum {
  /// The columns by their titles: 有償 ＋ 無償; a bare sum is called by its column alone.
  fileprivate func words(_ schema: Schema?) -> Bilingual {
    var words = Bilingual(ja: "", en: "")
    for (index, term) in terms.enumerated() {
      let sign = term.isNegative ? ("－", "- ") : index == 0 ? ("", "") : ("＋", "+ ")
      let space = index == 0 ? "" : " "
      let label = term.measure.shortLabel(schema)
      words = Bilingual(ja: words.ja + sign.0 + label.ja, en: words.en + space + sign.1 + label.en)
    }
    return terms.count == 1 ? words : Bilingual(ja: "（\(words.ja)）", en: "(\(words.en))")
  }
}

extension Measure {
  /// Sums and counts of records without the word for them: what is divided are amounts.
  fileprivate func shortLabel(_ schema: Schema?) -> Bilingual {
    guard case .primitive(.sum(let column)) = self else { return label(schema: schema) }
    let title = schema?.field(named: column)?.title ?? column
    return Bilingual(ja: title, en: title)
  }
}
