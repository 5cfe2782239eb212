import ShihyoModel
public import ShihyoReports

extension VersionComparison {
  /// 新旧対照表 for people: a summary, columns, what moved the numbers, then every change with 旧 on the left and 新 on the right.
  ///
  /// - Parameter top: rows shown of each number that moved; the rest are summed up.
  public func document(top: Int = 10) -> ReportDocument {
    var document = ReportDocument(
      title: Bilingual(ja: "新旧対照表：\(oldName) → \(newName)", en: "Changes from \(oldName) to \(newName)"),
      notice: notice)
    document.blocks.append(.table(summary))
    if !columns.isEmpty { document.blocks.append(.table(columnTable)) }
    for (number, movement) in movements.enumerated() {
      document.blocks.append(.table(movement.table(top: top, number: number + 1, keys: keys)))
    }
    document.blocks += changeBlocks
    document.notes += unsummed.map(\.note)
    if !cells.isEmpty { document.notes.append(legend) }
    if dittos > 0 {
      document.notes.append(
        Bilingual(
          ja: "新しい版に「同左」とある\(dittos)か所は、古い版と同じとした。",
          en: "\(dittos) cells of the new version say 同左 (the same as on the left) and are no change."))
    }
    return document
  }

  private var legend: Bilingual {
    Bilingual(
      ja: "[- -] は削られた字句、{+ +} は加えられた字句、… は同じ字句の省略。",
      en: "[- -] went, {+ +} came, … stands for text that is the same.")
  }

  private var summary: ReportTable {
    let changed = matched - unchanged
    let items: [(String, Bilingual, Int)] = [
      ("added", Bilingual(ja: "追加", en: "Added"), rows.count { $0.kind == .added }),
      ("removed", Bilingual(ja: "削除", en: "Removed"), rows.count { $0.kind == .removed }),
      ("changed", Bilingual(ja: "変更", en: "Changed"), changed),
      ("unchanged", Bilingual(ja: "同じ", en: "The same"), unchanged),
    ]
    return ReportTable(
      name: "summary", keyColumns: [ReportTable.KeyColumn(name: "change", label: Bilingual(ja: "区分", en: "Change"))],
      valueColumns: [ReportTable.ValueColumn(name: "rows", label: Bilingual(ja: "行数", en: "Rows"))],
      rows: items.map { code, label, count in
        ReportTable.Row(
          keys: [ReportTable.KeyCell(code, label: label)],
          figures: [Figure(kind: .count, value: .decimal(ExactDecimal(count)))])
      })
  }

  private var columnTable: ReportTable {
    var table = PlainTable(
      name: "columns", title: Bilingual(ja: "列の変更", en: "Columns"),
      columns: [
        ("change", Bilingual(ja: "区分", en: "Change"), false), ("old", Bilingual(ja: "旧", en: "Old"), false),
        ("new", Bilingual(ja: "新", en: "New"), false),
      ])
    table.rows = columns.map { change in
      let words = change.words
      return [PlainTable.Cell(words.code, words.label), PlainTable.Cell(words.old), PlainTable.Cell(words.new)]
    }
    return table.table
  }
}

extension ColumnChange {
  var words: (code: String, label: Bilingual, old: String, new: String) {
    switch self {
    case .added(let name): ("column-added", Bilingual(ja: "列の追加", en: "added"), "", name)
    case .removed(let name): ("column-removed", Bilingual(ja: "列の削除", en: "removed"), name, "")
    case .renamed(let old, let new): ("column-renamed", Bilingual(ja: "列名の変更", en: "renamed"), old, new)
    case .reordered(let old, let new):
      (
        "columns-reordered", Bilingual(ja: "列の順の変更", en: "reordered"), old.joined(separator: ","),
        new.joined(separator: ",")
      )
    case .type(let name, let old, let new):
      ("column-type", Bilingual(ja: "型の変更", en: "type"), "\(name)：\(old)", "\(name)：\(new)")
    case .unit(let name, let old, let new):
      ("column-unit", Bilingual(ja: "単位の変更", en: "unit"), "\(name)：\(old)", "\(name)：\(new)")
    }
  }
}

extension ExactDecimal {
  /// With its sign, grouped: `+1,200`; below 0 △1,200 in Japanese and -1,200 in English.
  var signed: Bilingual {
    let text = (isNegative || isZero ? "" : "+") + DigitGroups.grouped(description)
    return Bilingual(ja: MinusSign.japanese(text), en: text)
  }
}
