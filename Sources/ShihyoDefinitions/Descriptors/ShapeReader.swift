import ShihyoModel

/// Reads how a table is laid out: the keys of `shihyo` that make records of rows.
struct ShapeReader {
  static let keys = [
    "note-rows", "empty-rows", "blank-down", "unpivot", "subtotals", "constants", "year-month", "periods",
  ]
  static let unpivotKeys = ["columns", "keys", "values", "total"]
  static let subtotalKeys = ["column", "labels", "pattern", "where", "by", "parts", "columns", "tolerance"]
  static let constantKeys = ["value", "values", "path"]
  static let yearMonthKeys = ["year-from", "month-from"]
  static let periodKeys = ["column", "by"]

  let object: ObjectReader
  let context: FieldReader.Context
  private var log: FindingLog { object.log }

  init(_ object: ObjectReader, context: FieldReader.Context) {
    self.object = object
    self.context = context
  }

  /// nil where no such key is written.
  ///
  /// - Parameter schema: what is declared of the columns of the file.
  func read(schema: Schema?) -> TableShape? {
    guard object.members.contains(where: { Self.keys.contains($0.key) }) else { return nil }
    var shape = TableShape()
    shape.fields = schema?.fields ?? []
    if let schema { shape.missingValues = schema.missingValues }
    shape.noteRows = noteRows()
    shape.skipsEmptyRows = skipsEmptyRows()
    shape.blankDown = names(object, "blank-down", needsOne: true)
    shape.unpivot = object.object("unpivot").flatMap { UnpivotReader($0, context: context).read() }
    shape.subtotals = (object.list("subtotals") ?? []).compactMap { item in
      ObjectReader(item, key: "subtotals", log: log).flatMap { SubtotalReader(object: $0).read() }
    }
    shape.constants = (object.list("constants") ?? []).compactMap { item in
      ObjectReader(item, key: "constants", log: log).flatMap(constant)
    }
    shape.yearMonth = object.object("year-month").flatMap(yearMonth)
    shape.periods = object.object("periods").flatMap(periods)
    for key in ["subtotals", "constants"] {
      if case .array(let items)? = object.value(key)?.content, items.isEmpty {
        log.add(DescriptorRule.emptyValue(key: key), at: object.value(key)?.position)
      }
    }
    return shape
  }

  private func noteRows() -> TableShape.NoteRows? {
    guard let value = object.value("note-rows") else { return nil }
    if case .number = value.content {
      return object.wholeNumber("note-rows").map(TableShape.NoteRows.count)
    }
    let texts = names(object, "note-rows", needsOne: true)
    return texts.isEmpty ? nil : .starting(texts)
  }

  private func skipsEmptyRows() -> Bool {
    guard let text = object.string("empty-rows") else { return false }
    if text == "skip" { return true }
    let rule = DescriptorRule.unknownValue(key: "empty-rows", value: text, nearest: nil, allowed: ["skip"])
    log.add(rule, at: object.value("empty-rows")?.position, text: text)
    return false
  }

  /// Texts of a list; an empty list or text is a finding.
  private func names(_ object: ObjectReader, _ key: String, needsOne: Bool = false) -> [String] {
    guard let items = object.strings(key, allowsSingle: true) else { return [] }
    if items.isEmpty, needsOne { log.add(DescriptorRule.emptyValue(key: key), at: object.value(key)?.position) }
    for item in items where item.text.isEmpty { log.add(DescriptorRule.emptyValue(key: key), at: item.position) }
    return items.map(\.text)
  }

  private func constant(_ own: ObjectReader) -> TableShape.Constant? {
    guard let field = OwnFieldReader.read(own, context: context, besides: Self.constantKeys) else { return nil }
    let written = Self.constantKeys.filter { own.value($0) != nil }
    guard written.count == 1 else {
      log.add(DescriptorRule.oneOf(Self.constantKeys), at: own.position)
      return nil
    }
    switch written[0] {
    case "value": return own.text("value").map { TableShape.Constant(field: field, source: .value($0)) }
    case "path":
      guard let template = TemplateReader.read(own, "path") else { return nil }
      guard template.names == [field.name] else {
        let rule = DescriptorRule.unsupportedValue(key: "path", supported: "births-{\(field.name)}.csv")
        log.add(rule, at: own.value("path")?.position, text: template.spelling)
        return nil
      }
      return TableShape.Constant(field: field, source: .fileName(template))
    default:
      guard let values = own.object("values") else { return nil }
      if values.members.isEmpty { log.add(DescriptorRule.emptyValue(key: "values"), at: values.position) }
      let files = values.members.compactMap { member in
        values.text(member.key).map { TableShape.Constant.FileValue(path: member.key, value: $0) }
      }
      return TableShape.Constant(field: field, source: .files(files))
    }
  }

  private func yearMonth(_ own: ObjectReader) -> TableShape.YearMonth? {
    guard var field = OwnFieldReader.read(own, context: context, besides: Self.yearMonthKeys) else { return nil }
    if own.value("type") == nil { field.type = .yearmonth }
    guard let year = required(own, "year-from"), let month = required(own, "month-from") else { return nil }
    return TableShape.YearMonth(field: field, year: year, month: month)
  }

  private func periods(_ own: ObjectReader) -> TableShape.Periods? {
    own.refuseKeys(otherThan: Self.periodKeys)
    guard let column = required(own, "column") else { return nil }
    return TableShape.Periods(column: column, by: own.value("by") == nil ? nil : names(own, "by"))
  }

  private func required(_ own: ObjectReader, _ key: String) -> String? {
    if own.value(key) == nil { log.add(DescriptorRule.missingKey(key), at: own.position) }
    guard let text = own.string(key) else { return nil }
    if text.isEmpty { log.add(DescriptorRule.emptyValue(key: key), at: own.value(key)?.position) }
    return text.isEmpty ? nil : text
  }
}
