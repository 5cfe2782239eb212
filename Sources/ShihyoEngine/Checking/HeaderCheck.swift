import ShihyoModel

/// Lays the header of a file beside the fields of its schema.
struct HeaderCheck {
  /// Per column of the header its field; nil where none is declared.
  private(set) var fields: [Field?]
  private(set) var findings: [Finding] = []
  private let header: HeaderInfo
  private let schema: Schema

  init(_ header: HeaderInfo, _ schema: Schema) {
    self.header = header
    self.schema = schema
    fields = []
    let places = header.hasHeaderRow ? matched() : header.names.indices.map { $0 < schema.fields.count ? $0 : nil }
    fields = places.map { $0.map { schema.fields[$0] } }
    if header.hasHeaderRow {
      checkSpelling(places)
      checkFields(places)
      checkOrder(places)
    } else {
      checkFields(places)
    }
  }

  /// Exact names first; a name that is equal after folding takes what is left.
  private func matched() -> [Int?] {
    var free = Set(schema.fields.indices)
    func take(_ name: String, _ isSame: (String) -> Bool) -> Int? {
      let found = schema.fields.indices.first { free.contains($0) && isSame(schema.fields[$0].name) }
      if let found { free.remove(found) }
      return found
    }
    var places = header.names.map { name in take(name) { Label($0) == Label(name) } }
    for (index, name) in header.names.enumerated() where places[index] == nil && !name.isEmpty {
      let folded = Label(TextFolding.fold(name))
      places[index] = take(name) { Label(TextFolding.fold($0)) == folded }
    }
    return places
  }

  private func place(_ index: Int) -> Place {
    Place(
      file: header.path, line: header.line, column: header.place(ofColumn: index, name: header.names[index]))
  }

  private mutating func checkSpelling(_ places: [Int?]) {
    for (index, match) in places.enumerated() {
      guard let match, Label(schema.fields[match].name) != Label(header.names[index]) else { continue }
      let rule = CheckRule.fieldSpelling(declared: schema.fields[match].name)
      findings.append(Finding(rule, at: place(index), text: header.names[index]))
    }
  }

  private mutating func checkFields(_ places: [Int?]) {
    let used = Set(places.compactMap { $0 })
    let missing = schema.fields.indices.filter { !used.contains($0) }.map { schema.fields[$0].name }
    let extra = places.indices.filter { places[$0] == nil && !TextFolding.isBlank(header.names[$0]) }
    if schema.fieldsMatch == .partial {
      guard used.isEmpty else { return }
      let rule = CheckRule.noFieldMatches(declared: schema.fields.map(\.name))
      findings.append(Finding(rule, at: Place(file: header.path, line: header.line)))
      return
    }
    if schema.fieldsMatch != .superset {
      for name in missing {
        let nearest = NearestName.find(name, in: extra.map { header.names[$0] })
        let place = Place(file: header.path, line: header.line)
        findings.append(Finding(CheckRule.fieldMissing(name: name, nearest: nearest), at: place))
      }
    }
    if schema.fieldsMatch != .subset {
      for index in extra {
        let nearest = NearestName.find(header.names[index], in: missing)
        let rule = CheckRule.fieldUndeclared(nearest: nearest)
        findings.append(Finding(rule, at: place(index), text: header.names[index]))
      }
    }
  }

  /// Only `exact` asks for the order; columns that are missing or too many are reported as such, not as disorder.
  private mutating func checkOrder(_ places: [Int?]) {
    guard schema.fieldsMatch == .exact else { return }
    let found = places.indices.filter { places[$0] != nil }
    let expected = places.compactMap { $0 }.sorted()
    for (index, field) in zip(found, expected) where places[index] != field {
      let rule = CheckRule.fieldOutOfOrder(expected: schema.fields[field].name)
      findings.append(Finding(rule, at: place(index), text: header.names[index]))
      return
    }
  }
}
