public import ShihyoModel

/// The length of the periods that a column holds, where nobody says one: a column of quarters is a series of quarters.
public enum ColumnGrain {
  public static func query(time: String) -> Query {
    Query(keys: [GroupKey(column: time)], aggregates: [.count])
  }

  /// nil where it is not plain: labels of several lengths, days (which are seldom the periods of a series), or no periods at all.
  ///
  /// - Parameter table: the answer to `query`.
  public static func find(_ table: ResultTable, time: String, schema: Schema?, reading: ReadingOptions) -> Grain? {
    let field = schema?.field(named: time)
    let grammar = TimeGrammar(
      yearReading: field?.yearReading ?? reading.yearReading, dateOrder: field?.dateOrder ?? reading.dateOrder,
      format: field?.format)
    var grain: Grain?
    for row in table.rows {
      guard case .text(let label)? = row.keys.first else { continue }
      guard case .period(let period)? = try? grammar.read(label.text).value, period.grain == grain ?? period.grain
      else { return nil }
      grain = period.grain
    }
    return grain == .day ? nil : grain
  }
}
