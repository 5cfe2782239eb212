import ShihyoModel

/// What is said under the table.
extension AggregateAnalysis {
  /// What each ratio leaves out on its two sides. A hidden group is not spoken of: how many cells it has could tell it.
  func gapNotes(
    _ groups: MeasuredAnswers, total: MeasuredGroup?, _ headings: [ReportTable.ValueColumn],
    _ hiding: GroupHiding?
  ) throws(Findings) -> [Bilingual] {
    var notes: [Bilingual] = []
    for case (.ratio(let ratio), let heading) in zip(columns, headings) {
      guard let kind = ratio.kind else { continue }
      var gaps = RatioGaps(ratio, label: heading.label)
      func add(_ group: MeasuredGroup, _ cells: @autoclosure () -> [ReportTable.KeyCell]) throws(Findings) {
        let (numerator, denominator) = try sides(of: ratio, kind, in: group)
        gaps.add(Self.name(cells()), numerator, denominator)
      }
      for index in groups.indices {
        let group = try groups.group(index)
        if let hiding, hiding(group.keys) { continue }
        try add(group, group.keys.map { ReportTable.KeyCell($0) })
      }
      if let total, hiding.map({ !$0(keys.map { _ in nil }) }) ?? true { try add(total, [.total]) }
      if let note = gaps.note { notes.append(note) }
    }
    return notes
  }

  static func name(_ cells: [ReportTable.KeyCell]) -> Bilingual {
    Bilingual(ja: cells.map(\.label.ja).joined(separator: "・"), en: cells.map(\.label.en).joined(separator: ", "))
  }

  static let type6 = Bilingual(
    ja: "中央値・分位はタイプ6（表計算の QUARTILE.EXC と同じ）。", en: "Quantiles are of type 6 (as QUARTILE.EXC of spreadsheets).")

  static func weighedMedian(_ weight: String) -> Bilingual {
    Bilingual(ja: "中央値は「\(weight)」を重みとする。", en: "Medians are weighted by \"\(weight)\".")
  }

  static let overlapping = Bilingual(
    ja: "複数回答のため、各区分の件数の計は全体の件数と一致しない。",
    en: "One record can count in several groups, so the groups do not add up to the records.")

  /// Makes every figure once, so that none fails later. A share above 100 or below 0 is no part of its denominator; it is
  /// printed, and said.
  func shareNotes(_ groups: MeasuredAnswers) throws(Findings) -> [Bilingual] {
    if groups.cannotFail, !hasRatios { return [] }
    var isOutside = false
    for index in groups.indices {
      for figure in try figures(of: try groups.group(index)) where figure.kind == .share {
        guard case .exact(let value) = figure.value else { continue }
        isOutside = isOutside || value > Rational(100) || value.isNegative
      }
    }
    guard isOutside else { return [] }
    return [
      Bilingual(
        ja: "0～100％の外にある割合がある。分子が分母の一部かどうか、定義を確認すること。",
        en: "A share lies outside 0 to 100 %: check that its numerator is part of its denominator.")
    ]
  }
}
