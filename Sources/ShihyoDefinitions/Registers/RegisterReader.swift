import ShihyoModel

/// Reads `shihyo.register` of a descriptor and holds it against the resources of the package.
///
///     "register": {
///       "issues": {"resource": "issues", "id": "ID", "organisation": "組織", "area": "領域", …},
///       "unstated": ["記載なし"], "words": {"complete": ["完了"], "late": ["遅れ"]}}
///
/// - Errors: unknown keys, resources and columns with the nearest name, roles that a table must have, a word in two classes.
struct RegisterReader {
  let object: ObjectReader
  let resources: [Resource]

  private typealias Table = RegisterDefinition.Table
  private typealias Role = RegisterDefinition.Role
  private var log: FindingLog { object.log }

  func read() -> RegisterDefinition {
    object.refuseKeys(otherThan: Table.allCases.map(\.rawValue) + ["versions", "unstated", "words"])
    var register = RegisterDefinition()
    for table in Table.allCases {
      if let reader = object.object(table.rawValue) { register.tables[table] = columns(table, reader) }
    }
    register.versions = object.object("versions").flatMap(versions)
    if object.value(Table.issues.rawValue) == nil, object.value("versions") == nil {
      log.add(DescriptorRule.oneOf([Table.issues.rawValue, "versions"]), at: object.position)
    }
    register.unstated = object.strings("unstated", allowsSingle: true)?.map(\.text) ?? []
    if let words = object.object("words") { register.words = classes(words) }
    return register
  }

  private func columns(_ table: Table, _ reader: ObjectReader) -> RegisterDefinition.Columns? {
    let roles = table.required + table.optional
    reader.refuseKeys(otherThan: ["resource"] + roles.map(\.rawValue))
    guard let resource = resource("resource", reader) else { return nil }
    var names: [Role: String] = [:]
    for role in roles {
      guard let name = reader.string(role.rawValue) else {
        if table.required.contains(role), reader.value(role.rawValue) == nil {
          log.add(DescriptorRule.missingKey(role.rawValue), at: reader.position)
        }
        continue
      }
      let known = resource.schema?.fields.map(\.name) ?? []
      if resource.schema != nil, !known.contains(where: { Label($0) == Label(name) }) {
        let rule = DescriptorRule.unknownField(name, in: known)
        log.add(rule, at: reader.value(role.rawValue)?.position, text: name)
      }
      names[role] = name
    }
    return RegisterDefinition.Columns(resource: resource.name, names: names)
  }

  private func versions(_ reader: ObjectReader) -> RegisterDefinition.Versions? {
    reader.refuseKeys(otherThan: ["old", "new"])
    guard let old = resource("old", reader), let new = resource("new", reader) else { return nil }
    return RegisterDefinition.Versions(old: old.name, new: new.name)
  }

  private func resource(_ key: String, _ reader: ObjectReader) -> Resource? {
    guard let name = reader.string(key) else {
      if reader.value(key) == nil { log.add(DescriptorRule.missingKey(key), at: reader.position) }
      return nil
    }
    if let resource = resources.first(where: { Label($0.name) == Label(name) }) { return resource }
    let rule = DescriptorRule.unknownResource(name, nearest: NearestName.find(name, in: resources.map(\.name)))
    log.add(rule, at: reader.value(key)?.position, text: name)
    return nil
  }

  private func classes(_ reader: ObjectReader) -> [RegisterDefinition.ProgressClass: [String]] {
    typealias ProgressClass = RegisterDefinition.ProgressClass
    reader.refuseKeys(otherThan: ProgressClass.allCases.map(\.rawValue))
    var classes: [ProgressClass: [String]] = [:]
    var seen: Set<String> = []
    for kind in ProgressClass.allCases {
      for word in reader.strings(kind.rawValue, allowsSingle: true) ?? [] {
        if !seen.insert(TextFolding.fold(word.text)).inserted {
          log.add(DescriptorRule.duplicateName(word.text), at: word.position, text: word.text)
        }
        classes[kind, default: []].append(word.text)
      }
    }
    return classes
  }
}
