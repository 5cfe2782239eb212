public import ShihyoModel

/// 到達状況: how many records stand at each rank, over all and by body, with groups, totals and shares.
///
/// - Shape: the overall distribution (a row per rank, shares that add up to 100 before rounding), then, where bodies are
///   asked for, a row per body in 建制順, a subtotal after each group, the total, and the share of the complete rank.
/// - Ranks: those of the data and of the descriptor, the highest first; none stands in code.
/// - Missing: a record without a rank is counted in a column of its own, in the total and in the base of shares.
/// - Errors: `unknownRank` where the complete rank is named and not there.
/// - Source: reports.md, «The meeting paper»; known-figures.md, section 2.
public struct RanksAnalysis: Hashable, Sendable {
  /// Column of the rank.
  public let rank: String
  /// The bodies; nil: the overall distribution only.
  public let by: GroupKey?
  /// Column of the dataset that holds the group of each body; nil: the groups of `bodies`.
  public let group: GroupKey?
  public let schema: Schema?
  /// Order, spellings and groups of the bodies.
  public var bodies: BodyOrder?
  /// The rank that counts as complete (完了); nil: the highest.
  public var complete: String?
  /// Of shares; nil: text prints 1, machine output the exact value.
  public var digits: Int?
  public var ordering: KeyOrdering

  private let filter: [Condition]

  public init(
    rank: String, by: GroupKey? = nil, group: GroupKey? = nil, filter: [Condition] = [], schema: Schema? = nil,
    bodies: BodyOrder? = nil, complete: String? = nil, digits: Int? = nil, ordering: KeyOrdering = KeyOrdering()
  ) {
    self.rank = rank
    self.by = by
    self.group = by == nil ? nil : group
    self.filter = filter
    self.schema = schema
    self.bodies = bodies
    self.complete = complete
    self.digits = digits
    self.ordering = ordering
  }

  /// The overall distribution has a query of its own, so that it holds also where the keys overlap.
  public var queries: [Query] {
    let overall = Query(keys: [GroupKey(column: rank)], filter: filter, aggregates: [.count])
    guard let by else { return [overall] }
    let keys = (group.map { [$0] } ?? []) + [by, GroupKey(column: rank)]
    return [overall, Query(keys: keys, filter: filter, aggregates: [.count])]
  }

  /// - Parameter tables: the answers to `queries`, in their order.
  /// - Parameter input: how outputs call the input.
  public func document(_ tables: [ResultTable], input: String) throws(Findings) -> ReportDocument {
    guard let overall = tables.first else { return ReportDocument() }
    let seen = ordering.rows(of: overall, schema: nil).compactMap { $0.keys[0].rankLabel }
    let scale = try RankScale(
      seen: seen, declared: schema?.field(named: rank)?.declaredLabels ?? [], complete: complete)
    var whole = RankCounts(scale: scale)
    for row in overall.rows { whole.add(row.recordCount, rank: row.keys[0], scale: scale) }

    let distribution = distribution(whole, scale: scale)
    var blocks = [ReportDocument.Block.table(distribution)] + charts([chart(of: distribution)])
    if let by, tables.count > 1 {
      let listing = BodyListing(
        tables[1], rows: ordering.rows(of: tables[1], schema: schema), hasGroupKey: group != nil, bodies: bodies,
        scale: scale)
      let table = table(of: listing, whole: whole, scale: scale, by: by)
      blocks += [.table(table)] + charts([chart(of: table, scale: scale)])
    }
    let full = Bilingual(ja: "全数のため区間なし。", en: "A full count: there is no sampling interval.")
    return ReportDocument(
      blocks: blocks, inputs: [ReportDocument.Input(name: input, accounting: overall.accounting)], notes: [full],
      notice: overall.notice)
  }
}

extension ResultTable.Row {
  /// The count that the queries of ranks ask for first.
  var recordCount: Int { if case .count(let count)? = values.first { count } else { 0 } }
}
