import ShihyoModel

/// The constraints of one field that look at a single value, compiled once.
struct ValueConstraints: Sendable {
  private enum Bound: Sendable {
    case number(ExactDecimal)
    case time(TimeValue)
    case clock(Int)
  }

  private let required: Bool
  private var minimum: (Bound, String)?
  private var maximum: (Bound, String)?
  private var exclusiveMinimum: (Bound, String)?
  private var exclusiveMaximum: (Bound, String)?
  private let minLength: Int?
  private let maxLength: Int?
  private var pattern: TextPattern?
  private let enumeration: AllowedValues?
  private let categories: AllowedValues?
  /// Constraints that cannot be checked, to be said once.
  private(set) var unreadable: [CheckRule] = []

  init(_ column: TouchedColumn) {
    let constraints = column.field?.constraints ?? Field.Constraints()
    required = constraints.required
    minLength = constraints.minLength
    maxLength = constraints.maxLength
    enumeration = constraints.enumeration.map { AllowedValues($0, in: column) }
    categories = column.field?.categories.map { AllowedValues($0.map(\.value), in: column) }
    if let text = constraints.pattern {
      pattern = TextPattern(text)
      if pattern == nil { addUnreadable("pattern", text, column) }
    }
    minimum = bound(constraints.minimum, "minimum", column)
    maximum = bound(constraints.maximum, "maximum", column)
    exclusiveMinimum = bound(constraints.exclusiveMinimum, "exclusiveMinimum", column)
    exclusiveMaximum = bound(constraints.exclusiveMaximum, "exclusiveMaximum", column)
  }

  /// Every constraint that the cell breaks.
  func broken(by cell: TypedCell, text: String, in column: TouchedColumn) -> [CheckRule] {
    switch cell {
    case .refused: return []
    case .absent(let reason):
      // A mark of the standard profile is an answer; what the descriptor lists as missing is none.
      let isNull = reason == .empty || column.missingValues.contains { Label($0.value) == Label(text) }
      return required && isNull ? [.required] : []
    case .text where required && TextFolding.isBlank(text): return [.required]
    default: break
    }
    var rules = boundRules(cell)
    if let minLength, text.count < minLength { rules.append(.tooShort(characters: text.count, minimum: minLength)) }
    if let maxLength, text.count > maxLength { rules.append(.tooLong(characters: text.count, maximum: maxLength)) }
    if let pattern, !pattern.matches(text) { rules.append(.patternMismatch(pattern.text)) }
    if let enumeration, !enumeration.contains(cell, text) {
      rules.append(.notInEnum(nearest: enumeration.nearest(to: text), allowed: enumeration.texts))
    }
    if let categories, !categories.contains(cell, text) {
      rules.append(.unknownCategory(nearest: categories.nearest(to: text), allowed: categories.texts))
    }
    return rules
  }

  private func boundRules(_ cell: TypedCell) -> [CheckRule] {
    var rules: [CheckRule] = []
    if let (bound, text) = minimum, Self.order(cell, bound)?.first == .below {
      rules.append(.below(minimum: text, isExclusive: false))
    }
    if let (bound, text) = exclusiveMinimum, let order = Self.order(cell, bound), order.first != .above {
      rules.append(.below(minimum: text, isExclusive: true))
    }
    if let (bound, text) = maximum, Self.order(cell, bound)?.last == .above {
      rules.append(.above(maximum: text, isExclusive: false))
    }
    if let (bound, text) = exclusiveMaximum, let order = Self.order(cell, bound), order.last != .below {
      rules.append(.above(maximum: text, isExclusive: true))
    }
    return rules
  }

  private enum Side { case below, within, above }

  /// Where the first and the last day of a cell (of a number: itself) lie as seen from a bound.
  private static func order(_ cell: TypedCell, _ bound: Bound) -> (first: Side, last: Side)? {
    func side<Value: Comparable>(_ value: Value, _ lower: Value, _ upper: Value) -> Side {
      value < lower ? .below : value > upper ? .above : .within
    }
    switch (cell, bound) {
    case (.number(let value), .number(let bound)):
      let side = side(value, bound, bound)
      return (side, side)
    case (.clock(let value), .clock(let bound)):
      let side = side(value, bound, bound)
      return (side, side)
    case (.time(let value), .time(let bound)):
      let lower = bound.first.dayNumber
      let upper = bound.last.dayNumber
      return (side(value.first.dayNumber, lower, upper), side(value.last.dayNumber, lower, upper))
    default: return nil
    }
  }

  private mutating func bound(_ text: String?, _ name: String, _ column: TouchedColumn) -> (Bound, String)? {
    guard let text else { return nil }
    var warnings: [Finding] = []
    switch column.typed(text, warnings: &warnings) {
    case .number(let number): return (.number(number), text)
    case .time(let value): return (.time(value), text)
    case .clock(let seconds): return (.clock(seconds), text)
    default:
      addUnreadable(name, text, column)
      return nil
    }
  }

  private mutating func addUnreadable(_ constraint: String, _ value: String, _ column: TouchedColumn) {
    let type = column.field?.type.rawValue ?? Field.ValueType.any.rawValue
    unreadable.append(.constraintUnreadable(constraint: constraint, value: value, type: type))
  }
}

/// The values of an `enum` or the labels of `categories`: by exact text, or by value where the type has one.
struct AllowedValues: Sendable {
  let texts: [String]
  private let labels: Set<Label>
  private let identities: Set<Label>

  init(_ texts: [String], in column: TouchedColumn) {
    self.texts = texts
    labels = Set(texts.map { Label($0) })
    var warnings: [Finding] = []
    identities = Set(texts.compactMap { column.typed($0, warnings: &warnings).identity.map { Label($0) } })
  }

  func contains(_ cell: TypedCell, _ text: String) -> Bool {
    labels.contains(Label(text)) || cell.identity.map { identities.contains(Label($0)) } ?? false
  }

  func nearest(to text: String) -> String? { NearestName.find(text, in: texts) }
}
