import ShihyoModel

/// 推移: the values of a row over its periods as one small bar each, ▁ the least of the row and █ the most; · where there is none.
///
/// A sign for the eye beside the digits: rows are not comparable, and ▁ is not 0.
struct Sparkline {
  static let heading = Bilingual(ja: "推移", en: "Trend")
  private static let bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let least = 3

  /// Value columns that are periods, in their order.
  private let columns: [Int]

  /// nil where the table has fewer than three periods side by side.
  init?(_ table: ReportTable) {
    columns = table.valueColumns.indices.filter { Period(machineSpelling: table.valueColumns[$0].name) != nil }
    guard columns.count >= Self.least else { return nil }
  }

  func text(_ row: ReportTable.Row) -> String {
    let values = columns.map { row.figures[$0].drawn }
    let drawn = values.compactMap(\.self)
    guard let low = drawn.min(), let high = drawn.max() else { return "" }
    return values.map { value in
      guard let value else { return "·" }
      guard low < high, let share = (value - low) / (high - low) else { return Self.bars[3] }
      return Self.bars[min(7, max(0, ChartScale.whole(share * Rational(7))))]
    }.joined()
  }
}
