import ShihyoDefinitions
import ShihyoModel

extension RegisterPaper {
  /// The plans by quarter, one table per issue and step, every cell where and as it was printed.
  ///
  /// Plans lose their cell spans on the way: an empty cell may go on with the one before or mean nothing. No bar is drawn and
  /// no cell is moved under another heading.
  var plans: [Block] {
    let rows = inOrder(register.rows(.plan))
    guard !rows.isEmpty else { return [] }
    var blocks: [Block] = [Self.heading("四半期ごとの計画（原典の欄のとおり）", "Plan by quarter (cells as printed)")]
    blocks.append(
      .list([
        [
          .text(
            Bilingual(
              ja: "空の欄が前の欄の続きか、予定がないのかは、原典から分からない。線は引かず、欄も動かしていない。",
              en: "Whether an empty cell goes on with the one before is not known: no bar is drawn, no cell is moved."))
        ]
      ]))
    var groups: [[Label]: [RegisterRow]] = [:]
    var order: [[Label]] = []
    for row in rows {
      let key = [row.id, Label(row[.step])]
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    for (place, key) in order.enumerated() {
      guard let issue = register.issue(key[0]) else { continue }
      blocks.append(.table(plan(issue, step: key[1].text, groups[key] ?? [], name: "plan-\(place + 1)")))
    }
    return blocks
  }

  private func plan(_ issue: RegisterRow, step: String, _ cells: [RegisterRow], name: String) -> ReportTable {
    let lines = register.distinct(cells.map { $0[.row] })
    let places = register.distinct(cells.map { $0[.place] })
    func found(_ line: String, _ place: String) -> RegisterRow? {
      cells.first { Label($0[.row]) == Label(line) && Label($0[.place]) == Label(place) }
    }
    func heading(_ place: String) -> String {
      cells.first { Label($0[.place]) == Label(place) && !$0[.heading].isEmpty }?[.heading] ?? ""
    }
    let organisation = register.label(issue[.organisation])
    let rest = [issue[.number], issue[.title], step]
    var table = PlainTable(
      name: name,
      title: Bilingual(
        ja: ([organisation.ja] + rest).filter { !$0.isEmpty }.joined(separator: " "),
        en: ([organisation.en] + rest).filter { !$0.isEmpty }.joined(separator: " ")),
      columns: [
        ("organisation", Self.organisation, false), ("number", Self.number, false),
        ("step", Bilingual(ja: "取組", en: "Step"), false), ("row", Bilingual(ja: "行", en: "Row"), false),
      ]
        + places.map { place in
          let printed = heading(place)
          return (printed.isEmpty ? "cell-\(place)" : printed, Self.same(printed), false)
        })
    table.rows = lines.map { line in
      self.cells(of: issue[.organisation], issue[.number], step, line)
        + places.map { PlainTable.Cell(found(line, $0)?[.text] ?? "") }
    }
    return table.table
  }
}
