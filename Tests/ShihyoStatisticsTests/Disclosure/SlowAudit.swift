import ShihyoStatistics

/// The plain version of the audit: tries all values of all hidden cells (not totals) of a table.
enum SlowAudit {
  /// Lowest and highest value of each hidden cell over every table of counts with the same shown cells and totals.
  static func ranges(
    _ table: MarginTable, hidden: [MarginTable.Position]
  ) -> [MarginTable.Position: ClosedRange<Int>] {
    var rowRest = Array(repeating: 0, count: table.rows)
    var columnRest = Array(repeating: 0, count: table.columns)
    for position in hidden {
      rowRest[position.row] += table[position]
      columnRest[position.column] += table[position]
    }
    var ranges: [MarginTable.Position: ClosedRange<Int>] = [:]
    var chosen: [Int] = []
    func choose() {
      guard chosen.count < hidden.count else {
        guard rowRest.allSatisfy({ $0 == 0 }), columnRest.allSatisfy({ $0 == 0 }) else { return }
        for (position, value) in zip(hidden, chosen) {
          let known = ranges[position] ?? value...value
          ranges[position] = min(known.lowerBound, value)...max(known.upperBound, value)
        }
        return
      }
      let next = hidden[chosen.count]
      for value in 0...min(rowRest[next.row], columnRest[next.column]) {
        chosen.append(value)
        rowRest[next.row] -= value
        columnRest[next.column] -= value
        choose()
        rowRest[next.row] += value
        columnRest[next.column] += value
        chosen.removeLast()
      }
    }
    choose()
    return ranges
  }
}
