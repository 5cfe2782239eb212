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
    let rows = table.rows
    return order(of: table, declared: declared, place: place, folded: folded).map { $0.map { rows[$0] } } ?? rows
  }

  /// The places of the rows, in order; nil where they stand in order already. Otherwise as `sorted`.
  package func order(
    of table: ResultTable, declared: (GroupKey) -> [String]?, place: (GroupKey, Label) -> KeyValue?,
    folded: (String) -> String
  ) -> [Int]? {
    let (body, keys) = (table.body, table.query.keys)
    let byAppearance = Self.appearance(body)
    if self == .appearance || keys.isEmpty { return byAppearance }
    func value(_ column: Int, _ row: Int) -> KeyValue { body.key(column, of: byAppearance?[row] ?? row) }
    var orders: [KeyOrder] = []
    for (column, key) in keys.enumerated() {
      let declared = self == .label ? nil : declared(key)
      let isOnlyKey = keys.count == 1
      if isOnlyKey, self == .standard, declared == nil,
        KeyOrder.keepsAppearance(body.count, { value(column, $0) }, place: { place(key, $0) })
      {
        return byAppearance
      }
      orders.append(
        KeyOrder(
          body.count, { value(column, $0) }, isOnlyKey: isOnlyKey, declared: declared, place: { place(key, $0) },
          folded: folded, keepsAppearance: self == .standard))
    }
    func precedes(_ left: Int, _ right: Int) -> Bool {
      for order in orders where order.ranks[left] != order.ranks[right] {
        return order.ranks[left] < order.ranks[right]
      }
      return left < right
    }
    let places = 0..<body.count
    if places.isSorted(by: precedes) { return byAppearance }
    let sorted = places.sorted(by: precedes)
    return byAppearance.map { appearance in sorted.map { appearance[$0] } } ?? sorted
  }

  /// The rows in order of first appearance; nil where they stand so, as those of an engine do.
  private static func appearance(_ body: ResultRows) -> [Int]? {
    if body.source != nil { return nil }
    let rows = body.array
    if rows.isSorted(by: ResultTable.Row.appearsBefore) { return nil }
    return rows.indices.sorted { ResultTable.Row.appearsBefore(rows[$0], rows[$1]) }
  }
}

/// The order of one key column as whole numbers, so that millions of rows are compared without looking at a text again.
private struct KeyOrder {
  /// Per row, the place of its value among the values of the column.
  let ranks: [Int]

  /// Whether a column of texts that are no numbers or times keeps the order of appearance: told without a list of them.
  static func keepsAppearance(
    _ count: Int, _ value: (Int) -> KeyValue, place: (Label) -> KeyValue?
  ) -> Bool {
    var isNatural = true
    for row in 0..<count {
      guard case .text(let label) = value(row) else { return false }
      if isNatural, (place(label) ?? ExactDecimal(label.text).map(KeyValue.number)) != nil { return false }
      isNatural = false
    }
    return !isNatural
  }

  /// - Parameter value: of this key in the rows, which stand in order of first appearance.
  /// - Parameter isOnlyKey: every row has a value of its own.
  init(
    _ count: Int, _ value: (Int) -> KeyValue, isOnlyKey: Bool, declared: [String]?, place: (Label) -> KeyValue?,
    folded: (String) -> String, keepsAppearance: Bool
  ) {
    var values: [KeyValue] = []
    var ofRow: [Int]?
    if isOnlyKey {
      values = (0..<count).map(value)
    } else {
      var known: [KeyValue: Int] = [:]
      ofRow = (0..<count).map { row in
        let value = value(row)
        if let number = known[value] { return number }
        known[value] = values.count
        values.append(value)
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
