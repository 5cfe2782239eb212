import ShihyoModel

/// What the figures of sentences do not hold of their periods, to be told below the paper: a table says it below itself.
struct FigureCoverage {
  private var gaps: [Bilingual] = []
  private var notes: [Bilingual] = []

  mutating func add(_ entry: MetricFigures.Entry, at period: Period?) {
    guard let period, entry.figure.exactValue != nil else { return }
    for gap in entry.gaps.map({ $0.words(of: period) }) where !gaps.contains(gap) { gaps.append(gap) }
    guard entry.isPartial else { return }
    let (ja, en) = (period.label(.ja), period.label(.en))
    let note: Bilingual
    if let state = entry.stateOf {
      note = Bilingual(
        ja: "\(ja)は\(state.label(.ja))の値（その後のデータはない）。",
        en: "\(en): the state of \(state.label(.en)); there are no later data.")
    } else if let months = entry.months, !months.isEmpty {
      note = Bilingual(
        ja: "\(ja)は\(period.months(months, .ja))の値だけの計。", en: "\(en): \(period.months(months, .en)) only.")
    } else {
      note = Bilingual(ja: "\(ja)は一部の月の値だけの計。", en: "\(en): only some of the months.")
    }
    if !notes.contains(note) { notes.append(note) }
  }

  /// - Parameter told: what stands below the tables of the paper.
  func notes(beside told: [Bilingual]) -> [Bilingual] {
    let left = gaps.filter { gap in !told.contains { $0.ja.contains(gap.ja) } }
    return notes.filter { !told.contains($0) } + (TrendNotes.seriesGaps(left).map { [$0] } ?? [])
  }
}
