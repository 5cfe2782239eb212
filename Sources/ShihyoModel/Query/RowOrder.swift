/// The order in which the rows of a table are shown: a pure function of the table and what is declared of its columns.
///
/// Key by key from the left: the declared order (categories, 建制順), else the natural one (periods, brackets, numbers, and texts that
/// are all plain numbers), else first appearance. Groups without a value stand after the others, totals last of all.
/// - Source: design.md, section 5.
public enum RowOrder: String, Hashable, Sendable, CaseIterable {
  /// Declared, else natural, else first appearance.
  case standard
  case appearance
  /// Natural order of values, texts by bytes.
  case label

  /// - Parameter declared: for a key, the labels in their declared order; nil where none is declared. Labels match after `folded`.
  /// - Parameter place: where a text stands that has an order of its own, such as a date or bracket column kept as text; nil
  ///   where it has none.
  public func sorted(
    _ table: ResultTable, declared: (GroupKey) -> [String]? = { _ in nil },
    place: (GroupKey, Label) -> KeyValue? = { _, _ in nil }, folded: (String) -> String = { $0 }
  ) -> [ResultTable.Row] {
    let byAppearance = table.rows.sorted(by: ResultTable.Row.appearsBefore)
    if self == .appearance { return byAppearance }
    let orders = table.query.keys.indices.map { column in
      let key = table.query.keys[column]
      let values = byAppearance.map { $0.keys[column] }
      return KeyOrder(
        values, declared: self == .label ? nil : declared(key), place: { place(key, $0) }, folded: folded,
        keepsAppearance: self == .standard)
    }
    return byAppearance.enumerated().sorted { left, right in
      for (column, order) in orders.enumerated() {
        let (first, second) = (left.element.keys[column], right.element.keys[column])
        if first == second { continue }
        return order.precedes(first, second)
      }
      return left.offset < right.offset
    }.map(\.element)
  }
}

/// The order of the values of one key column.
private struct KeyOrder {
  /// Place among declared labels or, without declaration and nature, of first appearance.
  private var ranks: [KeyValue: Int] = [:]
  /// The value that stands for a text in comparisons, for texts with a natural order.
  private var stands: [KeyValue: KeyValue] = [:]

  init(
    _ values: [KeyValue], declared: [String]?, place: (Label) -> KeyValue?, folded: (String) -> String,
    keepsAppearance: Bool
  ) {
    if let declared {
      var positions: [Label: Int] = [:]
      for (position, name) in declared.enumerated() where positions[Label(folded(name))] == nil {
        positions[Label(folded(name))] = position
      }
      for value in values where ranks[value] == nil {
        // What is not declared follows in order of appearance.
        ranks[value] =
          if case .text(let label) = value, let position = positions[Label(folded(label.text))] { position } else {
            declared.count + ranks.count
          }
      }
      return
    }
    var hasNature = true
    for value in values where stands[value] == nil {
      guard case .text(let label) = value else { continue }
      if let stand = place(label) ?? ExactDecimal(label.text).map(KeyValue.number) {
        stands[value] = stand
      } else {
        hasNature = false
        break
      }
    }
    if hasNature { return }
    stands = [:]
    guard keepsAppearance else { return }
    for value in values where ranks[value] == nil { ranks[value] = ranks.count }
  }

  func precedes(_ left: KeyValue, _ right: KeyValue) -> Bool {
    if left.standsApart || right.standsApart {
      return left.standsApart == right.standsApart ? left < right : right.standsApart
    }
    if let first = ranks[left], let second = ranks[right], first != second { return first < second }
    let (first, second) = (stands[left] ?? left, stands[right] ?? right)
    return first == second ? left < right : first < second
  }
}
