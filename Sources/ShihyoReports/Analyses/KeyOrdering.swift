public import ShihyoModel

/// How the rows of an analysis are ordered: the user's wish, and what is declared or known of the key columns.
public struct KeyOrdering: Hashable, Sendable {
  public var order: RowOrder
  /// Column name → its labels in order, for orders that no descriptor holds (建制順 of a city profile).
  public var declared: [String: [String]]

  public init(_ order: RowOrder = .standard, declared: [String: [String]] = [:]) {
    self.order = order
    self.declared = declared
  }

  /// The rows of `table`: declared order, else natural order, else first appearance (design.md, section 5).
  func rows(of table: ResultTable, schema: Schema?) -> [ResultTable.Row] {
    let rows = table.rows
    return places(of: table, schema: schema).map { $0.map { rows[$0] } } ?? rows
  }

  /// The places of the rows in this order; nil where they stand in it.
  func places(of table: ResultTable, schema: Schema?) -> [Int]? {
    order.order(
      of: table,
      declared: { key in
        guard case .column(let name) = key.source, key.form == .text else { return nil }
        return declared[name] ?? schema?.field(named: name)?.categories.map { $0.map(\.value) }
      },
      place: { key, label in
        guard case .column(let name) = key.source else { return nil }
        return Self.place(of: label.text, in: schema?.field(named: name))
      },
      folded: TextFolding.fold)
  }

  /// Where a text has an order of its own: numbers, ages and times, also where no descriptor says so.
  ///
  /// A bare number is a number (2023 beside 10000) unless the column is declared to hold times.
  private static func place(of text: String, in field: Field?) -> KeyValue? {
    let isTime = field?.isTime ?? false
    if !isTime {
      if let number = ExactDecimal(TextFolding.fold(text)) { return .number(number) }
      if let age = try? AgeGrammar().read(text) { return .age(age) }
    }
    let grammar = TimeGrammar(yearReading: field?.yearReading, dateOrder: field?.dateOrder, format: field?.format)
    guard let time = try? grammar.read(text).value else { return nil }
    return .period(Period(.day, containing: time.first))
  }
}
