extension ResultTable {
  /// Groups whose labels differ only after folding become one; the spelling that stands in the first row is shown.
  ///
  /// This is `labels: fold` of the descriptor (design.md, section 5): group identity is exact while records are read, so every
  /// engine merges in the same way.
  /// - Shape: rows with equal keys become one, in order of first appearance.
  /// - Parameter places: the keys of the query, by place, whose column declares it.
  /// - Complexity: O(rows · log rows).
  public mutating func foldLabels(ofKeys places: [Int]) {
    guard !places.isEmpty else { return }
    var shown: [[Label: KeyValue]] = Array(repeating: [:], count: query.keys.count)
    rows.sort(by: Row.appearsBefore)
    for row in rows.indices {
      for place in places {
        guard case .text(let label) = rows[row].keys[place] else { continue }
        let folded = Label(TextFolding.fold(label.text))
        if let first = shown[place][folded] {
          rows[row].keys[place] = first
        } else {
          shown[place][folded] = rows[row].keys[place]
        }
      }
    }
    rows = Self.combined(rows, aggregates: query.aggregates)
  }
}
