import ShihyoModel

extension BlockReader {
  func ranks(_ object: ObjectReader, section: String) -> RanksBlock? {
    object.refuseKeys(otherThan: ["name", "title", "dataset", "rank", "by", "complete", "detail", "expand", "unit"])
    guard let dataset = required(object, "dataset"), let rank = required(object, "rank") else { return nil }
    return RanksBlock(
      name: name(object, section), title: title(object), dataset: dataset, rank: rank, by: object.string("by"),
      complete: object.text("complete"), detail: object.choice("detail", RanksBlock.Detail.self) ?? .bodies,
      expanded: strings(object, "expand"), unit: object.string("unit"), place: log.place(object.position))
  }

  func list(_ object: ObjectReader) -> ListBlock? {
    object.refuseKeys(otherThan: ["dataset", "keys", "where", "lead", "empty"])
    let expressions = ExpressionFields(object: object)
    if object.value("keys") == nil { log.add(DescriptorRule.missingKey("keys"), at: object.position) }
    guard let dataset = required(object, "dataset") else { return nil }
    return ListBlock(
      dataset: dataset, keys: expressions.keys("keys"), filter: expressions.conditions("where"),
      lead: text(object, "lead"), empty: object.string("empty") ?? "該当なし", place: log.place(object.position))
  }

  func rows(_ object: ObjectReader, section: String) -> RowsBlock? {
    object.refuseKeys(otherThan: [
      "name", "title", "dataset", "columns", "headings", "where", "blank-columns", "join-lines",
    ])
    let expressions = ExpressionFields(object: object)
    if object.value("columns") == nil { log.add(DescriptorRule.missingKey("columns"), at: object.position) }
    guard let dataset = required(object, "dataset") else { return nil }
    let columns = expressions.keys("columns")
    let headings = object.value("headings").map { _ in strings(object, "headings") }
    if let headings, headings.count != columns.count {
      log.add(
        ReportRule.headingsDiffer(headings: headings.count, columns: columns.count),
        at: object.value("headings")?.position)
    }
    return RowsBlock(
      name: name(object, section), title: title(object), dataset: dataset, columns: columns,
      headings: headings,
      filter: expressions.conditions("where"), blankColumns: strings(object, "blank-columns"),
      joinsLines: object.boolean("join-lines") ?? false,
      place: log.place(object.position))
  }

  func matrix(_ object: ObjectReader, section: String) -> MatrixBlock? {
    object.refuseKeys(otherThan: ["name", "title", "dataset", "rows", "columns", "keys", "where"])
    let expressions = ExpressionFields(object: object)
    guard let dataset = required(object, "dataset"), let rows = key(object, "rows"),
      let columns = key(object, "columns")
    else { return nil }
    return MatrixBlock(
      name: name(object, section), title: title(object), dataset: dataset, rows: rows, columns: columns,
      keys: expressions.keys("keys"), filter: expressions.conditions("where"), place: log.place(object.position))
  }
}
