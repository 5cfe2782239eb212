import ShihyoModel
public import ShihyoReports

extension Errata {
  /// The paper to be handed out beside the new edition.
  public var document: ReportDocument {
    var blocks: [ReportDocument.Block] = [
      .list([
        [.text(Bilingual(ja: "誤：\(old.words.ja)", en: "Wrong: \(old.words.en)"))],
        [.text(Bilingual(ja: "正：\(new.words.ja)", en: "Right: \(new.words.en)"))],
      ])
    ]
    if !hasDifferences {
      blocks.append(
        .paragraph([.text(Bilingual(ja: "印刷される数値と文に違いはない。", en: "No printed figure or sentence differs."))]))
    }
    if !entries.isEmpty { blocks.append(.table(figures)) }
    if !sentences.isEmpty { blocks.append(.table(texts)) }
    var notes: [Bilingual] = []
    if silent > 0 {
      notes.append(
        Bilingual(
          ja: "印刷は同じで、分子・分母か定義が変わった数値が\(silent)件ある。",
          en: "\(silent) figures print the same, but their parts or definition changed."))
    }
    if unprinted > 0 {
      notes.append(
        Bilingual(
          ja: "どちらの版にも印刷されず、数値根拠表だけで変わった数値が\(unprinted)件ある。",
          en: "\(unprinted) figures that neither edition prints changed in the ledger."))
    }
    return ReportDocument(
      title: Bilingual(ja: "正誤表　\(title)", en: "Errata: \(title)"), blocks: blocks, notes: notes,
      notice: notice.map { Bilingual(ja: $0, en: $0) }, frame: frame)
  }

  private var title: String { paper.flatMap { $0.title.isEmpty ? nil : $0.title } ?? report }

  /// 資料番号, department and 問い合わせ先 of the paper that is corrected.
  private var frame: PaperFrame? {
    guard let paper else { return nil }
    func same(_ text: String) -> Bilingual? { text.isEmpty ? nil : Bilingual(ja: text, en: text) }
    return PaperFrame(
      number: same(paper.number), department: same(paper.department), closing: [same(paper.contact)].compactMap(\.self))
  }

  private static let section = Bilingual(ja: "節", en: "Section")
  private static let wrong = Bilingual(ja: "誤", en: "Wrong")
  private static let right = Bilingual(ja: "正", en: "Right")

  private var figures: ReportTable {
    var table = PlainTable(
      name: "errata", title: Bilingual(ja: "数値の正誤", en: "Figures"),
      columns: [
        ("section", Self.section, false), ("place", Bilingual(ja: "表・文", en: "Table or text"), false),
        ("figure", Bilingual(ja: "数値", en: "Figure"), false), ("wrong", Self.wrong, true),
        ("right", Self.right, true), ("reason", Bilingual(ja: "理由", en: "Reason"), false),
      ])
    let none = Bilingual(ja: "（なし）", en: "(none)")
    table.rows = entries.map { entry in
      [
        PlainTable.Cell(entry.section), PlainTable.Cell(entry.place), PlainTable.Cell(entry.id, entry.label),
        PlainTable.Cell(entry.wrong, entry.wrong.isEmpty ? none : nil),
        PlainTable.Cell(entry.right, entry.right.isEmpty ? none : nil),
        PlainTable.Cell(entry.reason.ja, entry.reason),
      ]
    }
    var quoted = table.table
    if let legend = SignLegend.note(for: entries.flatMap { [$0.wrong, $0.right] }) { quoted.notes.append(legend) }
    return quoted
  }

  /// What has only moved is 同左, as the city prints it.
  private func right(of change: SentenceChange) -> PlainTable.Cell {
    if change.movedTo != nil, change.wrong == change.right {
      return PlainTable.Cell(change.right, Bilingual(ja: "同左（節を移動）", en: "(the same, moved)"))
    }
    return PlainTable.Cell(change.right, change.right.isEmpty ? Bilingual(ja: "（削除）", en: "(deleted)") : nil)
  }

  private var texts: ReportTable {
    var table = PlainTable(
      name: "sentences", title: Bilingual(ja: "変わった文・題名・注", en: "Sentences, titles and notes that changed"),
      columns: [("section", Self.section, false), ("wrong", Self.wrong, false), ("right", Self.right, false)])
    table.rows = sentences.map { change in
      [
        PlainTable.Cell(change.movedTo.map { change.section + " → " + $0 } ?? change.section),
        PlainTable.Cell(change.wrong, change.wrong.isEmpty ? Bilingual(ja: "（追加）", en: "(added)") : nil),
        right(of: change),
      ]
    }
    return table.table
  }
}
