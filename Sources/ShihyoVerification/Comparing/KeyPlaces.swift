import ShihyoModel

/// Where the key columns stand in both versions.
struct KeyPlaces {
  let old: [Int]
  let new: [Int]

  /// - Parameter given: names as typed; nil: the primary key of the descriptors.
  /// - Errors: `keyMissing` where none is known, `keyUnknown` for every name that a version lacks.
  init(_ old: VersionTable, _ new: VersionTable, given: [String]?) throws(Findings) {
    let declared = new.schema?.primaryKey ?? []
    let isShared = (old.schema?.primaryKey ?? []).map { Label($0) } == declared.map { Label($0) }
    guard let names = given ?? (declared.isEmpty || !isShared ? nil : declared), !names.isEmpty else {
      throw Findings([Finding(CompareRule.keyMissing(columns: new.names))], kind: .usage)
    }
    var findings: [Finding] = []
    func place(_ name: String, _ table: VersionTable, _ version: Bilingual) -> Int {
      if let exact = table.names.firstIndex(where: { Label($0) == Label(name) }) { return exact }
      let folded = Label(TextFolding.fold(name))
      if let same = table.names.firstIndex(where: { Label(TextFolding.fold($0)) == folded }) { return same }
      let rule = CompareRule.keyUnknown(
        version: version, nearest: NearestName.find(name, in: table.names), columns: table.names)
      findings.append(Finding(rule, at: Place(file: table.name), text: name))
      return 0
    }
    self.old = names.map { place($0, old, Bilingual(ja: "古い", en: "old")) }
    self.new = names.map { place($0, new, Bilingual(ja: "新しい", en: "new")) }
    if !findings.isEmpty { throw Findings(findings, kind: .usage) }
  }
}
