import ShihyoModel

extension MetricFigures {
  /// Whether the metric can be below 0: something is taken off, or rows of any time add up to less than 0. A net change is no
  /// stock of things that appear and vanish.
  func isSigned(_ desk: inout QueryDesk) -> Bool {
    for side in sides {
      if side.sum.terms.contains(where: \.isNegative) { return true }
      for query in side.queries {
        let rows = desk.table(query, on: dataset).rows
        let isBelow = rows.contains { row in
          row.values.contains { if case .sum(let sum) = $0 { sum.billionths < 0 } else { false } }
        }
        if isBelow { return true }
      }
    }
    return false
  }
}
