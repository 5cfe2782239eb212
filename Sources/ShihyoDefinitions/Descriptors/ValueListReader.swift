import ShihyoModel

/// Lists whose items are plain texts or `{value, label}`.
enum ValueListReader {
  static func missingValues(_ object: ObjectReader) -> [MissingValue]? {
    read(object, "missingValues")?.map { MissingValue($0.value, label: $0.label) }
  }

  /// The declared order of a column's labels, whether or not `categoriesOrdered` says that the order has a meaning.
  static func categories(_ object: ObjectReader) -> [Field.Category]? {
    _ = object.boolean("categoriesOrdered")
    guard let items = read(object, "categories") else { return nil }
    if items.isEmpty {
      object.log.add(DescriptorRule.emptyValue(key: "categories"), at: object.value("categories")?.position)
    }
    return items.map { Field.Category(value: $0.value, label: $0.label) }
  }

  private static func read(_ object: ObjectReader, _ key: String) -> [(value: String, label: String?)]? {
    guard let items = object.list(key) else { return nil }
    var seen: Set<Label> = []
    return items.compactMap { item in
      guard let pair = pair(item, key, object.log) else { return nil }
      guard seen.insert(Label(pair.value)).inserted else {
        object.log.add(DescriptorRule.duplicateName(pair.value), at: item.position, text: pair.value)
        return nil
      }
      return pair
    }
  }

  private static func pair(
    _ item: JSONValue, _ key: String, _ log: FindingLog
  ) -> (value: String, label: String?)? {
    if let text = ObjectReader.text(item.content) { return (text, nil) }
    guard case .object = item.content, let entry = ObjectReader(item, key: key, log: log) else {
      log.add(DescriptorRule.wrongType(key: key, expected: .stringOrObject), at: item.position)
      return nil
    }
    guard let value = entry.text("value") else {
      if entry.value("value") == nil { log.add(DescriptorRule.missingKey("value"), at: item.position) }
      return nil
    }
    return (value, entry.string("label"))
  }
}
