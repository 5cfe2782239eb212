import ShihyoModel

/// Reads which columns become keys and values.
struct UnpivotReader {
  let object: ObjectReader
  let context: FieldReader.Context
  private var log: FindingLog { object.log }

  init(_ object: ObjectReader, context: FieldReader.Context) {
    self.object = object
    self.context = context
  }

  func read() -> TableShape.Unpivot? {
    object.refuseKeys(otherThan: ShapeReader.unpivotKeys)
    for key in ["columns", "keys", "values"] where object.value(key) == nil {
      log.add(DescriptorRule.missingKey(key), at: object.position)
    }
    let keys = fields("keys", besides: ["labels"]).map { field, own in
      TableShape.Unpivot.Key(field: field, labels: labels(own))
    }
    let values = fields("values", besides: []).map(\.field)
    guard let columns = columns(keys, values), !keys.isEmpty, !values.isEmpty else { return nil }
    let total = object.value("total") == nil ? nil : TemplateReader.read(object, "total")
    if let total { check(total, "total", keys, mayLeaveOut: true) }
    return TableShape.Unpivot(columns: columns, keys: keys, values: values, total: total)
  }

  private func fields(_ key: String, besides: [String]) -> [(field: Field, own: ObjectReader)] {
    guard let items = object.list(key) else { return [] }
    if items.isEmpty { log.add(DescriptorRule.emptyValue(key: key), at: object.value(key)?.position) }
    return items.compactMap { item in
      guard let own = ObjectReader(item, key: key, log: log),
        let field = OwnFieldReader.read(own, context: context, besides: besides)
      else { return nil }
      return (field, own)
    }
  }

  /// `{"man": "男", "woman": "女"}`, or a list of texts that stand for themselves.
  private func labels(_ own: ObjectReader) -> [TableShape.Unpivot.Category]? {
    guard let value = own.value("labels") else { return nil }
    if case .array = value.content {
      return own.strings("labels")?.map { TableShape.Unpivot.Category(header: $0.text, key: $0.text) }
    }
    guard let map = own.object("labels") else { return nil }
    if map.members.isEmpty { log.add(DescriptorRule.emptyValue(key: "labels"), at: map.position) }
    return map.members.compactMap { member in
      map.text(member.key).map { TableShape.Unpivot.Category(header: member.key, key: $0) }
    }
  }

  private func columns(
    _ keys: [TableShape.Unpivot.Key], _ values: [Field]
  ) -> TableShape.Unpivot.Columns? {
    guard let value = object.value("columns") else { return nil }
    switch value.content {
    case .string:
      guard let template = TemplateReader.read(object, "columns") else { return nil }
      check(template, "columns", keys, mayLeaveOut: false)
      if values.count > 1, !template.names.contains(TableShape.Unpivot.valuePlaceholder) {
        log.add(DescriptorRule.missingKey("{value}"), at: value.position)
      }
      return .pattern(template)
    case .array(let items):
      refuseSeveralValues(values)
      let names = object.strings("columns") ?? []
      if items.isEmpty { log.add(DescriptorRule.emptyValue(key: "columns"), at: value.position) }
      if keys.count != 1 {
        let rule = DescriptorRule.unsupportedValue(key: "columns", supported: "{\"4月\": [\"…\", \"…\"]}")
        log.add(rule, at: value.position)
      }
      return .listed(
        names.map { item in
          let label = keys.first?.labels?.first {
            Label(TextFolding.fold($0.header)) == Label(TextFolding.fold(item.text))
          }
          return TableShape.Unpivot.ListedColumn(name: item.text, keys: [label?.key ?? item.text])
        })
    case .object(let members):
      refuseSeveralValues(values)
      guard let map = object.object("columns") else { return nil }
      if members.isEmpty { log.add(DescriptorRule.emptyValue(key: "columns"), at: value.position) }
      return .listed(
        members.map { member in
          let texts = map.strings(member.key, allowsSingle: true)?.map(\.text) ?? []
          if texts.count != keys.count, !keys.isEmpty {
            log.add(DescriptorRule.wrongLength(key: member.key, expected: keys.count), at: member.value.position)
          }
          return TableShape.Unpivot.ListedColumn(name: member.key, keys: texts)
        })
    default:
      log.add(DescriptorRule.wrongType(key: "columns", expected: .stringOrList), at: value.position)
      return nil
    }
  }

  private func refuseSeveralValues(_ values: [Field]) {
    guard values.count > 1 else { return }
    let rule = DescriptorRule.unsupportedValue(key: "columns", supported: "\"{月} {value}\"")
    log.add(rule, at: object.value("columns")?.position)
  }

  /// Every brace is a key or `{value}`; of the columns, every key is in braces.
  private func check(
    _ template: LabelTemplate, _ key: String, _ keys: [TableShape.Unpivot.Key], mayLeaveOut: Bool
  ) {
    let names = keys.map(\.field.name) + [TableShape.Unpivot.valuePlaceholder]
    let position = object.value(key)?.position
    for name in template.names where !names.contains(where: { Label($0) == Label(name) }) {
      log.add(DescriptorRule.unknownField(name, in: names), at: position, text: name)
    }
    if mayLeaveOut { return }
    for name in keys.map(\.field.name) where !template.names.contains(where: { Label($0) == Label(name) }) {
      log.add(DescriptorRule.missingKey("{\(name)}"), at: position)
    }
  }
}
