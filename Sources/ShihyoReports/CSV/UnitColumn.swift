import ShihyoModel

/// The column of a paper's CSV that says what its numbers count: the unit of the row, then every column of another one, as in
/// `コマ|change.previous:％`.
enum UnitColumn {
  /// A table of single figures has a column `unit` of its own.
  static let name = "units"
  static let label = Bilingual(ja: "値の単位", en: "Units")

  static func isNeeded(_ table: ReportTable) -> Bool {
    table.rows.contains { row in row.figures.contains { $0.isNumber && $0.unit != nil } }
  }

  /// - Parameter figures: of one row, each with the heading of its column. The unit of the row is that of the first number.
  static func cell(_ figures: [(column: String, figure: Figure)]) -> String {
    let numbers = figures.filter(\.figure.isNumber)
    guard let first = numbers.first?.figure.unit else {
      return others(numbers, than: nil).joined(separator: "|")
    }
    return ([first] + others(numbers, than: first)).joined(separator: "|")
  }

  private static func others(_ numbers: [(column: String, figure: Figure)], than unit: String?) -> [String] {
    numbers.compactMap { $0.figure.unit == unit ? nil : "\($0.column):\($0.figure.unit ?? "")" }
  }
}
