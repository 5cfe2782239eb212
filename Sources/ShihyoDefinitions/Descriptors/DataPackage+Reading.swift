import ShihyoModel

extension DataPackage {
  /// nil where nothing can be made of it; findings are in the log.
  static func read(_ object: ObjectReader, path: String) -> DataPackage? {
    let log = object.log
    let folder = FilePath.folder(of: path)
    let declared = object.string("name")
    DescriptorName.check(declared, at: object.value("name")?.position, log: log)
    let own = object.object("shihyo")
    own?.refuseKeys(otherThan: ShihyoKey.package)
    guard let items = object.list("resources") else {
      if object.value("resources") == nil { log.add(DescriptorRule.missingKey("resources"), at: object.position) }
      return nil
    }
    if items.isEmpty {
      log.add(DescriptorRule.emptyValue(key: "resources"), at: object.value("resources")?.position)
    }
    let readers = items.compactMap { ObjectReader($0, key: "resources", log: log) }
    checkNames(readers)
    let names = readers.compactMap { reader -> String? in
      if case .string(let name)? = reader.value("name")?.content { name } else { nil }
    }
    let profiles = ProfileCache(folder: folder)
    let profile = own?.string("profile")
    if let profile { _ = profiles.profile(named: profile, at: own?.value("profile")?.position, log: log) }
    let notice = own.flatMap(ShihyoKey.notice)
    let resources = readers.compactMap { reader -> Resource? in
      var resource = ResourceReader(object: reader, folder: folder, resourceNames: names, profiles: profiles).read()
      resource?.notice = notice
      return resource
    }
    let register = own?.object("register").map { RegisterReader(object: $0, resources: resources).read() }
    return DataPackage(
      name: declared ?? folderName(folder), title: object.string("title"), description: object.string("description"),
      resources: resources, profile: profile, notes: own.map(ShihyoKey.notes) ?? [], notice: notice,
      knownFiguresHash: own.flatMap(knownFiguresHash), register: register, path: path, folder: folder,
      warnings: log.others)
  }

  private static func knownFiguresHash(_ own: ObjectReader) -> ResourceHash? {
    guard let text = own.string("known-figures") else { return nil }
    let hash = ResourceHash(text)
    if hash == nil { own.log.add(DescriptorRule.badHash, at: own.value("known-figures")?.position, text: text) }
    return hash
  }

  private static func folderName(_ folder: String) -> String {
    FilePath.name(of: folder == "." ? DefinitionFile.realPath(folder) ?? folder : folder)
  }

  private static func checkNames(_ readers: [ObjectReader]) {
    var seen: Set<Label> = []
    for reader in readers {
      guard case .string(let name)? = reader.value("name")?.content, !seen.insert(Label(name)).inserted else {
        continue
      }
      reader.log.add(DescriptorRule.duplicateName(name), at: reader.value("name")?.position, text: name)
    }
  }
}
