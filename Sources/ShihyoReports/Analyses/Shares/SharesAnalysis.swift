public import ShihyoDefinitions
public import ShihyoModel
import ShihyoStatistics

/// 構成比: shares of a sum, or of the records, over the categories of one key within each group of the others.
///
/// - Shape: one table; a row per category with its amount and share, a total row after each group.
/// - Units: shares are per cent numbers; amounts keep their unit.
/// - Base: the sum of the categories. 不詳, 無回答 and empty cells are in it unless `excludesUnknown` says otherwise, and a note
///   says which. Totals and recounts in the data are never parts; a total is compared with the sum of its parts.
///   Where one record can count in several categories the base is the records.
/// - Rounding: each share half up on its own, with a note where the printed ones do not add up to 100; `sumsToHundred` moves
///   some by largest remainders and marks them.
/// - Errors: `AnalysisRule`, thrown as `Findings`.
/// - Source: design.md, sections 4, 5 and 7; domain.md, sections 7 to 10.
public struct SharesAnalysis: Hashable, Sendable {
  public let measure: Measure
  public let over: GroupKey
  public let by: [GroupKey]
  public let schema: Schema?
  public var ordering: KeyOrdering
  /// Of the shares; nil: text prints 1, machine output the exact value.
  public var digits: Int?
  public var sumsToHundred: Bool
  public var excludesUnknown: Bool
  /// How the records came together; a full count has no interval.
  public let method: CollectionMethod?
  /// nil: no intervals.
  public let interval: IntervalRequest?
  /// nil: nothing is hidden. The count that decides is what is shared out.
  public let disclosure: DisclosureRequest?
  /// Adds the median estimated from the brackets.
  public let showsMedian: Bool

  /// The base of controlled rounding; nil: amounts are printed as they are.
  public let roundBase: Int?

  private let plan: MeasurePlan
  private let basePlan: MeasurePlan?
  private let additivity: AdditivityCheck

  /// - Parameter column: whose sum is shared out; nil: the count of records.
  /// - Errors: `rateNotAdditive`; `overlappingSum` where overlapping shares were to add up to 100; `IntervalRule`;
  ///   `RoundingRule`.
  public init(
    of column: String? = nil, over: GroupKey, by: [GroupKey] = [], filter: [Condition] = [], schema: Schema? = nil,
    ordering: KeyOrdering = KeyOrdering(), digits: Int? = nil, sumsToHundred: Bool = false,
    excludesUnknown: Bool = false, method: CollectionMethod? = nil, interval: IntervalRequest? = nil,
    disclosure: DisclosureRequest? = nil, showsMedian: Bool = false, roundBase: Int? = nil
  ) throws(Findings) {
    measure = column.map { .primitive(.sum($0)) } ?? .count
    self.over = over
    self.by = by
    self.schema = schema
    self.ordering = ordering
    self.digits = digits
    self.sumsToHundred = sumsToHundred
    self.excludesUnknown = excludesUnknown
    self.method = method
    self.interval = interval
    self.disclosure = disclosure
    self.showsMedian = showsMedian
    self.roundBase = roundBase
    if let roundBase {
      try RoundedTable.check(
        base: roundBase, columns: [.measure(measure)], keys: by + [over], hides: disclosure != nil)
      if interval != nil { throw Findings([Finding(RoundingRule.withInterval)], kind: .usage) }
    }
    if disclosure != nil, excludesUnknown { throw Findings([Finding(DisclosureRule.unknownExcluded)], kind: .usage) }
    if let people = disclosure?.column, people != column {
      throw Findings([Finding(DisclosureRule.otherColumn(people))], kind: .usage)
    }
    try interval?.check(by: by)
    if sumsToHundred, over.source.isOverlapping { throw Findings([.overlappingSum(column: over.machineName)]) }
    plan = MeasurePlan(keys: by + [over], filter: filter, measures: [measure])
    basePlan = over.source.isOverlapping ? MeasurePlan(keys: by, filter: filter, measures: [measure]) : nil
    additivity = try AdditivityCheck([measure], keys: by + [over], filter: filter, schema: schema)
  }

  /// All are to be answered in one pass.
  public var queries: [Query] { plan.queries + (basePlan?.queries ?? []) + additivity.queries }

