public import ShihyoModel

extension ReportDefinition {
  private static let keys = [
    "title", "number", "status", "lang", "department", "date", "basis", "profile", "contact", "datasets", "period",
    "period-fixed",
    "parameters", "formats", "sections", "footnotes", "notes", "sources",
  ]

  /// Reads `report.yaml`; what it names in datasets is looked up when it runs.
  ///
  /// - Errors: a file that cannot be read at all. What is wrong in one that can is in `problems`.
  public static func load(path: String, name: String? = nil) throws(Findings) -> ReportDefinition {
    try read(try DefinitionFile.read(path, limit: YAMLReader.sizeLimit), path: path, name: name)
  }

  /// The same of a text that is not written yet; `path` is where it is to stand.
  package static func read(_ bytes: [UInt8], path: String, name: String?) throws(Findings) -> ReportDefinition {
    let content = try YAMLReader.read(bytes, file: path)
    let log = FindingLog(file: path)
    log.readSource(bytes)
    let folder = FilePath.folder(of: path)
    var report = ObjectReader(content, key: fileName, log: log).flatMap {
      read($0, name: name ?? FilePath.name(of: DefinitionFile.realPath(folder) ?? folder), path: path)
    }
    if !log.errors.isEmpty { report?.problems = log.errors.inLineOrder }
    report?.warnings = log.others.inLineOrder
    guard let report else { throw Findings(log.all.inLineOrder) }
    return report
  }

  private static func read(_ object: ObjectReader, name: String, path: String) -> ReportDefinition? {
    let log = object.log
    object.refuseKeys(otherThan: keys)
    for key in ["title", "datasets", "sections"] where object.value(key) == nil {
      log.add(DescriptorRule.missingKey(key), at: object.position)
    }
    let parameters = parameters(object)
    let footnotes = (object.object("footnotes")?.members ?? []).compactMap { member -> Footnote? in
      guard case .string(let text) = member.value.content else {
        log.add(DescriptorRule.wrongType(key: member.key, expected: .string), at: member.value.position)
        return nil
      }
      if TextFolding.isBlank(text) {
        log.add(DescriptorRule.emptyValue(key: member.key), at: member.value.position)
      }
      return Footnote(name: member.key, text: text)
    }
    let reader = BlockReader(
      words: ["period", "months"] + parameters.map(\.name), footnotes: footnotes.map(\.name), log: log)
    var seen: Set<Label> = []
    let sections = (object.list("sections") ?? []).compactMap { item -> Section? in
      guard let section = ObjectReader(item, key: "sections", log: log) else { return nil }
      return self.section(section, reader: reader, seen: &seen)
    }
    reader.refuseBlank("sections", of: object)
    reader.refuseDoubled("datasets", of: object)
    var known: Set<Label> = []
    let datasets = (object.strings("datasets", allowsSingle: true) ?? [])
      .filter { known.insert(Label($0.text)).inserted }
    // A section that could not be read may be the one that refers to it.
    if log.errors.isEmpty {
      let used = Set(sections.flatMap(\.footnotesInUse))
      for member in object.object("footnotes")?.members ?? [] where !used.contains(member.key) {
        log.add(ReportRule.unusedFootnote(member.key), at: member.keyPosition, text: member.key)
      }
    }
    return ReportDefinition(
      name: name,
      title: reader.title(object) ?? ReportText(pieces: [], place: log.place(object.position)),
      number: object.string("number"), status: object.string("status"),
      language: object.choice("lang", Language.self) ?? .ja, department: object.string("department"),
      date: object.string("date"), basis: object.choice("basis", BasisPlace.self) ?? .print,
      profile: object.string("profile"),
      profilePlace: log.place(object.value("profile")?.position), contact: object.string("contact"),
      datasets: datasets.map(\.text), datasetPlaces: datasets.map { log.place($0.position) },
      period: reader.period(object, "period"), isPeriodFixed: object.boolean("period-fixed") ?? false,
      parameters: parameters, formats: formats(object), sections: sections, footnotes: footnotes,
      notes: object.strings("notes", allowsSingle: true)?.map(\.text) ?? [],
      sources: object.strings("sources", allowsSingle: true)?.map(\.text) ?? [], path: path,
      folder: FilePath.folder(of: path))
  }

  /// As `-f` takes them.
  package static let formatNames = ["text", "csv", "markdown", "html", "json", "xlsx", "docx"]

  private static func formats(_ object: ObjectReader) -> [String] {
    let items = object.strings("formats", allowsSingle: true) ?? []
    if items.map(\.text) == ["all"] { return formatNames }
    return items.compactMap { item in
      if formatNames.contains(item.text) { return item.text }
      let allowed = formatNames + ["all"]
      let rule = DescriptorRule.unknownValue(
        key: "formats", value: item.text, nearest: NearestName.find(item.text, in: allowed), allowed: allowed)
      object.log.add(rule, at: item.position, text: item.text)
      return nil
    }
  }

  private static func parameters(_ object: ObjectReader) -> [Parameter] {
    (object.object("parameters")?.members ?? []).compactMap { member in
      guard let reader = ObjectReader(member.value, key: member.key, log: object.log) else { return nil }
      reader.refuseKeys(otherThan: ["column", "all"])
      guard let column = reader.string("column") else {
        if reader.value("column") == nil { reader.log.add(DescriptorRule.missingKey("column"), at: reader.position) }
        return nil
      }
      return Parameter(
        name: member.key, column: column, all: reader.string("all") ?? "",
        place: reader.log.place(reader.value("column")?.position))
    }
  }

  private static func section(_ object: ObjectReader, reader: BlockReader, seen: inout Set<Label>) -> Section? {
    let log = object.log
    object.refuseKeys(otherThan: ["id", "title", "as-of", "appendix", "footnotes", "blocks"])
    for key in ["id", "title"] where object.value(key) == nil {
      log.add(DescriptorRule.missingKey(key), at: object.position)
    }
    guard let id = object.string("id"), let title = reader.title(object) else { return nil }
    if !MetricID.isSound(id) { log.add(ReportRule.badSectionID, at: object.value("id")?.position, text: id) }
    if !seen.insert(Label(id)).inserted {
      log.add(DescriptorRule.duplicateName(id), at: object.value("id")?.position, text: id)
    }
    let blocks = object.list("blocks") ?? []
    reader.refuseSameNames(blocks, section: id)
    return Section(
      id: id, title: title, asOf: object.string("as-of"), isAppendix: object.boolean("appendix") ?? false,
      footnotes: reader.footnotes(object),
      blocks: blocks.compactMap { reader.block($0, section: id) })
  }
}

extension ReportDefinition.Section {
  /// Names of the footnotes whose signs it prints.
  fileprivate var footnotesInUse: [String] {
    footnotes
      + blocks.flatMap { block -> [String] in
        switch block {
        case .table(let table): table.footnotes.map(\.footnote)
        case .figures(let figures): figures.rows.flatMap(\.footnotes)
        case .sentence, .movement, .ranks, .changes, .list, .rows, .matrix, .chart: []
        }
      }
  }
}
