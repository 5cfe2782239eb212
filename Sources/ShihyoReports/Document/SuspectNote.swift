import ShihyoModel

/// Rows that were counted as records, but look like totals or notes: nobody has declared what they are, so they are named.
enum SuspectNote {
  static func notes(for layout: LayoutCounts) -> [Bilingual] {
    [totals(layout.suspects.filter { $0.kind == .total }), notes(layout.suspects.filter { $0.kind == .note })]
      .compactMap { $0 }
  }

  private static func totals(_ rows: [SuspectRow]) -> Bilingual? {
    guard let first = rows.first else { return nil }
    let labels = distinct(rows.map(\.text))
    let ja = labels.prefix(5).map { "「\($0)」" }.joined() + (labels.count > 5 ? "など" : "")
    let en = labels.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")
    return Bilingual(
      ja:
        "\(ja)は合計の行とみられ、\(rows.count)行が集計に入っている（最初は\(first.line)行目）。二重に数えないよう --without-totals で除くか、定義ファイルの subtotals に書く。",
      en:
        rows.count == 1
        ? "\(en) looks like a total, and 1 such row is counted (line \(first.line)): leave it out with --without-totals, or declare subtotals in a descriptor."
        : "\(en) \(labels.count == 1 ? "looks like a total" : "look like totals"), and \(rows.count) such rows are counted (first on line \(first.line)): leave them out with --without-totals, or declare subtotals in a descriptor."
    )
  }

  private static func notes(_ rows: [SuspectRow]) -> Bilingual? {
    guard let first = rows.first else { return nil }
    return Bilingual(
      ja:
        "\(first.line)行目「\(first.text)」など、表の下の注とみられる\(rows.count)行が集計に入っている。--without-notes で除くか、定義ファイルの note-rows に書く。",
      en:
        rows.count == 1
        ? "1 row that looks like a note below the table is counted (line \(first.line): \"\(first.text)\"): leave it out with --without-notes, or declare note-rows in a descriptor."
        : "\(rows.count) rows that look like notes below the table are counted (first on line \(first.line): \"\(first.text)\"): leave them out with --without-notes, or declare note-rows in a descriptor."
    )
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen = Set<Label>()
    return texts.filter { seen.insert(Label($0)).inserted }
  }
}
