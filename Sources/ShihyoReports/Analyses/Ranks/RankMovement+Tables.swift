import ShihyoModel

extension RankMovement {
  /// Earlier rank down, present rank across; the margins are the two lists.
  func matrix(_ pairs: [RankPair], scale: RankScale) -> ReportTable {
    let hasUnranked = pairs.contains { $0.from == .unranked || $0.to == .unranked }
    let ranks = scale.ranks.map { RankSide(code: $0, label: RankScale.label($0), side: .rank($0)) }
    let unranked = hasUnranked ? [RankSide(code: "", label: RanksAnalysis.unranked, side: .unranked)] : []
    let new = RankSide(code: "new", label: RankChange.new.label, side: .none)
    let gone = RankSide(code: "gone", label: RankChange.gone.label, side: .none)
    let (froms, tos) = (ranks + unranked + [new], ranks + unranked + [gone])

    var counts: [[Int]] = Array(repeating: Array(repeating: 0, count: tos.count), count: froms.count)
    for pair in pairs {
      guard let from = froms.firstIndex(where: { $0.holds(pair.from, scale) }),
        let to = tos.firstIndex(where: { $0.holds(pair.to, scale) })
      else { continue }
      counts[from][to] += 1
    }
    // The margins are the lists themselves: what is gone is in no present total, what is new in no earlier one.
    var rows = zip(froms, counts).map { from, row in
      ReportTable.Row(
        keys: [ReportTable.KeyCell(from.code, label: from.label)],
        figures: row.map { Figure.count($0) } + [.count(row.reduce(0, +))])
    }
    let totals = tos.indices.map { to in counts.reduce(0) { $0 + $1[to] } }
    rows.append(
      ReportTable.Row(
        keys: [.total], figures: totals.map { Figure.count($0) } + [.count(pairs.count)], kind: .total))
    return ReportTable(
      name: "movement", title: Bilingual(ja: "前回からの移動", en: "Movement since the earlier assessment"),
      keyColumns: [ReportTable.KeyColumn(name: "previous", label: Bilingual(ja: "前回＼今回", en: "Earlier \\ present"))],
      valueColumns: tos.map { to in
        ReportTable.ValueColumn(name: to.side == .none ? to.code : "\(rank)=\(to.code)", label: to.label)
      } + [ReportTable.ValueColumn(name: "count", label: Bilingual(ja: "計", en: "All"))], rows: rows)
  }

  /// How many improved, stayed, fell, came and went.
  func summary(_ pairs: [RankPair], scale: RankScale) -> ReportTable {
    let changes = pairs.map { $0.movement(on: scale) }
    let rows = RankChange.allCases.compactMap { change -> ReportTable.Row? in
      let count = changes.count { $0 == change }
      if change == .changed, count == 0 { return nil }
      return ReportTable.Row(
        keys: [ReportTable.KeyCell(change.rawValue, label: change.label)], figures: [.count(count)])
    }
    let total = ReportTable.Row(keys: [.total], figures: [.count(pairs.count)], kind: .total)
    return ReportTable(
      name: "movement-summary", title: Bilingual(ja: "前回との比較", en: "Compared with the earlier assessment"),
      keyColumns: [ReportTable.KeyColumn(name: "movement", label: Bilingual(ja: "区分", en: "Movement"))],
      valueColumns: [ReportTable.ValueColumn(name: "count", label: Bilingual(ja: "件数", en: "Records"))],
      rows: rows + [total])
  }

  /// The records that moved, came or went: keys, earlier rank, present rank, what that means.
  func list(_ pairs: [RankPair], scale: RankScale) -> ReportTable {
    let rows = pairs.compactMap { pair -> ReportTable.Row? in
      let change = pair.movement(on: scale)
      guard change != .unchanged else { return nil }
      return ReportTable.Row(
        keys: pair.keys.map { ReportTable.KeyCell($0) } + [cell(pair.from), cell(pair.to)]
          + [ReportTable.KeyCell(change.rawValue, label: change.label)], figures: [])
    }
    return ReportTable(
      name: "moved", title: Bilingual(ja: "移動のあったもの", en: "What moved"),
      keyColumns: keys.map { ReportTable.KeyColumn(GroupKey(column: $0), schema: schema) } + [
        ReportTable.KeyColumn(name: "previous", label: Bilingual(ja: "前回", en: "Earlier")),
        ReportTable.KeyColumn(name: "current", label: Bilingual(ja: "今回", en: "Present")),
        ReportTable.KeyColumn(name: "movement", label: Bilingual(ja: "区分", en: "Movement")),
      ], valueColumns: [], rows: rows)
  }

  private func cell(_ side: RankPair.Side) -> ReportTable.KeyCell {
    switch side {
    case .none: ReportTable.KeyCell("", label: Bilingual(ja: "－", en: "-"))
    case .unranked: ReportTable.KeyCell("", label: RanksAnalysis.unranked)
    case .rank(let rank): ReportTable.KeyCell(rank, label: RankScale.label(rank))
    }
  }
}

/// A row or column of the matrix.
private struct RankSide {
  var code: String
  var label: Bilingual
  var side: RankPair.Side

  /// Spellings that differ only after folding are one rank.
  func holds(_ other: RankPair.Side, _ scale: RankScale) -> Bool {
    switch (side, other) {
    case (.rank(let one), .rank(let other)): scale.position(of: one) == scale.position(of: other)
    default: side == other
    }
  }
}
