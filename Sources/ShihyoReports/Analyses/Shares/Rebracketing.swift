import ShihyoModel

/// Finer brackets merged into the coarser ones of a scheme, only where the boundaries coincide; nothing is split.
enum Rebracketing {
  /// The table with its key at `column` under `scheme`; rows that become equal are merged.
  ///
  /// - Missing: 不詳, 無回答, totals and recounts keep their label.
  /// - Errors: the `AgeRule` of every bracket that crosses a boundary of the scheme or lies outside it.
  static func merge(
    _ table: ResultTable, column: Int, into scheme: BracketScheme
  ) throws(Findings) -> ResultTable {
    var merged = table
    var refused: [AgeRule] = []
    for index in merged.rows.indices {
      guard case .age(.bracket(let finer)) = merged.rows[index].keys[column] else { continue }
      do {
        merged.rows[index].keys[column] = .age(.bracket(try scheme.place(finer)))
      } catch {
        if !refused.contains(error) { refused.append(error) }
      }
    }
    if !refused.isEmpty { throw Findings(refused.map { Finding($0) }) }
    // Merging with an answer over no records joins the rows that have become equal.
    var empty = merged
    empty.rows = []
    empty.accounting = Accounting()
    empty.merge(merged)
    return empty
  }
}
