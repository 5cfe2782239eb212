import ShihyoModel

/// Rows of a table that a paper does not count, and the rule of the descriptor that leaves each kind out.
///
/// A total that nobody mentions looks like one that was counted twice, or forgotten.
enum LeftOutNote {
  /// nil: every row is a record.
  ///
  /// - Parameter shape: the layout that the descriptor declares.
  static func note(for input: ReportDocument.Input, _ shape: TableShape?) -> Bilingual? {
    let counts = input.accounting.layout
    guard let shape, counts.totals + counts.notes + counts.emptyRows > 0 else { return nil }
    var parts: [Bilingual] = []
    func add(_ count: Int, _ ja: String, _ en: String, by rule: String) {
      guard count > 0 else { return }
      let number = DigitGroups.grouped(count)
      parts.append(Bilingual(ja: "\(ja)\(number)行（\(rule)）", en: "\(number) \(en) (\(rule))"))
    }
    let labels = shape.subtotals.flatMap { Self.labels($0.match) }.uniqued
    let shown = labels.prefix(mostLabels).joined(separator: "、") + (labels.count > mostLabels ? "…" : "")
    add(counts.totals, "計", counts.totals == 1 ? "total" : "totals", by: "subtotals: \(shown)")
    add(counts.notes, "注", counts.notes == 1 ? "note" : "notes", by: "note-rows")
    add(counts.emptyRows, "空の行", "empty", by: "empty-rows")
    let (name, rows) = (input.title ?? input.name, DigitGroups.grouped(counts.rows))
    return Bilingual(
      ja: "\(name)：表の\(rows)行のうち、\(parts.map(\.ja).joined(separator: "、"))を除いて集計した（括弧内は定義ファイルの規則）。",
      en: "\(name): of \(rows) rows of the table, \(parts.map(\.en).joined(separator: ", ")) are left out"
        + " (in brackets the rule of the descriptor).")
  }

  private static let mostLabels = 6

  private static func labels(_ match: TableShape.RowMatch) -> [String] {
    switch match {
    case .labels(let column, let labels): labels.map { "\(column)=\($0)" }
    case .pattern(let column, let pattern): ["\(column)=\(pattern.spelling)"]
    case .conditions(let conditions):
      [conditions.map { $0.column + $0.comparison.rawValue + $0.values.joined(separator: "|") }.joined(separator: "・")]
    }
  }
}
