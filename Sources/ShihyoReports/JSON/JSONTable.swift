import ShihyoModel

/// A table in the shape that `JSONRenderer` documents.
enum JSONTable {
  static func value(_ table: ReportTable) -> JSONValue {
    let body = table.body
    return .object([
      ("type", .string("table")), ("name", table.name.map { .string($0) } ?? .null),
      ("title", JSONFigure.text(table.title)),
      ("keys", .array(table.keyColumns.map(key))),
      ("values", .array(table.valueColumns.indices.map { column($0, of: table) })),
      ("spanners", .array(table.spanners.map(spanner))),
      ("rows", .objects(count: body.count) { row(body[$0]) }),
      ("footnotes", JSONFigure.texts(table.footnotes)), ("notes", JSONFigure.texts(table.completeNotes)),
    ])
  }

  private static func key(_ column: ReportTable.KeyColumn) -> JSONValue {
    .object([("name", .string(column.name)), ("label", JSONFigure.text(column.label))])
  }

  private static func column(_ index: Int, of table: ReportTable) -> JSONValue {
    let column = table.valueColumns[index]
    var members: [(name: String, value: JSONValue)] = [
      ("name", .string(column.name)), ("label", JSONFigure.text(column.label)),
      ("unit", table.unit(ofColumn: index).map { .string($0) } ?? .null),
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
