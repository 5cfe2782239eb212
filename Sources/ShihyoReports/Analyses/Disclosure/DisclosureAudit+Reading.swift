public import ShihyoModel

extension DisclosureAudit {
  /// What is asked of a published table.
  public static func query(keys: [GroupKey], count: String) -> Query {
    Query(keys: keys + [GroupKey(column: count)], aggregates: [.count])
  }

  /// A published table.
  ///
  /// - Parameters:
  ///   - answer: to `query`; each row one place with its printed count.
  ///   - hasSeveralAnswers: the last key names answers of which a person can give several: each stands beside the rest of the total.
  public init(
    table answer: ResultTable, threshold: Int, hasSeveralAnswers: Bool = false, input: String
  ) throws(Findings) {
    var entries: [PublishedTable.Entry] = []
    for row in answer.rows {
      guard let cell = row.keys.last else { continue }
      var labels = row.keys.dropLast().map(Self.label)
      // The empty cells beside the word 計 are totals as well.
      if labels.contains(nil) { labels = labels.map { $0 == "" ? nil : $0 } }
      entries.append(PublishedTable.Entry(labels: labels, count: try Self.count(cell)))
    }
    let keys = answer.query.keys.dropLast().map(\.machineName)
    // Printed totals are what the audit looks for.
    let accounting = answer.query.keys.dropLast().reduce(answer.accounting) { accounting, key in
      accounting.withoutSuspects(under: key) { CategoryClass(.text($0)) == .total }
    }
    let table = PublishedTable(name: keys.joined(separator: "×"), keys: keys, entries: entries)
    try self.init(
      hasSeveralAnswers ? Self.answers(of: table) : [table], threshold: threshold,
      inputs: [ReportDocument.Input(name: input, accounting: accounting)])
  }

  /// A table for each answer: those who gave it, and the rest of the respondents.
  private static func answers(of table: PublishedTable) -> [PublishedTable] {
    let bases = table.entries.filter { $0.labels.last == .some(nil) }
    return table.entries.compactMap { $0.labels.last.flatMap { $0 } }.uniqued.map { answer in
      var own = PublishedTable(
        name: answer, keys: table.keys, entries: bases, words: ["in": answer, "rest": answer + "以外"])
      for base in bases {
        let keys = Array(base.labels.dropLast())
        let part = table.entries.first { $0.labels == keys + [answer] }
        let count = part.map(\.count) ?? 0
        own.entries.append(PublishedTable.Entry(labels: keys + ["in"], count: count))
        let rest = base.count.flatMap { base in count.map { base - $0 } }
        own.entries.append(PublishedTable.Entry(labels: keys + ["rest"], count: rest))
      }
      return own
    }
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
