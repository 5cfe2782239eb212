import ShihyoModel

/// Reads one field: the standard's keys, then what `shihyo` adds.
struct FieldReader {
  /// What the resource says for all its fields.
  struct Context {
    /// Each profile is read once for the whole package.
    let profiles: ProfileCache
    var signs = SignProfile.standard
    var yearReading: Field.YearReading?
    var dateOrder: Field.DateOrder?
  }

  let object: ObjectReader
  let context: Context
  private var log: FindingLog { object.log }

  init(_ object: ObjectReader, context: Context) {
    self.object = object
    self.context = context
  }

  func read() -> Field? {
    guard let name = object.string("name") else {
      if object.value("name") == nil { log.add(DescriptorRule.missingKey("name"), at: object.position) }
      return nil
    }
    guard !name.isEmpty else {
      log.add(DescriptorRule.emptyValue(key: "name"), at: object.value("name")?.position)
      return nil
    }
    var field = Field(name: name, type: standardType() ?? .any)
    field.title = object.string("title")
    field.description = object.string("description")
    field.format = object.string("format")
    field.constraints = ConstraintsReader.read(object)
    field.categories = ValueListReader.categories(object)
    field.missingValues = ValueListReader.missingValues(object)
    if let values = object.strings("trueValues") { field.trueValues = values.map(\.text) }
    if let values = object.strings("falseValues") { field.falseValues = values.map(\.text) }
    checkNumberSpelling()
    readExtension(into: &field)
    checkFormat(field)
    return field
  }

  /// A column that only a layout makes: the standard's keys and ours stand side by side.
  func readOwn() -> Field? {
    guard let name = object.string("name"), !name.isEmpty else {
      let rule: DescriptorRule = object.value("name") == nil ? .missingKey("name") : .emptyValue(key: "name")
      log.add(rule, at: object.value("name")?.position ?? object.position)
      return nil
    }
    var field = Field(name: name)
    field.title = object.string("title")
    field.description = object.string("description")
    field.format = object.string("format")
    field.categories = ValueListReader.categories(object)
    field.missingValues = ValueListReader.missingValues(object)
    if let values = object.strings("trueValues") { field.trueValues = values.map(\.text) }
    if let values = object.strings("falseValues") { field.falseValues = values.map(\.text) }
    readExtension(object, into: &field)
    return field
  }

  private static let unsupportedTypes = ["object", "array", "list", "geopoint", "geojson", "duration"]

  private func standardType() -> Field.ValueType? {
    guard let text = object.string("type") else { return nil }
    let position = object.value("type")?.position
    let standard = Field.ValueType.allCases.filter { $0 != .period && $0 != .ageBracket }
    if let type = standard.first(where: { $0.rawValue == text }) { return type }
    if Field.ValueType(rawValue: text) != nil {
      log.add(DescriptorRule.ownTypeAtStandardLevel(text), at: position, text: text)
    } else if Self.unsupportedTypes.contains(text) {
      let names = standard.map(\.rawValue).joined(separator: ", ")
      log.add(DescriptorRule.unsupportedValue(key: "type", supported: names), at: position, text: text)
    } else {
      let allowed = standard.map(\.rawValue)
      let nearest = NearestName.find(text, in: allowed)
      log.add(
        DescriptorRule.unknownValue(key: "type", value: text, nearest: nearest, allowed: allowed), at: position,
        text: text)
    }
    return nil
  }

  /// Cells read thousands commas, a decimal point and units by themselves (domain.md, section 5); other signs are refused.
  private func checkNumberSpelling() {
    for (key, supported) in [("decimalChar", "."), ("groupChar", ",")] {
      guard let text = object.string(key), text != supported else { continue }
      log.add(
        DescriptorRule.unsupportedValue(key: key, supported: "\"\(supported)\""), at: object.value(key)?.position,
        text: text)
    }
    _ = object.boolean("bareNumber")
  }

  private func checkFormat(_ field: Field) {
    guard let format = field.format, format != "default", field.type == .string else { return }
    log.add(DescriptorRule.formatNotChecked, at: object.value("format")?.position, text: format)
  }

  private func readExtension(into field: inout Field) {
    field.signs = context.signs
    field.yearReading = context.yearReading
    field.dateOrder = context.dateOrder
    guard let own = object.object("shihyo") else { return }
    own.refuseKeys(otherThan: ShihyoKey.field)
    readExtension(own, into: &field)
  }

  private func readExtension(_ own: ObjectReader, into field: inout Field) {
    if let type = own.choice("type", Field.ValueType.self) { field.type = type }
    if own.value("constraints") != nil { field.constraints = ConstraintsReader.read(own) }
    field.role = own.choice("role", Field.Role.self)
    field.additivity = own.choice("additivity", Field.Additivity.self)
    field.signs = ShihyoKey.signs(own, inheriting: context.signs)
    field.isPersonal = own.boolean("personal") ?? false
    field.yearReading = own.choice("year", Field.YearReading.self) ?? context.yearReading
    field.dateOrder = own.choice("date-order", Field.DateOrder.self) ?? context.dateOrder
    readProfile(own, into: &field)
    field.notes = ShihyoKey.notes(own)
    field.decimals = decimals(own)
    field.unit = unit(own)
    field.brackets = brackets(own)
    // The keys of an unpivot list their labels under the same name.
    if case .string? = own.value("labels")?.content, let labels = own.choice("labels", Field.LabelIdentity.self) {
      field.labels = labels
    }
  }

  /// A column of bodies without an order of its own takes the profile's: every spelling, in 建制順.
  private func readProfile(_ own: ObjectReader, into field: inout Field) {
    field.profile = own.string("profile")
    guard let name = field.profile,
      let profile = context.profiles.profile(named: name, at: own.value("profile")?.position, log: log)
    else { return }
    if field.categories == nil { field.categories = profile.categories }
  }

  private func decimals(_ own: ObjectReader) -> Int? {
    guard let decimals = own.wholeNumber("decimals") else { return nil }
    guard decimals <= 9 else {
      log.add(DescriptorRule.outOfRange(key: "decimals", range: 0...9), at: own.value("decimals")?.position)
      return nil
    }
    return decimals
  }

  private func unit(_ own: ObjectReader) -> MeasureUnit? {
    guard let text = own.string("unit") else { return nil }
    if let unit = MeasureUnit(parsing: text) { return unit }
    log.add(DescriptorRule.unknownUnit, at: own.value("unit")?.position, text: text)
    return nil
  }

  private func brackets(_ own: ObjectReader) -> BracketScheme? {
    guard let items = own.strings("brackets", allowsSingle: true) else { return nil }
    let text = items.map(\.text).joined(separator: ",")
    let position = own.value("brackets")?.position
    do {
      let scheme = try BracketScheme(parsing: text)
      return scheme
    } catch {
      log.add(error, at: position, text: text)
      return nil
    }
  }
}
