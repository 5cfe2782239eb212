import ShihyoModel

extension SharesAnalysis {
  /// The rows of one group: its categories, then what they are shares of.
  func rows(of group: ShareGroup, shares: [Figure]) -> [ReportTable.Row] {
    let keys = group.keys.map { ReportTable.KeyCell($0) }
    var rows = zip(group.entries, shares).map { entry, share in
      ReportTable.Row(
        keys: keys + [ReportTable.KeyCell(entry.category)],
        figures: [entry.amount] + base(of: group) + [share] + ends(estimate(entry, in: group), share: share))
    }
    var amount = group.baseFigure
    amount.unit = amount.unit ?? measure.unit(schema: schema)
    let shares = ShareOfBase(
      base: amount, hasNegative: group.hasNegative, digits: sumsToHundred ? digits ?? 1 : digits)
    let whole = shares.share(amount)
    rows.append(
      ReportTable.Row(
        keys: keys + [.total],
        figures: [amount] + base(of: group) + [whole] + ends(.none(FigureText.nothing), share: whole, isBlank: true),
        kind: by.isEmpty ? .total : .subtotal))
    return rows
  }

  /// What a reader of this group must know: what is in the base, and what was left out of the parts.
  func notes(of group: ShareGroup) -> [Bilingual] {
    var notes: [Bilingual] = []
    if group.hasUnknown {
      notes.append(excludesUnknown ? ShareNotes.unknownExcluded : ShareNotes.unknownIncluded)
    }
    if group.baseReasons.total > 0 { notes.append(ShareNotes.incomplete) }
    let name = { (entry: ShareGroup.Entry) in ReportTable.KeyCell(entry.category).label.ja }
    if !group.recounts.isEmpty { notes.append(ShareNotes.recounts(group.recounts.map(name))) }
    guard !group.totals.isEmpty else { return notes }
    notes.append(ShareNotes.totalLeftOut(group.totals.map(name)))
    // A count of records says nothing of a total: each label is one row of the file. A difference could tell a hidden part,
    // and what is rounded differs.
    guard measure != .count, disclosure == nil, roundBase == nil, let parts = group.sumOfEntries else { return notes }
    let field = measure.column.flatMap { schema?.field(named: $0) }
    for total in group.totals {
      guard let printed = total.number else { continue }
      let place = group.keys.map { ReportTable.KeyCell($0).label.ja } + [name(total)]
      let canBeRounded = (field?.unit?.exponent ?? 0) > 0 || printed.reduced.decimals > 0
      if let difference = ShareNotes.difference(
        place.joined(separator: "・"), printed: printed, parts: parts, count: group.entries.count,
        canBeRounded: canBeRounded, isComplete: group.entries.allSatisfy { $0.amount.reasons.total == 0 })
      {
        notes.append(difference)
      }
    }
    return notes
  }
}

extension ShareGroup {
  /// All entries, also those outside the base: what a printed total is compared with. nil where the digits do not fit.
  var sumOfEntries: ExactDecimal? {
    entries.reduce(ExactDecimal?.some(.zero)) { sum, entry in
      guard let number = entry.number else { return sum }
      return sum?.adding(number)
    }
  }
}
