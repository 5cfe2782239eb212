import ShihyoModel

/// One kind of total rows, compiled against a header.
struct TotalRule {
  let rule: TableShape.Subtotal
  /// Columns that parts and total have in common.
  let by: [Int]
  /// Columns that are compared.
  let measures: [Int]
  private enum Test {
    case labels(Int, Set<Label>)
    case pattern(Int, LabelTemplate)
    case conditions
  }
  private let test: Test
  private var conditions: [ConditionReader] = []

  /// nil, with findings, where a column is not in the header or a condition cannot be read.
  init?(
    _ rule: TableShape.Subtotal, _ layout: inout RowLayout, _ reading: ReadingOptions, findings: inout [Finding]
  ) {
    self.rule = rule
    func column(_ name: String) -> Int? {
      let known = layout.findings.count
      let index = layout.column(named: name, key: "subtotals")
      findings += layout.findings[known...]
      return index
    }
    let by = rule.by.map { column($0) }
    let measures = rule.columns.map { $0.map { column($0) } } ?? layout.measureColumns.map(Optional.some)
    self.by = by.compactMap { $0 }
    self.measures = measures.compactMap { $0 }
    let test: Test?
    switch rule.match {
    case .labels(let name, let labels):
      test = column(name).map { .labels($0, Set(labels.map(Self.withoutBlanks))) }
    case .pattern(let name, let template): test = column(name).map { .pattern($0, template) }
    case .conditions(let conditions):
      var compiled: [ConditionReader] = []
      for condition in conditions {
        guard let index = column(condition.column) else { continue }
        let touched = TouchedColumn(
          index: index, name: layout.header.names[index], field: layout.field(ofColumn: index), schema: nil,
          reading: reading)
        do throws(Finding) {
          compiled.append(ConditionReader(try ConditionTest(condition, column: touched)))
        } catch {
          findings.append(error)
        }
      }
      test = compiled.count == conditions.count ? .conditions : nil
      self.conditions = compiled
    }
    guard let test, self.by.count == by.count, self.measures.count == measures.count else { return nil }
    self.test = test
  }

  /// Columns in which labels or a pattern tell the total.
  var columnsOfLabels: [Int] {
    switch test {
    case .labels(let column, _), .pattern(let column, _): [column]
    case .conditions: []
    }
  }

  mutating func prepareForBlock() {
    for index in conditions.indices { conditions[index].prepareForBlock(CellDecoder(.utf8)) }
  }

  mutating func matches(_ row: RowText, _ arena: FieldArena) -> Bool {
    switch test {
    case .labels(let column, let labels):
      return labels.contains(Self.withoutBlanks(row.text(column, in: arena)))
    case .pattern(let column, let template): return template.match(row.text(column, in: arena)) != nil
    case .conditions:
      var warnings: [Finding] = []
      for index in conditions.indices {
        let bytes = row.bytes(conditions[index].test.column.index, in: arena)
        if conditions[index].read(bytes, warnings: &warnings).bits != ConditionReader.Verdict.holds.bits {
          return false
        }
      }
      return true
    }
  }

  /// 小　計 is 小計: blanks inside such words are there for the eye.
  private static func withoutBlanks(_ text: String) -> Label { Label(TextFolding.fold(text).filter { $0 != " " }) }

  func group(_ row: RowText, _ arena: FieldArena) -> [Label] {
    by.map { Label(TextFolding.fold(row.text($0, in: arena))) }
  }

  /// As a steward would write it, for messages.
  var spelling: String {
    switch rule.match {
    case .labels(let column, let labels): "\(column)=\(labels.joined(separator: "|"))"
    case .pattern(let column, let template): "\(column)=\(template.spelling)"
    case .conditions(let conditions):
      conditions.map { $0.column + $0.comparison.rawValue + $0.values.joined(separator: "|") }.joined(separator: ", ")
    }
  }
}

extension RowLayout {
  /// Columns whose totals are compared where no columns are named: measures that are no rate.
  var measureColumns: [Int] {
    header.names.indices.filter { column in
      guard let field = field(ofColumn: column), field.additivity != .rate, field.unit?.symbol != "％" else {
        return false
      }
      return field.role == .measure || (field.role == nil && [.integer, .number].contains(field.type))
    }
  }
}
