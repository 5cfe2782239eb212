public import ShihyoModel

extension ReportDocument {
  /// The same figures, rounded another way; said below, since 四捨五入 is what readers expect.
  public func rounded(_ mode: RoundingMode) -> ReportDocument {
    var document = self
    document.blocks = blocks.map { block in
      switch block {
      case .heading: return block
      case .paragraph(let inlines): return .paragraph(inlines.map { $0.rounded(mode) })
      case .list(let items): return .list(items.map { $0.map { $0.rounded(mode) } })
      case .table(var table):
        for row in table.rows.indices {
          table.rows[row].figures = table.rows[row].figures.map { $0.rounded(mode) }
        }
        // The standard note speaks of rounding half up.
        if mode != .halfUp { table.notes.removeAll { $0 == RoundingNote.text } }
        return .table(table)
      case .chart(var chart):
        for place in chart.series.indices {
          chart.series[place].figures = chart.series[place].figures.map { $0.rounded(mode) }
        }
        return .chart(chart)
      }
    }
    if mode != .halfUp { document.notes.append(mode.note) }
    return document
  }
}

extension ReportDocument.Inline {
  fileprivate func rounded(_ mode: RoundingMode) -> Self {
    if case .figure(let figure) = self { .figure(figure.rounded(mode)) } else { self }
  }
}

extension Figure {
  fileprivate func rounded(_ mode: RoundingMode) -> Figure {
    var figure = self
    figure.rounding = mode
    return figure
  }
}

extension RoundingMode {
  /// What was done, in words.
  var note: Bilingual {
    switch self {
    case .halfUp: Bilingual(ja: "端数は四捨五入した。", en: "Rounded half up.")
    case .halfEven:
      Bilingual(
        ja: "端数は五捨五入（ちょうど半分は偶数へ）で処理したため、内訳の計が合計と一致しない場合がある。",
        en: "Rounded half to even; parts may not add up to the total.")
    case .down:
      Bilingual(ja: "端数は切り捨てたため、内訳の計が合計と一致しない場合がある。", en: "Rounded towards zero; parts may not add up to the total.")
    case .up:
      Bilingual(ja: "端数は切り上げたため、内訳の計が合計と一致しない場合がある。", en: "Rounded away from zero; parts may not add up to the total.")
    }
  }
}
