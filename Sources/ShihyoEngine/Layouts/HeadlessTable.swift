import ShihyoModel

/// Tells a table that has no header: its first row is a row like those below it.
enum HeadlessTable {
  /// Whether a number or date stands where its column has numbers or dates, and no word where it has not.
  ///
  /// A header may well hold numbers: years, or 4, 5, 6 for months; three or more of them, or a single year, say nothing.
  static func isLikely(_ source: Dataset.Source, _ reading: ReadingOptions) throws -> Bool {
    guard source != .standardInput, reading.hasHeader, reading.headerRows == 1...1 else { return false }
    let rows = try TableSample(source, reading).rows
    guard let top = rows.first, rows.count > 1, top.cells.count > 1 else { return false }
    let below = rows.dropFirst().filter { $0.cells.count == top.cells.count }
    guard !below.isEmpty else { return false }
    var numbers: [ExactDecimal] = []
    var times = 0
    for column in top.cells.indices {
      let name = CellTraits(top.cells[column])
      let cells = below.map { CellTraits($0.cells[column]) }.filter { $0.kind != .empty && $0.mark == nil }
      guard !cells.isEmpty, name.kind != .empty else { continue }
      if cells.allSatisfy({ $0.kind == .time }) {
        guard name.kind == .time else { return false }
        times += 1
      } else if cells.allSatisfy({ $0.kind == .number }) {
        guard let number = name.number else { return false }
        numbers.append(number)
      }
    }
    if times > 0 { return true }
    guard let first = numbers.first else { return false }
    let isYear = first.decimals == 0 && (1868...2100).contains(first.coefficient)
    return numbers.count < 3 ? !isYear : !isLadder(numbers)
  }

  /// Each one more than the one before by the same step: the header of a wide table.
  private static func isLadder(_ numbers: [ExactDecimal]) -> Bool {
    guard numbers.allSatisfy({ $0.decimals == 0 }) else { return false }
    let steps = zip(numbers.dropFirst(), numbers).map { $0.coefficient &- $1.coefficient }
    return steps.allSatisfy { $0 == steps[0] || $0 == 1 }
  }
}
