import ShihyoModel

/// A column that a query touches: where it stands, what is declared of it, and the grammars that read its cells.
///
/// With a descriptor the field's type decides how a cell is read; without one, or for type `any`, the query does.
struct TouchedColumn: Sendable {
  enum Kind: Hashable, Sendable {
    case undeclared, text, boolean, time, ageBracket
    case number(integers: Bool)
  }

  /// From 0.
  let index: Int
  /// As the header has it.
  let name: String
  let field: Field?
  let kind: Kind
  let missingValues: [MissingValue]
  let numbers: NumberGrammar
  let times: TimeGrammar

  init(index: Int, name: String, field: Field?, schema: Schema?) {
    self.index = index
    self.name = name
    self.field = field
    kind = Self.kind(of: field)
    missingValues = field?.missingValues ?? schema?.missingValues ?? [MissingValue("")]
    numbers = NumberGrammar(unit: field?.unit, signs: field?.signs ?? .standard, missingValues: missingValues)
    times = TimeGrammar(yearReading: field?.yearReading, dateOrder: field?.dateOrder, format: field?.format)
  }

  private static func kind(of field: Field?) -> Kind {
    switch field?.type {
    case nil, .any: .undeclared
    case .string, .time: .text
    case .integer, .year: .number(integers: true)
    case .number: .number(integers: false)
    case .boolean: .boolean
    case .date, .yearmonth, .datetime, .period: .time
    case .ageBracket: .ageBracket
    }
  }

  /// Plain digits can be read without the grammar: no missing value or sign of this column looks like a number.
  var plainDigitsAreNumbers: Bool {
    func startsLikeNumber(_ text: String) -> Bool {
      guard let first = text.utf8.first else { return false }
      return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) || first == UInt8(ascii: "-")
    }
    return !missingValues.contains { startsLikeNumber($0.value) && $0.value.utf8.count > 1 || $0.value.utf8.allDigits }
      && !(field?.signs.overrides.keys.contains { $0.utf8.allDigits } ?? false)
  }

  /// A finding of this column. Where the field is personal neither its text nor its message shows the cell.
  func finding(_ rule: some FindingRule, text: String) -> Finding {
    let place = Place(column: .field(number: index + 1, name: name))
    guard field?.isPersonal == true else { return Finding(rule, at: place, text: text) }
    return Finding(CellRule.personal(code: rule.code, severity: rule.severity), at: place)
  }
}

extension String.UTF8View {
  fileprivate var allDigits: Bool { !isEmpty && allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
}
