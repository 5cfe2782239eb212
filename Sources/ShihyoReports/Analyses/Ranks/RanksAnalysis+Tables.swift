import ShihyoModel

extension RanksAnalysis {
  /// A row per rank, the highest first, with its share of all records.
  func distribution(_ whole: RankCounts, scale: RankScale) -> ReportTable {
    var rows = zip(scale.ranks, whole.counts).map { rank, count in
      ReportTable.Row(
        keys: [ReportTable.KeyCell(rank, label: RankScale.label(rank))],
        figures: [.count(count), whole.share(of: count, digits: digits)])
    }
    if whole.unranked > 0 {
      rows.append(
        ReportTable.Row(
          keys: [ReportTable.KeyCell("", label: Self.unranked)],
          figures: [.count(whole.unranked), whole.share(of: whole.unranked, digits: digits)]))
    }
    let printsOther = ShareGroup.printsOtherThanHundred(rows.map { $0.figures[1] }, digits: digits ?? 1)
    rows.append(
      ReportTable.Row(
        keys: [.total], figures: [.count(whole.total), whole.share(of: whole.total, digits: digits)], kind: .total))
    return ReportTable(
      name: "distribution", title: Bilingual(ja: "到達状況", en: "Rank distribution"),
      keyColumns: [ReportTable.KeyColumn(name: rank)],
      valueColumns: [
        ReportTable.ValueColumn(name: "count", label: Bilingual(ja: "件数", en: "Records")),
        ReportTable.ValueColumn(name: "share-of-count", label: Bilingual(ja: "構成比", en: "Share"), unit: "％"),
      ], rows: rows,
      notes: unrankedNotes(whole) + (printsOther ? [RoundingNote.text] : []))
  }

  /// A row per body, a subtotal per group, the total.
  func table(of listing: BodyListing, whole: RankCounts, scale: RankScale, by: GroupKey) -> ReportTable {
    let columns = RankColumns(scale: scale, rank: rank, hasUnranked: whole.unranked > 0, digits: digits)
    var rows: [ReportTable.Row] = []
    for group in listing.groups {
      var subtotal = RankCounts(scale: scale)
      for body in group.bodies {
        subtotal.merge(body.counts)
        let keys = (listing.hasGroups ? [group.cell ?? .blank] : []) + [body.cell]
        rows.append(ReportTable.Row(keys: keys, figures: columns.figures(body.counts)))
      }
      // Where a record stands under several bodies, they do not add up to their group.
      if let cell = group.cell, !listing.overlapping {
        rows.append(ReportTable.Row(keys: [cell, .total], figures: columns.figures(subtotal), kind: .subtotal))
      }
    }
    let totalKeys: [ReportTable.KeyCell] = listing.hasGroups ? [.total, .blank] : [.total]
    rows.append(ReportTable.Row(keys: totalKeys, figures: columns.figures(whole), kind: .total))
    let column = ReportTable.KeyColumn(by, schema: schema)
    let groupColumn =
      group.map { ReportTable.KeyColumn($0, schema: schema) }
      ?? ReportTable.KeyColumn(name: "group", label: Bilingual(ja: "区分", en: "Group"))
    return ReportTable(
      name: "bodies", title: Bilingual(ja: "\(column.label.ja)別", en: "By \(column.label.en)"),
      keyColumns: (listing.hasGroups ? [groupColumn] : []) + [column],
      valueColumns: columns.valueColumns, rows: rows, notes: unrankedNotes(whole) + notes(of: listing, scale: scale))
  }

  /// A record without a rank makes every share smaller, so it is said.
  private func unrankedNotes(_ whole: RankCounts) -> [Bilingual] {
    guard whole.unranked > 0 else { return [] }
    return [
      Bilingual(
        ja: "ランクのない\(whole.unranked)件を、総数と割合の分母に含む。",
        en: "\(whole.unranked) without a rank: in the total and in the base of every share.")
    ]
  }

  private func notes(of listing: BodyListing, scale: RankScale) -> [Bilingual] {
    var notes: [Bilingual] = []
    if let label = scale.complete.map(RankScale.label) {
      notes.append(Bilingual(ja: "完了率は\(label.ja)の割合。", en: "Complete: the share of \(label.en)."))
    }
    if !listing.notListed.isEmpty {
      notes.append(
        Bilingual(
          ja: "一覧にないもの: \(listing.notListed.joined(separator: "、"))",
          en: "Not in the list: \(listing.notListed.joined(separator: ", "))"))
    }
    if !listing.notKnown.isEmpty {
      notes.append(
        Bilingual(
          ja: "プロファイルにない名前（末尾に掲げた）: \(listing.notKnown.joined(separator: "、"))",
          en: "Names that the profile does not know (listed last): \(listing.notKnown.joined(separator: ", "))"))
    }
    if listing.overlapping {
      notes.append(
        Bilingual(
          ja: "複数の区分に当たる行があるため、各行の計は全体と一致しない。",
          en: "One record can stand under several bodies, so the rows do not add up to the total."))
    }
    return notes
  }

  static let unranked = Bilingual(ja: "ランクなし", en: "No rank")
}

/// The columns of the table by body: total, each rank, what has no rank, and the share of the complete rank.
struct RankColumns: Hashable {
  let scale: RankScale
  let rank: String
  let hasUnranked: Bool
  let digits: Int?

  var valueColumns: [ReportTable.ValueColumn] {
    var columns = [ReportTable.ValueColumn(name: "count", label: Bilingual(ja: "総数", en: "All"))]
    columns += scale.ranks.map { ReportTable.ValueColumn(name: "\(rank)=\($0)", label: RankScale.label($0)) }
    if hasUnranked { columns.append(ReportTable.ValueColumn(name: "\(rank)=", label: RanksAnalysis.unranked)) }
    if let complete = scale.complete {
      columns.append(
        ReportTable.ValueColumn(
          name: "share(\(rank)=\(complete))", label: Bilingual(ja: "完了率", en: "Complete"), unit: "％"))
    }
    return columns
  }

  func figures(_ counts: RankCounts) -> [Figure] {
    var figures = [Figure.count(counts.total)] + counts.counts.map { Figure.count($0) }
    if hasUnranked { figures.append(.count(counts.unranked)) }
    if let position = scale.complete.flatMap(scale.position) {
      figures.append(counts.share(of: counts.counts[position], digits: digits))
    }
    return figures
  }
}
