import ShihyoDefinitions
import ShihyoModel
public import ShihyoReports

/// 既公表値の算出内訳: of a number that a document prints, its place there, and whether any data lie behind it.
public struct KnownExplanation: Sendable {
  public let figure: KnownFigure

  public var document: ReportDocument {
    var table = PlainTable(
      name: "figure",
      columns: [
        ("item", Bilingual(ja: "項目", en: "Item"), false), ("content", Bilingual(ja: "内容", en: "Content"), false),
      ])
    func add(_ item: String, _ heading: Bilingual, _ content: Bilingual) {
      guard !content.en.isEmpty else { return }
      table.rows.append([PlainTable.Cell(item, heading), PlainTable.Cell(content.en, content)])
    }
    func same(_ text: String) -> Bilingual { Bilingual(ja: text, en: text) }
    add("figure", Bilingual(ja: "番号", en: "Figure"), same(figure.id))
    add("value", Bilingual(ja: "印字", en: "Printed"), same(figure.printedText))
    add("as-of", Bilingual(ja: "時点", en: "As of"), same(figure.asOf))
    add("kind", Bilingual(ja: "種別", en: "Kind"), figure.kind.label)
    add("document", Bilingual(ja: "文書・行", en: "Document"), figure.documentAndLine)
    add("source", Bilingual(ja: "出所", en: "Source"), basis)
    for (index, clause) in figure.clauses.enumerated() {
      add("compared-with-\(index + 1)", Bilingual(ja: "突合先", en: "Compared with"), same(clause.text))
    }
    add("note", Bilingual(ja: "注", en: "Note"), same(figure.note))
    let file = figure.place.file.map { "\($0):\(figure.place.line ?? 0)" } ?? ""
    add("file", Bilingual(ja: "記録", en: "Recorded in"), same(file))
    return ReportDocument(
      title: Bilingual(ja: "算出内訳：\(figure.id)", en: "How \(figure.id) is made"), blocks: [.table(table.table)])
  }

  private var basis: Bilingual {
    if !figure.isPrinted {
      return Bilingual(
        ja: "文書に印字はない（導出値か関係）。", en: "Printed nowhere: a derived number or a relation.")
    }
    if figure.isOnlyCopied {
      return Bilingual(
        ja: "公表資料から書き写した数値で、計算のもとになるデータはない（\(Verdict.copied.label.ja)）。",
        en: "Copied from the document: no data lies behind it.")
    }
    return Bilingual(
      ja: "突合先と比べられる。結果は shihyo verify が示す。", en: "It is compared as below; shihyo verify says with what result.")
  }
}
