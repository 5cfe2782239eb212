import ShihyoModel

/// Reads one resource of a descriptor.
struct ResourceReader {
  let object: ObjectReader
  let folder: String
  /// Names of all resources of the package, for foreign keys.
  let resourceNames: [String]
  let profiles: ProfileCache
  private var log: FindingLog { object.log }

  func read() -> Resource? {
    let name = object.string("name")
    if object.value("name") == nil { log.add(DescriptorRule.missingKey("name"), at: object.position) }
    DescriptorName.check(name, at: object.value("name")?.position, log: log)
    var reading = ReadingOptions()
    readFormat(into: &reading)
    readEncoding(into: &reading)
    if let dialect = referenced("dialect") { DialectReader.read(dialect, into: &reading) }
    let own = object.object("shihyo")
    var context = FieldReader.Context(profiles: profiles)
    if let own { readExtension(own, into: &reading, &context) }
    let schema = referenced("schema").flatMap {
      SchemaReader.read($0, context: context, resources: resourceNames)
    }
    reading.shape = own.flatMap { ShapeReader($0, context: context).read(schema: schema) }
    checkNames(reading.shape, of: own)
    for key in ["data", "compression", "extrapaths", "innerpath"] {
      guard let member = object.members.first(where: { $0.key == key }) else { continue }
      log.add(DescriptorRule.notYetSupported(key: key), at: member.keyPosition, text: key)
    }
    return Resource(
      name: name ?? "", title: object.string("title"), description: object.string("description"), paths: paths(),
      schema: records(schema, reading.shape), reading: reading, hash: hash(), bytes: object.wholeNumber("bytes"),
      notes: own.map(ShihyoKey.notes) ?? [], method: own.flatMap { $0.choice("method", CollectionMethod.self) })
  }

  /// What is known of the columns of the records. Without a schema of the file, what the layout adds is known all the same.
  private func records(_ schema: Schema?, _ shape: TableShape?) -> Schema? {
    guard let shape else { return schema }
    if schema == nil, shape.unpivot == nil, shape.constants.isEmpty, shape.yearMonth == nil { return nil }
    return shape.recordSchema(schema ?? Schema(fields: [], fieldsMatch: .subset))
  }

  /// Two columns of one name would hide each other.
  private func checkNames(_ shape: TableShape?, of own: ObjectReader?) {
    guard let shape, let own else { return }
    let fields = shape.recordSchema(Schema(fields: shape.fields)).fields
    let added = (shape.unpivot.map { $0.keys.count + $0.values.count } ?? 0) + shape.constants.count
    let kept = fields.dropLast(added + (shape.yearMonth == nil ? 0 : 1))
    var seen = Set(kept.map { Label($0.name) })
    for field in fields.dropFirst(kept.count) where !seen.insert(Label(field.name)).inserted {
      log.add(DescriptorRule.duplicateName(field.name), at: own.position, text: field.name)
    }
  }

  private func paths() -> [Resource.Path] {
    guard let items = object.strings("path", allowsSingle: true) else {
      if object.value("path") == nil, object.value("data") == nil {
        log.add(DescriptorRule.missingKey("path"), at: object.position)
      }
      return []
    }
    if items.isEmpty { log.add(DescriptorRule.emptyValue(key: "path"), at: object.value("path")?.position) }
    return items.compactMap { text, position in
      if let rule = SafePath.rule(text) {
        log.add(rule, at: position, text: text)
        return nil
      }
      return Resource.Path(text: text, place: log.place(position))
    }
  }

  private func hash() -> ResourceHash? {
    guard let text = object.string("hash") else { return nil }
    if let hash = ResourceHash(text) { return hash }
    log.add(DescriptorRule.badHash, at: object.value("hash")?.position, text: text)
    return nil
  }

  private func readFormat(into reading: inout ReadingOptions) {
    switch object.string("format")?.lowercased() {
    case nil, "csv": break
    case "tsv": reading.delimiter = UInt8(ascii: "\t")
    case let other:
      log.add(
        DescriptorRule.unsupportedValue(key: "format", supported: "csv, tsv"), at: object.value("format")?.position,
        text: other)
    }
    if let type = object.string("type"), type != "table" {
      log.add(
        DescriptorRule.unsupportedValue(key: "type", supported: "table"), at: object.value("type")?.position,
        text: type)
    }
  }

  private func readEncoding(into reading: inout ReadingOptions) {
    guard let name = object.string("encoding") else { return }
    reading.encoding = EncodingName.read(name)
    if reading.encoding == nil {
      log.add(DescriptorRule.unknownEncoding, at: object.value("encoding")?.position, text: name)
    }
  }

  /// An object that stands here, or in a file of its own beside the descriptor.
  private func referenced(_ key: String) -> ObjectReader? {
    guard let value = object.value(key) else { return nil }
    guard case .string(let path) = value.content else {
      if case .object = value.content { return object.object(key) }
      log.add(DescriptorRule.wrongType(key: key, expected: .stringOrObject), at: value.position)
      return nil
    }
    if let rule = SafePath.rule(path) {
      log.add(rule, at: value.position, text: path)
      return nil
    }
    let full = FilePath.join(folder, path)
    guard !DefinitionFile.exists(full) || SafePath.isInside(full, folder: folder) else {
      log.add(DescriptorRule.pathLeavesFolder, at: value.position, text: path)
      return nil
    }
    do {
      let content = try JSONReader.read(try DefinitionFile.read(full), file: full)
      return ObjectReader(content, key: key, log: log.forFile(full))
    } catch {
      log.add(error.findings)
      return nil
    }
  }

  private func readExtension(
    _ own: ObjectReader, into reading: inout ReadingOptions, _ context: inout FieldReader.Context
  ) {
    own.refuseKeys(otherThan: ShihyoKey.resource)
    context.signs = ShihyoKey.signs(own, inheriting: .standard)
    context.yearReading = own.choice("year", Field.YearReading.self)
    context.dateOrder = own.choice("date-order", Field.DateOrder.self)
    if let skip = own.wholeNumber("skip-lines") { reading.skipLines = skip }
    if let skip = own.wholeNumber("skip-after-header") { reading.skipAfterHeader = skip }
    let movesHeader = reading.skipLines > 0 || reading.skipAfterHeader > 0 || own.value("header-rows") != nil
    if movesHeader, reading.hasHeader {
      log.add(DescriptorRule.headerRowsNeedDialect, at: own.position)
    }
    if let rows = RowRange.read(own, "header-rows") {
      reading.headerRows = rows
      // `dialect.header: false` tells standard tools not to look for the header where it is not; here we know where it is.
      reading.hasHeader = true
    }
  }
}
