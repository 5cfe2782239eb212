import ShihyoDefinitions
import ShihyoModel
import ShihyoStatistics

/// n beside each share, what its size allows to say, and how sure the share is.
extension SharesAnalysis {
  static let baseColumn = ReportTable.ValueColumn(name: "n", label: Bilingual(ja: "n（分母）", en: "n (base)"))

  /// The request where these records can have an interval.
  var shownInterval: IntervalRequest? { interval.flatMap { $0.refusal(method) == nil ? $0 : nil } }

  /// Shares of a small sample are marked; those of a full count are what they are.
  func flagged(_ shares: [Figure], of group: ShareGroup) -> [Figure] {
    guard interval != nil || method == .randomSample || method == .selfSelected, method != .fullCount,
      Rational(group.base) < Rational(Proportion.smallBase)
    else { return shares }
    return shares.map { share in
      guard share.exactValue != nil else { return share }
      var share = share
      share.marks.insert(.smallBase)
      return share
    }
  }

  func estimate(_ entry: ShareGroup.Entry, in group: ShareGroup) -> ShareEstimate {
    guard group.isInBase(entry), !group.hasNegative else { return .none(FigureText.nothing) }
    guard isOfCounts(group) else { return .none(ShareEstimate.noCount) }
    return ShareEstimate(part: entry.number.map { Rational($0) }, of: Rational(group.base))
  }

  /// Records, or a sum whose unit is none or a counter.
  private func isOfCounts(_ group: ShareGroup) -> Bool {
    guard let column = measure.column else { return true }
    let unit = schema?.field(named: column)?.unit ?? group.unit.flatMap(MeasureUnit.init(parsing:))
    return unit?.isCounter ?? true
  }

  /// The base as a column of its own, where intervals are asked for.
  func base(of group: ShareGroup) -> [Figure] {
    guard interval != nil else { return [] }
    return [
      Figure(
        kind: measure == .count ? .count : .sum, value: .decimal(group.base), n: group.baseCount,
        textDigits: group.base.decimals)
    ]
  }

  func ends(_ estimate: ShareEstimate, share: Figure, isBlank: Bool = false) -> [Figure] {
    shownInterval?.figures(estimate, share: share, isBlank: isBlank) ?? []
  }

  /// The shares of two groups against each other, or of all against the one that is named.
  func comparison(of groups: [ShareGroup], _ hiding: ShareHiding?) throws(Findings) -> ReportTable? {
    guard let request = shownInterval, !by.isEmpty else { return nil }
    let sides = groups.map { group in
      let base = group.base.reduced
      let isHidden = hiding?.hidesBase(of: group) ?? false
      return ShareComparison.Side(
        keys: group.keys, base: base.decimals == 0 && !isHidden ? Int(exactly: base.coefficient) : nil,
        estimates: group.entries.filter(group.isInBase).map { entry in
          // A share without its base would tell the base.
          let isPartHidden = isHidden || (hiding?.hides(entry, of: group) ?? false)
          return (ReportTable.KeyCell(entry.category), isPartHidden ? .hidden : estimate(entry, in: group))
        })
    }
    return try ShareComparison(
      request: request, by: by, over: ReportTable.KeyColumn(over, schema: schema), schema: schema, digits: digits
    ).table(sides)
  }
}
