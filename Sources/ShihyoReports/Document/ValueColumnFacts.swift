import ShihyoModel

/// What the rows of a table say of its value columns, found in one pass: there can be millions of them.
struct ValueColumnFacts {
  /// As declared, else the one that all numbers have; nil where they differ or have none.
  private(set) var units: [String?]
  /// Whether a text stands in the column.
  private(set) var haveTexts: [Bool]

  /// - Parameter looked: the columns that are looked at; all if nil.
  init(_ table: ReportTable, of looked: Range<Int>? = nil) {
    let columns = table.valueColumns
    units = columns.map(\.unit)
    haveTexts = columns.map { _ in false }
    var found = [String??](repeating: nil, count: columns.count)
    var differ = [Bool](repeating: false, count: columns.count)
    var haveTexts = haveTexts
    table.body.forEach { row in
      for column in looked ?? columns.indices where column < row.figures.count {
        let figure = row.figures[column]
        if case .text = figure.value { haveTexts[column] = true }
        guard figure.isNumber, !differ[column] else { continue }
        if let unit = found[column] { differ[column] = unit != figure.unit } else { found[column] = .some(figure.unit) }
      }
    }
    self.haveTexts = haveTexts
    for column in columns.indices where units[column] == nil && !differ[column] { units[column] = found[column] ?? nil }
  }
}
