import ShihyoModel

/// The words of a table's headings and cells in one language, safe to print.
struct TextCells {
  private let table: ReportTable
  private let language: Language
  /// Stands above the table.
  let unitAbove: String?
  /// Per value column; nil: none, or each number carries its own.
  private let units: [String?]
  /// Per value column: whether a text stands in it.
  private let haveTexts: [Bool]

  init(table: ReportTable, language: Language) {
    self.table = table
    self.language = language
    let facts = ValueColumnFacts(table)
    (units, haveTexts) = (facts.units, facts.haveTexts)
    unitAbove = table.leadingUnit(of: units)
  }

  func keyHeading(_ column: Int) -> String { VisibleText.make(table.keyColumns[column].label[language]) }

  func valueHeading(_ column: Int) -> String {
    valueLabel(column) + valueTail(column)
  }

  func valueLabel(_ column: Int) -> String { VisibleText.make(table.valueColumns[column].label[language]) }

  /// Unit and footnotes.
  func valueTail(_ column: Int) -> String {
    let heading = table.valueColumns[column]
    let unit = units[column] == unitAbove ? nil : units[column]
    return VisibleText.make(UnitText.tail(of: heading.label[language], unit, language)) + footnotes(heading.footnotes)
  }

  func key(_ key: ReportTable.KeyCell) -> TextColumn.Cell {
    TextColumn.Cell(body: VisibleText.make(key.label[language]), trail: footnotes(key.footnotes))
  }

  func value(_ figure: Figure, column: Int) -> TextColumn.Cell {
    let text = FigureText(figure, language: language)
    let own = ownUnit(figure, column: column)
    return TextColumn.Cell(body: VisibleText.make(text.body), trail: VisibleText.make((own ?? "") + text.trail))
  }

  /// Numbers of several units in one column carry their own; it keeps the digits in line by standing in the trail.
  func ownUnit(_ figure: Figure, column: Int) -> String? {
    let showsOwn = units[column] == nil && table.valueColumns[column].showsOwnUnits && figure.isNumber
    return showsOwn ? figure.unit.map { UnitText.beside($0, language) } : nil
  }

  /// All cells of a row.
  func row(_ row: ReportTable.Row) -> [TextColumn.Cell] {
    row.keys.map(key) + row.figures.enumerated().map { value($1, column: $0) }
  }

  /// Texts stand left, everything else right.
  func alignsRight(_ column: Int) -> Bool { !haveTexts[column] }

  private func footnotes(_ numbers: [Int]) -> String {
    numbers.map { Self.footnoteSign($0, language) }.joined()
  }

  static func footnoteSign(_ number: Int, _ language: Language) -> String {
    language == .ja ? "※\(number)" : "[\(number)]"
  }
}
