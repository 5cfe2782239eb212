import ShihyoModel

/// Rows that were counted as records, but look like none: nobody has declared what they are, so they are named.
enum SuspectNote {
  static func notes(for layout: LayoutCounts) -> [Bilingual] {
    func rows(_ kind: SuspectRow.Kind) -> [SuspectRow] { layout.suspects.filter { $0.kind == kind } }
    return [
      totals(rows(.total)), derived(rows(.derived)), continued(rows(.continued)), repeated(rows(.repeated)),
      sum(rows(.disguisedTotal)), headings(rows(.heading)), columnNumbers(rows(.columnNumbers)), notes(rows(.note)),
    ].compactMap { $0 }
  }

  private static func derived(_ rows: [SuspectRow]) -> Bilingual? {
    guard let first = rows.first else { return nil }
    let labels = distinct(rows.map(\.text))
    let ja = labels.prefix(5).map { "「\($0)」" }.joined() + (labels.count > 5 ? "など" : "")
    let en = labels.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")
    return Bilingual(
      ja:
        "\(ja)は、ほかの行から計算した行か内数とみられ、\(rows.count)行が集計に入っている（最初は\(first.line)行目）。データでなければ元の表か --where で除く。",
      en:
        "\(en): \(rows.count) \(rows.count == 1 ? "row looks" : "rows look") computed from other rows or part of them, and \(rows.count == 1 ? "is" : "are") counted (first on line \(first.line)): unless they are data, remove them or leave them out with --where."
    )
  }

  private static func continued(_ rows: [SuspectRow]) -> Bilingual? {
    guard let first = rows.first else { return nil }
    let columns = distinct(rows.map(\.column))
    return Bilingual(
      ja:
        "列\(columns.map { "「\($0)」" }.joined())の空欄や「〃」\(rows.count)行は、上の行と同じという意味とみられるが、別の値として数えた（最初は\(first.line)行目）。describe --write で定義ファイルを下書きし、blank-down に書く。",
      en:
        "Blank or ditto cells of \(columns.map { "\"\($0)\"" }.joined(separator: ", ")) (\(rows.count)) seem to mean the label above, but are counted as a value of their own (first on line \(first.line)): draft a descriptor with describe --write, which declares blank-down."
    )
  }

  private static func repeated(_ rows: [SuspectRow]) -> Bilingual? {
    guard let first = rows.first else { return nil }
    return Bilingual(
      ja: "\(first.line)行目からの\(rows.count)行は、上の行の繰り返しとみられ、二重に集計に入っている。元のデータを確かめる。",
      en:
        "From line \(first.line) on \(rows.count) rows are the rows above once more, and are counted twice: look at the source."
    )
  }

  private static func sum(_ rows: [SuspectRow]) -> Bilingual? {
    guard let row = rows.first else { return nil }
    let isBlank = row.text.isEmpty
    return Bilingual(
      ja:
        "\(row.line)行目（「\(row.column)」が\(isBlank ? "空欄" : "「\(row.text)」")）は、数値が上の行の合計とすべて同じなので合計の行とみられるが、集計に入っている。合計なら元の表か --where で除く。",
      en:
        "The numbers of line \(row.line) (\(isBlank ? "blank" : "\"\(row.text)\"") in \"\(row.column)\") are exactly the sums of the rows above, and are counted: if it is a total, remove it or leave it out with --where."
    )
  }

  private static func headings(_ rows: [SuspectRow]) -> Bilingual? {
    guard let first = rows.first else { return nil }
    return Bilingual(
      ja:
        "\(first.line)行目「\(first.text)」など、見出しの語だけの行が\(rows.count)行あり、下の行がどの見出しのものかは読まれていない。見出しの語を入れる列を加える。",
      en:
        "\(rows.count) \(rows.count == 1 ? "row holds" : "rows hold") only a label, like a heading of the rows below (first on line \(first.line): \"\(first.text)\"), and rows of one name below different headings are counted together: add a column for the headings."
    )
  }

  private static func columnNumbers(_ rows: [SuspectRow]) -> Bilingual? {
    guard let row = rows.first else { return nil }
    return Bilingual(
      ja: "\(row.line)行目は列の番号とみられるが、データとして集計に入っている。元の表から除くか --skip-after-header 1 を付ける。",
      en:
        "Line \(row.line) looks like the numbers of the columns and is counted as data: remove it, or add --skip-after-header 1."
    )
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
