public import ShihyoModel

extension DisclosureAudit {
  /// The columns of a ledger that an audit reads.
  private static let ledgerColumns = ["id", "printed", "numerator", "denominator", "unit", "marks"]

  /// What is asked of a ledger (`figures.csv`).
  public static let ledgerQuery = Query(keys: ledgerColumns.map { GroupKey(column: $0) }, aggregates: [.count])

  /// What is asked of a published table.
  public static func query(keys: [GroupKey], count: String) -> Query {
    Query(keys: keys + [GroupKey(column: count)], aggregates: [.count])
  }

  /// A published table.
  ///
  /// - Parameter answer: to `query`; each row one place with its printed count.
  public init(table answer: ResultTable, threshold: Int, input: String) throws(Findings) {
    var entries: [Entry] = []
    for row in answer.rows {
      guard let cell = row.keys.last else { continue }
      var labels = row.keys.dropLast().map(Self.label)
      // The empty cells beside the word 計 are totals as well.
      if labels.contains(nil) { labels = labels.map { $0 == "" ? nil : $0 } }
      entries.append(Entry(labels: labels, count: try Self.count(cell)))
    }
    let keys = answer.query.keys.dropLast().map(\.machineName)
    // Printed totals are what the audit looks for.
    let accounting = answer.query.keys.dropLast().reduce(answer.accounting) { accounting, key in
      accounting.withoutSuspects(under: key) { CategoryClass(.text($0)) == .total }
    }
    try self.init(
      [Table(name: keys.joined(separator: "×"), keys: keys, entries: entries)], threshold: threshold,
      inputs: [ReportDocument.Input(name: input, accounting: accounting)])
  }

  /// A ledger: the counts, numerators and denominators of each metric at each period.
  public init(ledger answer: ResultTable, threshold: Int, input: String) throws(Findings) {
    var tables: [String: Table] = [:]
    var order: [String] = []
    for row in answer.rows {
      let cells = row.keys.map { key in if case .text(let label) = key { label.text } else { "" } }
      guard cells.count == Self.ledgerColumns.count, let id = try? FigureID(spelling: cells[0]) else { continue }
      let isHidden = cells[5].split(separator: ";").contains("suppressed")
      let isRatio = cells[4] == "％" || !cells[2].isEmpty
      // A change has the values of both periods as its parts, which stand in the ledger themselves.
      if id.metric.hasSuffix(".previous") || id.metric.hasSuffix(".year-ago") { continue }
      let parts: [(String, String)] = isRatio ? [("numerator", cells[2]), ("denominator", cells[3])] : [("", cells[1])]
      for (part, text) in parts {
        guard isHidden || !text.isEmpty else { continue }
        let count = isHidden ? nil : ExactDecimal(text)?.reduced
        // Amounts with decimals are no counts of people.
        if let count, count.decimals > 0 { continue }
        let name = ["\(id.metric)@\(id.period)", part].filter { !$0.isEmpty }.joined(separator: " ")
        if tables[name] == nil { order.append(name) }
        var table = tables[name] ?? Table(name: name, keys: [], entries: [])
        let new = id.dimensions.keys.filter { !table.keys.contains($0) }.sorted { Label($0) < Label($1) }
        table.keys += new
        for place in table.entries.indices { table.entries[place].labels += new.map { _ in nil } }
        table.entries.append(
          Entry(labels: table.keys.map { id.dimensions[$0] }, count: count.flatMap { Int(exactly: $0.coefficient) }))
        tables[name] = table
      }
    }
    try self.init(
      order.compactMap { tables[$0] }, threshold: threshold,
      inputs: [ReportDocument.Input(name: input, accounting: answer.accounting)])
  }

  /// nil for a total.
  private static func label(_ key: KeyValue) -> String? {
    switch CategoryClass(key) {
    case .total: return nil
    case .part, .unknown, .recount:
      if case .absent(.empty) = key { return "" }
      return ReportTable.KeyCell(key).label.ja
    }
  }

  /// nil for a hidden count.
  private static func count(_ key: KeyValue) throws(Findings) -> Int? {
    guard case .text(let label) = key else { return nil }
    let text = TextFolding.fold(label.text)
    if text.isEmpty || ["x", "*", "***", "秘匿"].contains(text.lowercased()) { return nil }
    guard let number = ExactDecimal(text.filter { $0 != "," })?.reduced, number.decimals == 0,
      let count = Int(exactly: number.coefficient), count >= 0
    else { throw Findings([Finding(DisclosureRule.notCounts(measure: text, group: ""), text: label.text)]) }
    return count
  }
}
