import ShihyoDefinitions
import ShihyoModel

extension RegisterPaper {
  /// What people entered step by step, what the documents say, and before both what is not going as planned: by the entries
  /// where there are any, else by the words of the documents.
  ///
  /// - With `--as-of` only what was known by that day: the words of a later document are not.
  var progress: [Block] {
    let told = until(register.rows(.progress))
    let late = inOrder(register.rows(.entries).isEmpty ? told : stepEntries).filter { row in
      switch register.progressClass(row[.state]) {
      case .late?, .notDone?: true
      case .complete?, .underWay?, nil: false
      }
    }
    let behind = Bilingual(ja: "計画どおりでないもの", en: "Not as planned")
    let entered = Bilingual(ja: "取組ごとの進捗（人が記入したもの）", en: "Progress by step (as entered)")
    let said = Bilingual(ja: "進捗（文書の記載）", en: "Progress (as the documents say)")
    return Self.section(behind, table("not-as-planned", late))
      + Self.section(entered, table("entries", inOrder(stepEntries)))
      + Self.section(said, table("progress", inOrder(told)))
  }

  private func table(_ name: String, _ rows: [RegisterRow]) -> PlainTable {
    let hasState = rows.contains { !$0[.state].isEmpty }
    var table = PlainTable(
      name: name,
      columns: [
        ("organisation", Self.organisation, false), ("number", Self.number, false),
        ("as-of", Bilingual(ja: "時点", en: "As of"), false), ("item", Bilingual(ja: "項目", en: "Item"), false),
      ] + (hasState ? [("state", Bilingual(ja: "進捗", en: "Progress"), false)] : [])
        + [("text", Bilingual(ja: "本文", en: "Text"), false)])
    table.rows = rows.compactMap { row in
      guard let issue = register.issue(row.id) else { return nil }
      return cells(of: issue[.organisation], issue[.number], row[.asOf], row[.item])
        + (hasState ? Self.cells(row[.state]) : []) + Self.cells(row[.text])
    }
    return table
  }

  /// Rows of another table in the order in which their issues are printed.
  func inOrder(_ rows: [RegisterRow]) -> [RegisterRow] {
    let issues = register.organisations.flatMap { register.issues(of: $0) }
    let places = Dictionary(issues.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return rows.enumerated().sorted {
      (places[$0.element.id] ?? .max, $0.offset) < (places[$1.element.id] ?? .max, $1.offset)
    }.map(\.element)
  }
}
