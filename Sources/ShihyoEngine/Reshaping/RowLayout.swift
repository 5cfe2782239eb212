import ShihyoModel

/// A declared layout, laid on the header of one file: which column is what, from 0.
///
/// - Errors: a name that the header does not have, a pattern that takes no column, two columns with equal keys, a file without
///   a constant; all at once.
struct RowLayout: Sendable {
  /// The records that one row gives: keys, and the column of each value, nil where the file has none.
  struct Slice: Sendable {
    let keys: [String]
    var columns: [Int?]
  }
  /// A column that is the sum of others in its row.
  struct TotalColumn: Sendable {
    let column: Int
    let parts: [Int]
    let value: Int
  }

  let shape: TableShape
  let header: HeaderInfo
  /// Columns of the file that stand in every record.
  private(set) var kept: [Int] = []
  private(set) var slices: [Slice] = []
  private(set) var totals: [TotalColumn] = []
  private(set) var blankDown: [Int] = []
  private(set) var constants: [String] = []
  /// Names of the columns of the records.
  private(set) var names: [String] = []
  private let resolver: ColumnResolver
  private(set) var findings: [Finding] = []

  init(_ shape: TableShape, header: HeaderInfo, source: Dataset.Source) {
    self.shape = shape
    self.header = header
    resolver = ColumnResolver(header: header.names)
    layColumns()
    blankDown = shape.blankDown.compactMap { column(named: $0, key: "blank-down") }
    constants = shape.constants.map { constant($0, source) }
    names = kept.map { header.names[$0] } + (shape.unpivot?.keys.map(\.field.name) ?? [])
    names += (shape.unpivot?.values.map(\.name) ?? []) + shape.constants.map(\.field.name)
    if let yearMonth = shape.yearMonth { names.append(yearMonth.field.name) }
  }

  /// Place of the first key, value or constant among the columns of a record.
  var firstKey: Int { kept.count }
  var firstValue: Int { firstKey + (shape.unpivot?.keys.count ?? 0) }
  var firstConstant: Int { firstValue + (shape.unpivot?.values.count ?? 0) }

  /// Declared columns that would become values, but are not in this file: a month that is still to come.
  var missingFields: [Finding] {
    guard let unpivot = shape.unpivot else { return [] }
    return shape.fields.compactMap { field in
      guard case .value = unpivot.use(of: field.name, role: field.role),
        case .failure = resolver.index(of: field.name)
      else { return nil }
      let nearest = NearestName.find(field.name, in: header.names)
      return Finding(
        ShapeRule.valueColumnMissing(name: field.name, nearest: nearest),
        at: Place(file: header.path, line: header.line),
        text: field.name)
    }
  }

  /// Columns that a pattern leaves or takes against what it seems to mean, and labels without a column.
  var doubtfulColumns: [Finding] {
    guard let unpivot = shape.unpivot, case .pattern(let pattern) = unpivot.columns else { return [] }
    var found: [Finding] = []
    for (place, key) in unpivot.keys.enumerated() {
      let taken = header.names.indices.compactMap { column -> (Int, String)? in
        guard case .value = use(of: column) else { return nil }
        return pattern.match(header.names[column], allowed: unpivot.allowed)?[key.field.name].map { (column, $0) }
      }
      let kinds = Dictionary(grouping: taken) { ColumnLabel.dimension(of: $0.1) }
      guard let most = kinds.max(by: { ($0.value.count, $1.value[0].0) < ($1.value.count, $0.value[0].0) }),
        most.value.count * 2 > taken.count, taken.count > 1
      else { continue }
      let kind = most.key
      guard let labels = key.labels else {
        // Words may be anything.
        if kind == nil { continue }
        let examples = most.value.prefix(3).map { header.names[$0.0] }
        for (column, text) in taken where ColumnLabel.dimension(of: text) != kind {
          let rule = ShapeRule.oddColumn(key: key.field.name, examples: examples)
          found.append(Finding(rule, at: self.place(column), text: header.names[column]))
        }
        continue
      }
      // Where a pattern is nothing but words, every column has its form.
      let tells = kind != nil || pattern.spelling != "{\(key.field.name)}"
      for column in kept where tells && mayBeValue(column) {
        let match = pattern.match(header.names[column]) { name in
          Label(name) == Label(key.field.name) ? nil : unpivot.allowed(name)
        }
        guard let text = match?[key.field.name], ColumnLabel.dimension(of: text) == kind else { continue }
        let rule = ShapeRule.labelNotDeclared(key: key.field.name, labels: labels.map(\.header))
        found.append(Finding(rule, at: self.place(column), text: header.names[column]))
      }
      let seen = Set(slices.map { Label($0.keys[place]) })
      for label in labels where !seen.contains(Label(label.key)) {
        let rule = ShapeRule.valueColumnMissing(name: label.header, nearest: nil)
        found.append(Finding(rule, at: Place(file: header.path, line: header.line), text: label.header))
      }
    }
    return found
  }