  /// - Parameter tables: the answers to `queries`, in their order.
  /// - Parameter input: how outputs call the input.
  public func document(_ tables: [ResultTable], input: String) throws(Findings) -> ReportDocument {
    guard var answer = tables.first else { return ReportDocument() }
    if case .brackets(let scheme) = over.form {
      answer = try Rebracketing.merge(answer, column: by.count, into: scheme)
    }
    try additivity.check(tables.dropFirst(basePlan == nil ? 1 : 2))
    let groups = try groups(answer, bases: tables.dropFirst().prefix(basePlan == nil ? 0 : 1))
    if measure == .count { try disclosure?.check(answer.accounting) }
    let hiding = try disclosure.map { request throws(Findings) in try ShareHiding(groups, request, measure: measure) }
    let table = try table(of: groups, hiding)
    let chart = chart(of: table, overlapping: basePlan != nil).map { [ReportDocument.Block.chart($0)] } ?? []
    let comparison = try comparison(of: groups, hiding).map { [ReportDocument.Block.table($0)] } ?? []
    let totals = hiding.flatMap { hiding in
      HiddenTotals.table(
        hiding.hiddenTotals(hasGroups: !by.isEmpty), keys: table.keyColumns, count: table.valueColumns[0])
    }
    // A row of the total is no part here, so that nothing is counted twice.
    let accounting = answer.accounting.withoutSuspects(under: over) { CategoryClass(.text($0)) == .total }
    return ReportDocument(
      blocks: [.table(table)] + chart + (totals.map { [.table($0)] } ?? []) + comparison
        + (medians(of: groups, hiding).map { [.table($0)] } ?? []),
      inputs: [ReportDocument.Input(name: input, accounting: accounting)], notice: answer.notice)
  }

  private func groups(_ answer: ResultTable, bases: some Collection<ResultTable>) throws(Findings) -> [ShareGroup] {
    var order: [[KeyValue]] = []
    var categories: [[KeyValue]: [ShareGroup.Entry]] = [:]
    for group in try plan.groups([answer], schema: schema, ordering: ordering) {
      guard let category = group.keys.last, let amount = group.figures[measure] else { continue }
      let keys = Array(group.keys.dropLast())
      if categories[keys] == nil { order.append(keys) }
      categories[keys, default: []].append(
        ShareGroup.Entry(category: category, amount: amount, place: CategoryClass(category)))
    }
    var records: [[KeyValue]: Figure] = [:]
    for group in try basePlan?.groups(bases, schema: schema, ordering: ordering) ?? [] {
      records[group.keys] = group.figures[measure]
    }
    var groups: [ShareGroup] = []
    for keys in order {
      groups.append(
        try ShareGroup(
          keys: keys, categories: categories[keys] ?? [], records: records[keys], excludesUnknown: excludesUnknown,
          measure: measure))
    }
    return try roundBase.map { base throws(Findings) in
      try RoundedShares.groups(groups, base: base, measure: measure)
    } ?? groups
  }

  private func table(of groups: [ShareGroup], _ hiding: ShareHiding?) throws(Findings) -> ReportTable {
    let printed = digits ?? 1
    var rows: [ReportTable.Row] = []
    var notes: [Bilingual] = []
    func note(_ sentence: Bilingual) { if !notes.contains(sentence) { notes.append(sentence) } }
    for group in groups {
      try shownInterval?.check(sample: Rational(group.base))
      var shares = flagged(group.shares(digits: digits), of: group)
      if shares.contains(where: { $0.marks.contains(.smallBase) }) { note(IntervalNotes.smallBase) }
      if sumsToHundred {
        shares = try group.adjusted(shares, digits: printed)
        if shares.contains(where: \.isNumber) { note(ShareNotes.adjusted) }
      } else if basePlan == nil, ShareGroup.printsOtherThanHundred(shares, digits: printed) {
        note(RoundingNote.text)
      }
      let own = self.rows(of: group, shares: shares)
      rows += hiding?.rows(own, of: group) ?? own
      self.notes(of: group).forEach(note)
    }
    if basePlan != nil { note(ShareNotes.overlapping) }
    if let disclosure { note(disclosure.note) }
    if let roundBase { [RoundedTable.note(roundBase), RoundedShares.note].forEach(note) }
    if let interval { IntervalNotes.notes(interval, method).forEach(note) }
    if shownInterval != nil, measure != .count { note(ShareNotes.intervalOfSums) }
    let shareName = measure == .count ? "share-of-count" : "share(\(measure.machineName))"
    return ReportTable(
      keyColumns: (by + [over]).map { ReportTable.KeyColumn($0, schema: schema) },
      valueColumns: [
        ReportTable.ValueColumn(
          name: measure.machineName, label: measure.label(schema: schema), unit: measure.unit(schema: schema))
      ] + (interval == nil ? [] : [Self.baseColumn])
        + [ReportTable.ValueColumn(name: shareName, label: Bilingual(ja: "構成比", en: "Share"), unit: "％")]
        + (shownInterval?.columns ?? []), rows: rows, notes: notes)
  }
}
