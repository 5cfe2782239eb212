import ShihyoModel

/// A table in the shape that `JSONRenderer` documents.
enum JSONTable {
  static func value(_ table: ReportTable) -> JSONValue {
    let (body, units) = (table.body, table.units)
    return .object([
      ("type", .string("table")), ("name", table.name.map { .string($0) } ?? .null),
      ("title", JSONFigure.text(table.title)),
      ("keys", .array(table.keyColumns.map(key))),
      ("values", .array(zip(table.valueColumns, units).map { column($0, unit: $1) })),
      ("spanners", .array(table.spanners.map(spanner))),
      ("rows", .objects(count: body.count) { row(body[$0]) }),
      ("footnotes", JSONFigure.texts(table.footnotes)), ("notes", JSONFigure.texts(table.completeNotes)),
    ])
  }

  private static func key(_ column: ReportTable.KeyColumn) -> JSONValue {
    .object([("name", .string(column.name)), ("label", JSONFigure.text(column.label))])
  }

  private static func column(_ column: ReportTable.ValueColumn, unit: String?) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("name", .string(column.name)), ("label", JSONFigure.text(column.label)),
      ("unit", unit.map { .string($0) } ?? .null),
    ]
    if !column.footnotes.isEmpty { members.append(("footnotes", .array(column.footnotes.map { .integer($0) }))) }
    return .object(members)
  }

  private static func spanner(_ spanner: ReportTable.Spanner) -> JSONValue {
    .object([
      ("label", JSONFigure.text(spanner.label)), ("first", .integer(spanner.columns.lowerBound + 1)),
      ("last", .integer(spanner.columns.upperBound)),
    ])
  }

  private static func row(_ row: ReportTable.Row) -> JSONValue {
    .object([
      ("kind", .string(row.kind.rawValue)), ("keys", .array(row.keys.map { .string($0.code) })),
      ("labels", JSONFigure.texts(row.keys.map(\.label))), ("figures", .array(row.figures.map(JSONFigure.value))),
    ])
  }
}
