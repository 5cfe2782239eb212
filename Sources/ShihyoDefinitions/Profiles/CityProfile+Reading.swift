public import ShihyoModel

extension CityProfile {
  /// Reads and checks `profiles/NAME.json`.
  ///
  /// - Errors: every finding of the file at once.
  public static func load(path: String) throws(Findings) -> CityProfile {
    let content = try JSONReader.read(try DefinitionFile.read(path), file: path)
    let log = FindingLog(file: path)
    let profile = ObjectReader(content, key: FilePath.name(of: path), log: log).flatMap { read($0, path: path) }
    guard let profile, log.errors.isEmpty else { throw Findings(log.all) }
    return profile
  }

  private static let keys = ["$schema", "name", "title", "description", "contact", "groups", "bodies", "source"]
  private static let bodyKeys = [
    "id", "name", "english", "abbreviation", "abbreviations", "group", "source", "description",
  ]

  private static func read(_ object: ObjectReader, path: String) -> CityProfile? {
    object.refuseKeys(otherThan: keys)
    for key in ["name", "bodies"] where object.value(key) == nil {
      object.log.add(DescriptorRule.missingKey(key), at: object.position)
    }
    let name = object.string("name") ?? ""
    let groups = (object.list("groups") ?? []).compactMap { group($0, object.log) }
    var owners: [String: String] = [:]
    let bodies = (object.list("bodies") ?? []).compactMap { body($0, groups, &owners, object.log) }
    return CityProfile(
      name: name, title: BilingualReader.read(object, "title") ?? Bilingual(ja: name, en: name),
      contact: object.string("contact"), groups: groups, bodies: bodies)
  }

  /// A text, which is id and label in one, or `{id, label}`.
  private static func group(_ item: JSONValue, _ log: FindingLog) -> Group? {
    if case .string(let text) = item.content { return Group(id: text, label: Bilingual(ja: text, en: text)) }
    guard let object = ObjectReader(item, key: "groups", log: log) else { return nil }
    object.refuseKeys(otherThan: ["id", "label"])
    guard let id = object.string("id") else {
      if object.value("id") == nil { log.add(DescriptorRule.missingKey("id"), at: item.position) }
      return nil
    }
    return Group(id: id, label: BilingualReader.read(object, "label") ?? Bilingual(ja: id, en: id))
  }

  /// `owners`: folded spelling → the body that has it.
  private static func body(
    _ item: JSONValue, _ groups: [Group], _ owners: inout [String: String], _ log: FindingLog
  ) -> Body? {
    guard let object = ObjectReader(item, key: "bodies", log: log) else { return nil }
    object.refuseKeys(otherThan: bodyKeys)
    let name = object.string("name")
    var abbreviations: [String] = []
    for key in ["abbreviation", "abbreviations"] {
      abbreviations += object.strings(key, allowsSingle: true)?.map(\.text) ?? []
    }
    guard let id = object.string("id") ?? name ?? abbreviations.first else {
      log.add(ProfileRule.bodyWithoutName, at: item.position)
      return nil
    }
    let group = object.string("group")
    if let group, !groups.contains(where: { $0.id == group }) {
      let rule = ProfileRule.unknownGroup(group, nearest: NearestName.find(group, in: groups.map(\.id)))
      log.add(rule, at: object.value("group")?.position, text: group)
    }
    let body = Body(id: id, name: name, english: object.string("english"), abbreviations: abbreviations, group: group)
    checkSpellings(of: body, at: item.position, &owners, log)
    return body
  }

  private static func checkSpellings(
    of body: Body, at position: JSONPosition?, _ owners: inout [String: String], _ log: FindingLog
  ) {
    // The id may be one of the body's own names; any other name written twice is a slip.
    var own = Set([TextFolding.fold(body.id)])
    for spelling in body.spellings where spelling != body.id {
      guard own.insert(TextFolding.fold(spelling)).inserted else {
        log.add(ProfileRule.nameTwice(spelling, first: body.id), at: position, text: spelling)
        continue
      }
    }
    for key in own.sorted() {
      if let owner = owners[key] {
        log.add(ProfileRule.nameTwice(key, first: owner), at: position, text: key)
      } else {
        owners[key] = body.id
      }
    }
  }
}
