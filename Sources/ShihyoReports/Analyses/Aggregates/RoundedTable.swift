import ShihyoModel
import ShihyoStatistics

/// Counts of a whole table rounded to a base, so that it still adds up (controlled rounding).
///
/// - Shape: a list, or a table of two keys; of more keys the last one stands across the others.
/// - Source: statistics.md, section 10 (Cox 1987).
enum RoundedTable {
  /// - Errors: `RoundingRule`: what is no count, or has no total.
  static func check(
    base: Int, columns: [AggregateAnalysis.Column], keys: [GroupKey], hides: Bool
  ) throws(Findings) {
    var refused: [RoundingRule] = []
    if !(2...1_000_000).contains(base) { refused.append(.baseOutside) }
    if hides { refused.append(.hiddenAsWell) }
    for column in columns {
      switch column {
      case .measure(.primitive(.count)), .measure(.primitive(.countValues)), .measure(.primitive(.sum)): break
      default: refused.append(.notACount(column: column.machineName))
      }
    }
    if let key = keys.first(where: \.source.isOverlapping) { refused.append(.overlapping(column: key.machineName)) }
    if !refused.isEmpty { throw Findings(refused.map { Finding($0) }, kind: .usage) }
  }

  static func note(_ base: Int) -> Bilingual {
    Bilingual(
      ja: "数は\(base)の倍数に丸めた。内訳の計は合計と一致する。", en: "Counts are rounded to multiples of \(base); parts add up to totals.")
  }

  /// The rows with each column rounded on its own; the row of the total is the sum of what was rounded.
  ///
  /// - Errors: `RoundingRule.notWhole`, `StatisticsRule`.
  static func rows(
    _ rows: [ReportTable.Row], groups: [MeasuredGroup], base: Int
  ) throws(Findings) -> [ReportTable.Row] {
    var result = rows
    let down = groups.map { Array($0.keys.dropLast()) }.uniqued
    let across = groups.map { $0.keys.last }.uniqued
    guard let width = rows.first?.figures.count else { return rows }
    for column in 0..<width {
      var table = Array(repeating: Array(repeating: 0, count: across.count), count: down.count)
      var places: [(row: Int, column: Int)] = []
      for (group, row) in zip(groups, rows) {
        let place = (
          down.firstIndex(of: Array(group.keys.dropLast())) ?? 0, across.firstIndex(of: group.keys.last) ?? 0
        )
        places.append(place)
        table[place.0][place.1] = try count(
          row.figures[column], of: row.keys.map(\.label.ja).joined(separator: "・"))
      }
      do throws(StatisticsRule) {
        let rounded = try ControlledRounding(table, base: base)
        for (index, place) in places.enumerated() {
          result[index].figures[column] = moved(rows[index].figures[column], rounded.cells[place.row][place.column])
        }
        for index in rows.indices where rows[index].kind == .total {
          result[index].figures[column] = moved(rows[index].figures[column], rounded.total)
        }
      } catch {
        throw Findings([Finding(error)])
      }
    }
    return result
  }

  /// - Errors: `RoundingRule.notWhole` under the name of the group.
  static func count(_ figure: Figure, of group: String) throws(Findings) -> Int {
    if let number = figure.decimalValue?.reduced, number.decimals == 0, let count = Int(exactly: number.coefficient),
      count >= 0, figure.reasons.total == 0
    {
      return count
    }
    throw Findings([Finding(RoundingRule.notWhole(group: group))])
  }

  /// What was behind a rounded count is not printed beside it.
  static func moved(_ figure: Figure, _ count: Int) -> Figure {
    var figure = figure
    figure.value = .decimal(ExactDecimal(count))
    figure.n = nil
    return figure
  }
}
