public import ShihyoModel

/// Rows of an undeclared table that look like no records of their own.
public enum SuspectRule: FindingRule {
  case totalRows(column: String, count: Int)
  case noteRows(count: Int)
  case derivedRows(column: String, count: Int)
  case continuedLabels(column: String, count: Int)
  case repeatedRows(count: Int)
  /// The last row is the sum of those above.
  case disguisedTotal(column: String, label: String)
  case headingRows(column: String, label: String, count: Int)
  case columnNumbers

  init(_ kind: SuspectRow.Kind, column: String, label: String, count: Int) {
    self =
      switch kind {
      case .total: .totalRows(column: column, count: count)
      case .note: .noteRows(count: count)
      case .derived: .derivedRows(column: column, count: count)
      case .continued: .continuedLabels(column: column, count: count)
      case .repeated: .repeatedRows(count: count)
      case .disguisedTotal: .disguisedTotal(column: column, label: label)
      case .heading: .headingRows(column: column, label: label, count: count)
      case .columnNumbers: .columnNumbers
      }
  }

  public static let examples: [SuspectRule] = [
    .totalRows(column: "区", count: 3), .noteRows(count: 2), .derivedRows(column: "区", count: 1),
    .continuedLabels(column: "区", count: 4), .repeatedRows(count: 12),
    .disguisedTotal(column: "区", label: "北九州市"), .disguisedTotal(column: "区", label: ""),
    .headingRows(column: "区", label: "令和5年度", count: 2), .columnNumbers,
  ]

  public var code: String {
    switch self {
    case .totalRows: "table.total-rows"
    case .noteRows: "table.note-rows"
    case .derivedRows: "table.derived-rows"
    case .continuedLabels: "table.continued-labels"
    case .repeatedRows: "table.repeated-rows"
    case .disguisedTotal: "table.disguised-total"
    case .headingRows: "table.heading-rows"
    case .columnNumbers: "table.column-numbers"
    }
  }
  public var severity: Finding.Severity { .warning }
  public var message: Bilingual {
    switch self {
    case .totalRows(let column, let count):
      Bilingual(
        ja: "列「\(column)」に計とみられる行が\(count)行あり、足すと二重に数えます",
        en: count == 1
          ? "1 row looks like a total in the column \"\(column)\"; adding it counts twice"
          : "\(count) rows look like totals in the column \"\(column)\"; adding them counts twice")
    case .noteRows(let count):
      Bilingual(
        ja: "ここから\(count)行は、表の下の注とみられます",
        en: count == 1
          ? "this row looks like a note below the table"
          : "from here on \(count) rows look like notes below the table")
    case .derivedRows(let column, let count):
      Bilingual(
        ja: "列「\(column)」に、ほかの行から計算した行か内数（平均・増減・うち書き・再掲など）とみられる行が\(count)行あり、足すと誤った合計になります",
        en:
          "\(count) \(count == 1 ? "row looks" : "rows look") computed from other rows in the column \"\(column)\", or part of them (average, difference, of which); adding them gives a wrong sum"
      )
    case .continuedLabels(let column, let count):
      Bilingual(
        ja: "列「\(column)」の空欄や「〃」が\(count)行あり、上の行と同じという意味とみられますが、別の値として数えます",
        en:
          "blank or ditto cells of the column \"\(column)\" (\(count)) seem to mean the label above, but count as a value of their own"
      )
    case .repeatedRows(let count):
      Bilingual(
        ja: "ここから\(count)行は、上の\(count)行とすべて同じです。二度つながれたファイルとみられ、足すと二重に数えます",
        en: "from here on \(count) rows are the \(count) rows above once more; adding them counts twice")
    case .disguisedTotal(let column, let label):
      Bilingual(
        ja: "最後の行（列「\(column)」が\(label.isEmpty ? "空欄" : "「\(label)」")）の数値は、上の行の合計とすべて同じです。合計の行とみられ、足すと二重に数えます",
        en:
          "the numbers of the last row (\(label.isEmpty ? "blank" : "\"\(label)\"") in the column \"\(column)\") are exactly the sums of the rows above; it looks like a total, and adding it counts twice"
      )
    case .headingRows(let column, let label, let count):
      Bilingual(
        ja: "列「\(column)」に、見出しの語（「\(label)」など）だけで数値のない行が\(count)行あります。下の行がどの見出しのものかは読まれず、同じ名前の行を合わせて数えます",
        en:
          "\(count) \(count == 1 ? "row holds" : "rows hold") only a label in the column \"\(column)\", such as \"\(label)\", like a heading of the rows below; rows of one name below different headings are counted together"
      )
    case .columnNumbers:
      Bilingual(
        ja: "この行は列の番号（1, 2, 3 …）とみられますが、データとして数えます",
        en: "this row looks like the numbers of the columns (1, 2, 3 …), but counts as data")
    }
  }
  public var hint: Bilingual {
    switch self {
    case .totalRows:
      Bilingual(
        ja: "集計では --without-totals で除くか、定義ファイルの subtotals に書いてください",
        en: "leave them out with --without-totals, or declare them in the subtotals of a descriptor")
    case .noteRows:
      Bilingual(
        ja: "--without-notes で除くか、定義ファイルの note-rows に書いてください",
        en: "leave them out with --without-notes, or declare them in the note-rows of a descriptor")
    case .derivedRows:
      Bilingual(
        ja: "元の表から除くか、--where '列!=値' で除いてください。データの一部なら、このままでかまいません",
        en: "remove them from the table or leave them out with --where 'COLUMN!=VALUE'; if they are data, leave them")
    case .continuedLabels:
      Bilingual(
        ja: "describe --write で定義ファイルを下書きし、blank-down にこの列があることを確かめてください。元の表で埋めてもかまいません",
        en: "draft a descriptor with describe --write and see that blank-down names the column, or fill the cells in")
    case .repeatedRows:
      Bilingual(
        ja: "元のデータを確かめ、余分な行を除いてください。実際に同じ記録があるなら、このままでかまいません",
        en: "look at the source and remove what is there twice; if there are such records, leave them")
    case .disguisedTotal:
      Bilingual(
        ja: "合計なら、元の表から除くか、ラベルを「計」に直して --without-totals を付けるか、--where '列!=値' で除いてください。データなら、このままでかまいません",
        en:
          "if it is a total, remove it from the table, or write 計 as its label and add --without-totals, or leave it out with --where 'COLUMN!=VALUE'; if it is data, leave it"
      )
    case .headingRows(let column, _, _):
      Bilingual(
        ja: "「\(column)」とは別に見出しの語を入れる列（年度など）を加え、下の各行に書いて、見出しだけの行を除いてください",
        en: "add a column for the headings beside \"\(column)\", fill it in on each row below, and remove these rows")
    case .columnNumbers:
      Bilingual(
        ja: "元の表からこの行を除くか、--skip-after-header 1 を付けてください",
        en: "remove the row from the table, or add --skip-after-header 1")
    }
  }
}
