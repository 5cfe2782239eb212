public import ShihyoModel

/// Rows of an undeclared table that look like no records of their own.
public enum SuspectRule: FindingRule {
  case totalRows(column: String, count: Int)
  case noteRows(count: Int)
  case derivedRows(column: String, count: Int)
  case continuedLabels(column: String, count: Int)
  case repeatedRows(count: Int)

  init(_ kind: SuspectRow.Kind, column: String, count: Int) {
    self =
      switch kind {
      case .total: .totalRows(column: column, count: count)
      case .note: .noteRows(count: count)
      case .derived: .derivedRows(column: column, count: count)
      case .continued: .continuedLabels(column: column, count: count)
      case .repeated: .repeatedRows(count: count)
      }
  }

  public static let examples: [SuspectRule] = [
    .totalRows(column: "区", count: 3), .noteRows(count: 2), .derivedRows(column: "区", count: 1),
    .continuedLabels(column: "区", count: 4), .repeatedRows(count: 12),
  ]

  public var code: String {
    switch self {
    case .totalRows: "table.total-rows"
    case .noteRows: "table.note-rows"
    case .derivedRows: "table.derived-rows"
    case .continuedLabels: "table.continued-labels"
    case .repeatedRows: "table.repeated-rows"
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
    }
  }
}
