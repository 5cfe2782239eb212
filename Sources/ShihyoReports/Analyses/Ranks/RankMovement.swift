public import ShihyoModel

/// Movement of ranks against an earlier assessment: the two lists joined by their key.
///
/// - Shape: a matrix of earlier rank × present rank with what is new and gone, the counts of improved, unchanged and worse, and
///   a list of the records that moved.
/// - Missing: a record without a rank on one side has moved neither up nor down; it stands under «no rank».
/// - Errors: `duplicateKey` for every key that stands for several records on one side; nothing is joined then.
/// - Source: design.md, section 5: joins are between result tables, never in an engine.
public struct RankMovement: Hashable, Sendable {
  public let rank: String
  public let keys: [String]
  public let schema: Schema?
  /// The rank that counts as complete; nil: the highest.
  public let complete: String?
  private let filter: [Condition]

  public init(rank: String, keys: [String], filter: [Condition] = [], schema: Schema? = nil, complete: String? = nil) {
    self.rank = rank
    self.keys = keys
    self.filter = filter
    self.schema = schema
    self.complete = complete
  }

  /// To be asked of the earlier and of the present input alike.
  public var query: Query {
    Query(keys: (keys + [rank]).map { GroupKey(column: $0) }, filter: filter, aggregates: [.count])
  }

  /// - Parameter previousName: how messages call the earlier input.
  public func document(
    previous: ResultTable, current: ResultTable, previousName: String, currentName: String
  ) throws(Findings) -> ReportDocument {
    let notice = try NoticeGuard.common([
      NoticedInput(name: previousName, notice: previous.notice),
      NoticedInput(name: currentName, notice: current.notice),
    ])
    let duplicates = Self.duplicates(previous, previousName) + Self.duplicates(current, currentName)
    if !duplicates.isEmpty { throw Findings(duplicates) }
    let seen = (current.rows + previous.rows).compactMap { $0.keys.last?.rankLabel }
    let scale = try RankScale(
      seen: seen, declared: schema?.field(named: rank)?.declaredLabels ?? [], complete: complete)
    let pairs = Self.pairs(previous, current)
    let completion = completion(pairs, scale: scale)
    let tables =
      [matrix(pairs, scale: scale), summary(pairs, scale: scale), list(pairs, scale: scale)]
      + (completion.map { [$0] } ?? [])
    return ReportDocument(
      blocks: tables.map { .table($0) },
      inputs: [
        ReportDocument.Input(name: previousName, accounting: previous.accounting),
        ReportDocument.Input(name: currentName, accounting: current.accounting),
      ], notice: notice)
  }

  private static func duplicates(_ table: ResultTable, _ input: String) -> [AnalysisRule] {
    var order: [[KeyValue]] = []
    var records: [[KeyValue]: Int] = [:]
    for row in table.rows {
      let key = foldedKey(row)
      if records[key] == nil { order.append(key) }
      records[key, default: 0] += row.recordCount
    }
    return order.compactMap { key in
      guard let count = records[key], count > 1 else { return nil }
      let name = key.map { ReportTable.KeyCell($0).label.ja }.joined(separator: "・")
      return .duplicateKey(input: input, key: name, records: count)
    }
  }

  /// Keys match folded, as everywhere where two lists meet: ４ of one year is 4 of the other.
  private static func foldedKey(_ row: ResultTable.Row) -> [KeyValue] {
    row.keys.dropLast().map { key in
      if case .text(let label) = key { .text(Label(TextFolding.fold(label.text))) } else { key }
    }
  }

  /// Present records in their order, then those that are gone.
  private static func pairs(_ previous: ResultTable, _ current: ResultTable) -> [RankPair] {
    var earlier: [[KeyValue]: ResultTable.Row] = [:]
    for row in previous.rows { earlier[foldedKey(row)] = row }
    var met: Set<[KeyValue]> = []
    var pairs = current.rows.map { row in
      let key = foldedKey(row)
      met.insert(key)
      return RankPair(
        keys: Array(row.keys.dropLast()), from: earlier[key].map { RankPair.Side($0) } ?? .none,
        to: RankPair.Side(row))
    }
    for row in previous.rows where !met.contains(foldedKey(row)) {
      pairs.append(RankPair(keys: Array(row.keys.dropLast()), from: RankPair.Side(row), to: .none))
    }
    return pairs
  }
}

/// One record of two assessments.
struct RankPair: Hashable {
  enum Side: Hashable {
    /// Not in this list.
    case none
    case unranked
    case rank(String)

    init(_ row: ResultTable.Row) { self = row.keys.last?.rankLabel.map { .rank($0) } ?? .unranked }
  }

  /// As spelt in the present list.
  var keys: [KeyValue]
  var from: Side
  var to: Side

  func movement(on scale: RankScale) -> RankChange {
    switch (from, to) {
    case (.none, _): return .new
    case (_, .none): return .gone
    case (.unranked, .unranked): return .unchanged
    case (.rank(let from), .rank(let to)):
      guard let earlier = scale.position(of: from), let present = scale.position(of: to) else { return .changed }
      if earlier == present { return .unchanged }
      guard scale.isOrdered else { return .changed }
      return present < earlier ? .improved : .worse
    default: return .changed
    }
  }
}

/// What became of a record between two assessments.
enum RankChange: String, Hashable, CaseIterable {
  case improved, unchanged, worse
  /// Another rank, but no order says whether it is higher; or a rank on one side only.
  case changed
  case new, gone

  var label: Bilingual {
    switch self {
    case .improved: Bilingual(ja: "上昇", en: "Improved")
    case .unchanged: Bilingual(ja: "変わらず", en: "Unchanged")
    case .worse: Bilingual(ja: "下降", en: "Worse")
    case .changed: Bilingual(ja: "変更(上下の判定なし)", en: "Changed, neither up nor down")
    case .new: Bilingual(ja: "新規", en: "New")
    case .gone: Bilingual(ja: "前回のみ", en: "Gone")
    }
  }
}
