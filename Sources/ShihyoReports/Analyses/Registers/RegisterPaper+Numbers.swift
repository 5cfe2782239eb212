import ShihyoDefinitions
import ShihyoModel

extension RegisterPaper {
  /// Issues whose number or area changed: 格上げ, 格下げ, 番号の変更. The id stays, so nothing disappears.
  ///
  /// Areas are ordered as declared, the lowest first.
  func numbers() throws(Findings) -> [Block] {
    let rows = inOrder(register.rows(.numbers))
    var table = PlainTable(
      name: "numbers",
      columns: [
        ("organisation", Self.organisation, false), ("id", Bilingual(ja: "ID", en: "ID"), false),
        ("title", Self.title, false), ("old-as-of", Bilingual(ja: "旧の時点", en: "Old as of"), false),
        ("old-number", Bilingual(ja: "旧番号", en: "Old number"), false),
        ("new-as-of", Bilingual(ja: "新の時点", en: "New as of"), false),
        ("new-number", Bilingual(ja: "新番号", en: "New number"), false),
        ("change", Bilingual(ja: "変化", en: "Change"), false),
      ])
    var schemes: [String] = []
    var (kept, single) = (0, 0)
    for id in register.distinct(rows.map { $0.id.text }) {
      let own = try dated(rows.filter { $0.id == Label(id) }, .numbers)
      var changed = false
      for (old, new) in zip(own, own.dropFirst()) {
        guard Label(TextFolding.fold(old[.number])) != Label(TextFolding.fold(new[.number])) else { continue }
        changed = true
        let issue = register.issue(Label(id))
        let organisation = issue?[.organisation] ?? new[.organisation]
        table.rows.append(
          cells(
            of: organisation, id, issue?[.title] ?? old[.title], old[.asOf], spelled(old), new[.asOf], spelled(new))
            + [change(old, new)])
        for scheme in [old[.scheme], new[.scheme]] where !scheme.isEmpty && !schemes.contains(scheme) {
          schemes.append(scheme)
        }
      }
      if own.count < 2 { single += 1 } else if !changed { kept += 1 }
    }
    var notes = [
      Bilingual(
        ja: "番号の変わらない課題：\(kept)。旧番号なし（番号の記録が一つだけの課題）：\(single)",
        en: "Issues that kept their number: \(kept). Without an old number (only one is recorded): \(single)")
    ]
    if schemes.count > 1 {
      notes.append(
        Bilingual(
          ja: schemes.joined(separator: "、") + "は呼び方が違う区分で、定義が同じとは限らない。",
          en: schemes.joined(separator: ", ") + " are different schemes; their areas need not mean the same."))
    }
    return Self.section(Bilingual(ja: "番号の新旧", en: "Old and new numbers"), table, notes: notes)
  }

  private func spelled(_ row: RegisterRow) -> String {
    row[.number] + (row[.scheme].isEmpty ? "" : "（\(row[.scheme])）")
  }

  private func change(_ old: RegisterRow, _ new: RegisterRow) -> PlainTable.Cell {
    guard let before = area(old), let now = area(new), before != now else {
      return PlainTable.Cell("renumbered", Bilingual(ja: "番号の変更", en: "renumbered"))
    }
    return now > before
      ? PlainTable.Cell("raised", Bilingual(ja: "格上げ", en: "raised"))
      : PlainTable.Cell("lowered", Bilingual(ja: "格下げ", en: "lowered"))
  }

  /// The place, in the declared order, of the area that a number begins with.
  private func area(_ row: RegisterRow) -> Int? {
    let number = TextFolding.fold(row[.number])
    return register.labels(.area).firstIndex { number.hasPrefix(TextFolding.fold($0)) }
  }

  /// Rows by their as-of date, of one day as they stand.
  ///
  /// - Errors: `unreadableDate` for every date that cannot be read.
  func dated(_ rows: [RegisterRow], _ table: IssueRegister.Table) throws(Findings) -> [RegisterRow] {
    // 記載なし is no date: the row stands at the end of its year.
    let rows = rows.map { row in
      var row = row
      row.asOfRead = row[.asOf]
      if !register.states(row[.asOf]) {
        row.cells[.asOf] = ""
      }
      return row
    }
    let unreadable = rows.filter { $0.day == nil }
    if !unreadable.isEmpty {
      let resource = register.definition.tables[table]?.resource ?? table.rawValue
      throw Findings(
        unreadable.map { row in
          Finding(
            RegisterRule.unreadableDate(resource: resource), at: row.place,
            text: row.asOfRead.isEmpty ? row[.year] : row.asOfRead)
        })
    }
    return rows.enumerated().sorted { ($0.element.day ?? 0, $0.offset) < ($1.element.day ?? 0, $1.offset) }
      .map(\.element)
  }

  /// Both readings stand; which of them is right is not said.
  var readings: [Block] {
    let hasPlace = register.has(.readings, .document)
    var table = PlainTable(
      name: "readings",
      columns: [
        ("organisation", Self.organisation, false), ("number", Self.number, false),
        ("subject", Bilingual(ja: "項目", en: "Subject"), false), ("place", Bilingual(ja: "箇所", en: "Place"), false),
        ("text", Bilingual(ja: "表記", en: "Reading"), false),
      ] + (hasPlace ? [("source", Bilingual(ja: "出典（文書:行）", en: "Source (document:line)"), false)] : []))
    table.rows = inOrder(register.rows(.readings)).compactMap { row in
      guard let issue = register.issue(row.id) else { return nil }
      let source = [row[.document], row[.line]].filter { !$0.isEmpty }.joined(separator: ":")
      return cells(of: issue[.organisation], issue[.number], row[.subject], row[.place], row[.text])
        + (hasPlace ? Self.cells(source) : [])
    }
    return Self.section(
      Bilingual(ja: "文書の中の表記の不一致", en: "Readings where a document disagrees with itself"), table,
      notes: [Bilingual(ja: "どちらが正しいかは決めていない。所管課に確認する。", en: "Which reading is right is not decided here.")])
  }
}
