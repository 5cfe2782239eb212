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
    let byAppearance = ResultTable.Row.byAppearance(table.rows)
    if self == .appearance || table.query.keys.isEmpty { return byAppearance }
    let orders = table.query.keys.indices.map { column in
      let key = table.query.keys[column]
      return KeyOrder(
        byAppearance, column: column, isOnlyKey: table.query.keys.count == 1,
        declared: self == .label ? nil : declared(key), place: { place(key, $0) }, folded: folded,
        keepsAppearance: self == .standard)
    }
    func precedes(_ left: Int, _ right: Int) -> Bool {
      for order in orders where order.ranks[left] != order.ranks[right] {
        return order.ranks[left] < order.ranks[right]
      }
      return left < right
    }
    let places = byAppearance.indices
    if places.isSorted(by: precedes) { return byAppearance }
    return places.sorted(by: precedes).map { byAppearance[$0] }
  }
}

/// The order of one key column as whole numbers, so that millions of rows are compared without looking at a text again.
private struct KeyOrder {
  /// Per row, the place of its value among the values of the column.
  let ranks: [Int]

  /// - Parameter rows: in order of first appearance.
  /// - Parameter isOnlyKey: every row has a value of its own.
  init(
    _ rows: [ResultTable.Row], column: Int, isOnlyKey: Bool, declared: [String]?, place: (Label) -> KeyValue?,
    folded: (String) -> String, keepsAppearance: Bool
  ) {
    var values: [KeyValue] = []
    var ofRow: [Int]?
    if isOnlyKey {
      values = rows.map { $0.keys[column] }
    } else {
      var known: [KeyValue: Int] = [:]
      ofRow = rows.map { row in
        if let number = known[row.keys[column]] { return number }
        known[row.keys[column]] = values.count
        values.append(row.keys[column])
        return values.count - 1
      }
    }
    let places = Self.places(
      values, declared: declared, place: place, folded: folded, keepsAppearance: keepsAppearance)
    ranks = ofRow.map { numbers in numbers.map { places[$0] } } ?? places
  }

  /// For each value, its place among all.
  private static func places(
    _ values: [KeyValue], declared: [String]?, place: (Label) -> KeyValue?, folded: (String) -> String,
    keepsAppearance: Bool
  ) -> [Int] {
    var ranks: [Int]?
    var stands = values
    if let declared {
      ranks = declaredRanks(values, declared, folded)
    } else if let natural = naturalStands(values, place) {
      stands = natural
    } else if keepsAppearance {
      ranks = Array(values.indices)
    }
    let standApart = values.map(\.standsApart)
    func precedes(_ left: Int, _ right: Int) -> Bool {
      if standApart[left] || standApart[right] {
        if standApart[left] != standApart[right] { return standApart[right] }
      } else {
        if let ranks, ranks[left] != ranks[right] { return ranks[left] < ranks[right] }
        if stands[left] != stands[right] { return stands[left] < stands[right] }
      }
      return values[left] == values[right] ? left < right : values[left] < values[right]
    }
    if values.indices.isSorted(by: precedes) { return Array(values.indices) }
    var places = [Int](repeating: 0, count: values.count)
    for (place, value) in values.indices.sorted(by: precedes).enumerated() { places[value] = place }
    return places
  }

  /// What is not declared follows in order of appearance.
  private static func declaredRanks(
    _ values: [KeyValue], _ declared: [String], _ folded: (String) -> String
  ) -> [Int] {
    var positions: [Label: Int] = [:]
    for (position, name) in declared.enumerated() where positions[Label(folded(name))] == nil {
      positions[Label(folded(name))] = position
    }
    return values.indices.map { index in
      guard case .text(let label) = values[index], let position = positions[Label(folded(label.text))] else {
        return declared.count + index
      }
      return position
    }
  }

  /// The values that stand for texts in comparisons; nil where a text has no place of its own.
  private static func naturalStands(_ values: [KeyValue], _ place: (Label) -> KeyValue?) -> [KeyValue]? {
    var stands = values
    for index in values.indices {
      guard case .text(let label) = values[index] else { continue }
      guard let stand = place(label) ?? ExactDecimal(label.text).map(KeyValue.number) else { return nil }
      stands[index] = stand
    }
    return stands
  }
}

extension RandomAccessCollection {
  /// Whether no element comes before the one in front of it: sorting would change nothing, and looking costs less.
  func isSorted(by precedes: (Element, Element) -> Bool) -> Bool {
    zip(self, dropFirst()).allSatisfy { !precedes($1, $0) }
  }
}
