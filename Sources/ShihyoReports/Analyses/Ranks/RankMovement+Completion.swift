import ShihyoModel
import ShihyoStatistics

extension RankMovement {
  /// How many of those that have a rank are complete, in the earlier and the present list; nil where no rank is the complete one.
  func completion(_ pairs: [RankPair], scale: RankScale) -> ReportTable? {
    guard let complete = scale.complete.flatMap({ scale.position(of: $0) }) else { return nil }
    func row(_ code: String, _ label: Bilingual, _ side: (RankPair) -> RankPair.Side) -> ReportTable.Row {
      let positions = pairs.compactMap { pair -> Int? in
        if case .rank(let rank) = side(pair) { scale.position(of: rank) } else { nil }
      }
      let reached = positions.count { $0 == complete }
      var rate = Figure(
        kind: .share, value: .undefined(Bilingual(ja: "ランクのあるものがない", en: "nothing has a rank")), unit: "％",
        numerator: ExactDecimal(reached), denominator: ExactDecimal(positions.count), n: positions.count, textDigits: 1)
      if let share = Rational(reached, over: positions.count) { rate.value = .exact(share * Rational(100)) }
      return ReportTable.Row(
        keys: [ReportTable.KeyCell(code, label: label)], figures: [.count(positions.count), .count(reached), rate])
    }
    return ReportTable(
      name: "completion", title: Bilingual(ja: "完了率", en: "Completion"),
      keyColumns: [ReportTable.KeyColumn(name: "list", label: Bilingual(ja: "一覧", en: "List"))],
      valueColumns: [
        ReportTable.ValueColumn(name: "ranked", label: Bilingual(ja: "ランクのある件数", en: "With a rank")),
        ReportTable.ValueColumn(name: "complete", label: Bilingual(ja: "完了", en: "Complete")),
        ReportTable.ValueColumn(name: "completion-rate", label: Bilingual(ja: "完了率", en: "Completion rate"), unit: "％"),
      ],
      rows: [
        row("previous", Bilingual(ja: "前回", en: "Earlier"), \.from),
        row("current", Bilingual(ja: "今回", en: "Present"), \.to),
      ], notes: reassessed(pairs, scale: scale))
  }

  /// Of the records with a rank before, how many have one now: rates of different lists are otherwise of different things.
  private func reassessed(_ pairs: [RankPair], scale: RankScale) -> [Bilingual] {
    func position(_ side: RankPair.Side) -> Int? {
      if case .rank(let rank) = side { scale.position(of: rank) } else { nil }
    }
    let moves = pairs.map { (before: position($0.from), after: position($0.to), count: 1) }
    guard let transitions = try? RankTransitions(moves, ranks: Array(scale.ranks.indices)),
      let rate = transitions.completionRate, let percent = (rate * Rational(100)).rounded(to: 1)
    else { return [] }
    let before = transitions.both + transitions.onlyBefore
    return [
      Bilingual(
        ja: "前回ランクのあった\(before)件のうち、今回もランクのあるのは\(transitions.both)件（\(percent)％）。",
        en: "Of \(before) with a rank before, \(transitions.both) have one now (\(percent) %).")
    ]
  }
}