  /// Columns whose key is declared as a time, and cannot be read as one: a query that does not look at the key would count them.
  func unreadableTimes(_ reading: ReadingOptions) -> [Finding] {
    (shape.unpivot?.keys ?? []).enumerated().flatMap { place, key -> [Finding] in
      let schema = Schema(fields: [], missingValues: shape.missingValues)
      let times = TouchedColumn(
        index: firstKey + place, name: key.field.name, field: key.field, schema: schema, reading: reading)
      guard times.kind == .time else { return [] }
      return slices.flatMap { slice -> [Finding] in
        var unheard: [Finding] = []
        guard case .refused = times.time(slice.keys[place], warnings: &unheard) else { return [] }
        return slice.columns.compactMap { $0 }.map { column in
          Finding(
            ShapeRule.keyNotATime(key: key.field.name), at: self.place(column), text: header.names[column])
        }
      }
    }
  }

  /// No role of its own says what the column is.
  private func mayBeValue(_ column: Int) -> Bool { shape.field(named: header.names[column])?.role == nil }

  /// A column of the file; a finding where there is none.
  mutating func column(named name: String, key: String) -> Int? {
    if case .success(let index) = resolver.index(of: name) { return index }
    let rule = ShapeRule.columnMissing(key: key, name: name, nearest: NearestName.find(name, in: header.names))
    findings.append(Finding(rule, at: Place(file: header.path, line: header.line), text: name))
    return nil
  }

  /// A column of the records.
  func recordColumn(named name: String) -> Int? {
    if case .success(let index) = ColumnResolver(header: names).index(of: name) { index } else { nil }
  }

  /// Column of the file for a column of the records, and whether the text stands in the header; nil where the file has none.
  func origin(of column: Int, slice: Int) -> (index: Int, isHeader: Bool)? {
    if column < firstKey { return (kept[column], false) }
    guard column < firstConstant, slice < slices.count else { return nil }
    if column >= firstValue { return slices[slice].columns[column - firstValue].map { ($0, false) } }
    return slices[slice].columns.compactMap { $0 }.first.map { ($0, true) }
  }

  /// What is declared of a column of the file; of a column that becomes a value, what is declared of the value.
  func field(ofColumn column: Int) -> Field? {
    if let unpivot = shape.unpivot {
      switch use(of: column) {
      case .value(_, let value): return unpivot.values[value]
      case .total(_, let value): return value.map { unpivot.values[$0] }
      case .kept: break
      }
    }
    return shape.field(named: header.names[column])
  }

  private func use(of column: Int) -> TableShape.Unpivot.Use {
    let name = header.names[column]
    return shape.unpivot?.use(of: name, role: shape.field(named: name)?.role) ?? .kept
  }

  private mutating func layColumns() {
    guard let unpivot = shape.unpivot else {
      kept = Array(header.names.indices)
      return
    }
    var places: [[Label]: Int] = [:]
    var totalColumns: [(column: Int, keys: [String?], value: Int?)] = []
    for column in header.names.indices {
      switch use(of: column) {
      case .kept: kept.append(column)
      case .total(let keys, let value): totalColumns.append((column, keys, value))
      case .value(let keys, let value):
        let labels = keys.map { Label($0) }
        if places[labels] == nil {
          places[labels] = slices.count
          slices.append(Slice(keys: keys, columns: Array(repeating: nil, count: unpivot.values.count)))
        }
        let slice = places[labels] ?? 0
        if let first = slices[slice].columns[value] {
          let letter = Place.Column.spreadsheetLetters(first + 1)
          findings.append(
            Finding(ShapeRule.sameKeys(keys: keys, first: letter), at: place(column), text: header.names[column]))
        } else {
          slices[slice].columns[value] = column
        }
      }
    }
    if case .listed(let listed) = unpivot.columns {
      for name in listed.map(\.name) { _ = column(named: name, key: "unpivot") }
    } else if case .pattern(let pattern) = unpivot.columns, slices.isEmpty {
      let rule = ShapeRule.patternTakesNothing(pattern: pattern.spelling, columns: header.names)
      findings.append(Finding(rule, at: Place(file: header.path, line: header.line)))
    }
    totals = totalColumns.flatMap { total in
      unpivot.values.indices.filter { total.value == nil || total.value == $0 }.map { value in
        let parts = slices.filter { slice in zip(total.keys, slice.keys).allSatisfy { $0 == nil || $0 == $1 } }
        return TotalColumn(column: total.column, parts: parts.compactMap { $0.columns[value] }, value: value)
      }
    }
  }

  private func place(_ column: Int) -> Place {
    Place(file: header.path, line: header.line, column: .field(number: column + 1, name: header.names[column]))
  }

  private mutating func constant(_ constant: TableShape.Constant, _ source: Dataset.Source) -> String {
    let path = if case .file(let path) = source { path } else { "" }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    switch constant.source {
    case .value(let value): return value
    case .files(let files):
      if let file = files.first(where: { path == $0.path || path.hasSuffix("/" + $0.path) }) { return file.value }
    case .fileName(let template):
      if let found = template.match(name)?[constant.field.name] { return found }
    }
    findings.append(Finding(ShapeRule.constantMissing(name: constant.field.name), at: Place(file: header.path)))
    return ""
  }
}
