import ShihyoModel

extension BlockReader {
  func ranks(_ object: ObjectReader, section: String) -> RanksBlock? {
    object.refuseKeys(otherThan: [
      "name", "title", "dataset", "rank", "by", "complete", "detail", "expand", "unit", "previous", "key",
    ])
    guard let dataset = required(object, "dataset"), let rank = required(object, "rank") else { return nil }
    let detail = object.choice("detail", RanksBlock.Detail.self) ?? .bodies
    let compares = detail == .movement || detail == .moved
    for key in ["previous", "key"] where compares != (object.value(key) != nil) {
      if compares {
        log.add(DescriptorRule.missingKey(key), at: object.position)
      } else {
        log.add(ReportRule.onlyForMovement(key), at: object.value(key)?.position, text: key)
      }
    }
    let keys = ExpressionFields(object: object).keys("key")
    var words = WordPlaces()
    for key in ["rank", "by"] { words.add(.column, key, of: object) }
    for key in ["dataset", "previous"] { words.add(.dataset, key, of: object) }
    words.add(.value, "complete", of: object)
    words.add(.label, "expand", of: object)
    words.add(keys, "key", of: object)
    return RanksBlock(
      name: name(object, section), title: title(object), dataset: dataset, rank: rank, by: object.string("by"),
      complete: object.text("complete"), detail: detail,
      expanded: strings(object, "expand"), unit: object.string("unit"), previous: object.string("previous"),
      keys: keys.map(\.machineName), place: log.place(object.position), words: words)
  }

  func list(_ object: ObjectReader) -> ListBlock? {
    object.refuseKeys(otherThan: ["dataset", "keys", "where", "lead", "empty"])
    let expressions = ExpressionFields(object: object)
    if object.value("keys") == nil { log.add(DescriptorRule.missingKey("keys"), at: object.position) }
    guard let dataset = required(object, "dataset") else { return nil }
    let keys = expressions.keys("keys")
    return ListBlock(
      dataset: dataset, keys: keys, filter: conditions(object), lead: text(object, "lead"),
      empty: object.string("empty") ?? "該当なし", place: log.place(object.position),
      words: words(object, [("keys", keys)]))
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
      filter: conditions(object), blankColumns: strings(object, "blank-columns"),
      joinsLines: object.boolean("join-lines") ?? false,
      place: log.place(object.position), words: words(object, [("columns", columns)]))
  }

  func matrix(_ object: ObjectReader, section: String) -> MatrixBlock? {
    object.refuseKeys(otherThan: ["name", "title", "dataset", "rows", "columns", "keys", "where"])
    let expressions = ExpressionFields(object: object)
    guard let dataset = required(object, "dataset"), let rows = key(object, "rows"),
      let columns = key(object, "columns")
    else { return nil }
    refuseTwice([("rows", [rows]), ("columns", [columns])], of: object)
    let keys = expressions.keys("keys")
    return MatrixBlock(
      name: name(object, section), title: title(object), dataset: dataset, rows: rows, columns: columns, keys: keys,
      filter: conditions(object), place: log.place(object.position),
      words: words(object, [("rows", [rows]), ("columns", [columns]), ("keys", keys)]))
  }

  /// Of a block of records: its dataset, the columns of `keys` by the key that names them, and its conditions.
  private func words(_ object: ObjectReader, _ keys: [(key: String, columns: [GroupKey])]) -> WordPlaces {
    var words = WordPlaces()
    words.add(.dataset, "dataset", of: object)
    for (key, columns) in keys { words.add(columns, key, of: object) }
    words.add(conditions: "where", of: object)
    return words
  }

  /// `changes: last-edition`, or an object whose `since` says so.
  func changes(_ object: ObjectReader, key: String = "changes", section: String) -> ChangesBlock? {
    guard object.choice(key, ChangesSince.self) != nil else { return nil }
    let isObject = key != "changes"
    if isObject {
      refuseBlank("metrics", of: object)
      refuseDoubled("metrics", of: object)
    }
    return ChangesBlock(
      name: isObject ? name(object, section) : section, title: isObject ? title(object) : nil,
      metrics: isObject
        ? (object.strings("metrics", allowsSingle: true) ?? []).map {
          ChangesBlock.Metric(id: $0.text, place: log.place($0.position))
        } : [], place: log.place(object.position))
  }
}

/// What a run can be compared with.
private enum ChangesSince: String, CaseIterable { case lastEdition = "last-edition" }
