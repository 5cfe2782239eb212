import ShihyoModel

/// Reads a table schema: its fields, and the keys that name them.
enum SchemaReader {
  /// - `resources`: names of the package, for foreign keys.
  static func read(_ object: ObjectReader, context: FieldReader.Context, resources: [String]) -> Schema? {
    let log = object.log
    guard let items = object.list("fields") else {
      if object.value("fields") == nil { log.add(DescriptorRule.missingKey("fields"), at: object.position) }
      return nil
    }
    var fields: [Field] = []
    var seen: Set<Label> = []
    for item in items {
      guard let reader = ObjectReader(item, key: "fields", log: log),
        let field = FieldReader(reader, context: context).read()
      else { continue }
      if !seen.insert(Label(field.name)).inserted {
        log.add(DescriptorRule.duplicateName(field.name), at: reader.value("name")?.position, text: field.name)
      }
      fields.append(field)
    }
    var schema = Schema(fields: fields)
    schema.missingValues = ValueListReader.missingValues(object) ?? schema.missingValues
    schema.primaryKey = names(object, "primaryKey", of: fields)
    schema.uniqueKeys = uniqueKeys(object, fields)
    schema.foreignKeys = foreignKeys(object, fields, resources)
    schema.fieldsMatch = fieldsMatch(object)
    return schema
  }

  /// Names that must be fields of this schema.
  private static func names(_ object: ObjectReader, _ key: String, of fields: [Field]) -> [String] {
    let names = object.strings(key, allowsSingle: true) ?? []
    for (name, position) in names where !fields.contains(where: { Label($0.name) == Label(name) }) {
      let rule = DescriptorRule.unknownField(name, in: fields.map(\.name))
      object.log.add(rule, at: position, text: name)
    }
    return names.map(\.text)
  }

  private static func uniqueKeys(_ object: ObjectReader, _ fields: [Field]) -> [[String]] {
    (object.list("uniqueKeys") ?? []).map { item in
      // Each item is itself a list of names: read through an object of one key, so that it has the same checks.
      let wrapper = JSONValue(.object([JSONMember("uniqueKeys", item)]), at: item.position)
      return ObjectReader(wrapper, key: "uniqueKeys", log: object.log)
        .map { names($0, "uniqueKeys", of: fields) } ?? []
    }
  }

  private static func foreignKeys(
    _ object: ObjectReader, _ fields: [Field], _ resources: [String]
  ) -> [Schema.ForeignKey] {
    let log = object.log
    return (object.list("foreignKeys") ?? []).compactMap { item in
      guard let key = ObjectReader(item, key: "foreignKeys", log: log) else { return nil }
      for name in ["fields", "reference"] where key.value(name) == nil {
        log.add(DescriptorRule.missingKey(name), at: key.position)
      }
      guard let reference = key.object("reference") else { return nil }
      if reference.value("fields") == nil { log.add(DescriptorRule.missingKey("fields"), at: reference.position) }
      let resource = reference.string("resource").flatMap { $0.isEmpty ? nil : $0 }
      if let resource, !resources.contains(resource) {
        let rule = DescriptorRule.unknownResource(resource, nearest: NearestName.find(resource, in: resources))
        log.add(rule, at: reference.value("resource")?.position, text: resource)
      }
      let own = names(key, "fields", of: fields)
      let referenced =
        resource == nil
        ? names(reference, "fields", of: fields)
        : (reference.strings("fields", allowsSingle: true) ?? []).map(\.text)
      if own.count != referenced.count { log.add(DescriptorRule.foreignKeyLength, at: key.position) }
      return Schema.ForeignKey(fields: own, resource: resource, referencedFields: referenced)
    }
  }

  /// A text; the first profile of the standard asked for a list of one, which is taken too.
  private static func fieldsMatch(_ object: ObjectReader) -> Schema.FieldsMatch {
    guard let (text, position) = object.strings("fieldsMatch", allowsSingle: true)?.first else { return .exact }
    if let match = Schema.FieldsMatch(rawValue: text) { return match }
    let allowed = ["exact", "equal", "subset", "superset", "partial"]
    let rule = DescriptorRule.unknownValue(
      key: "fieldsMatch", value: text, nearest: NearestName.find(text, in: allowed), allowed: allowed)
    object.log.add(rule, at: position, text: text)
    return .exact
  }
}
