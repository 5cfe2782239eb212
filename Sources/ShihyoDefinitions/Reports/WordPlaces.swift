public import ShihyoModel

/// Where the words of a block stand in its file: what is looked up only when the report runs is pointed at, too.
public struct WordPlaces: Hashable, Sendable {
  public enum Role: Hashable, Sendable { case column, value, metric, dataset, label }

  private struct Word: Hashable {
    var role: Role
    var text: String
  }

  private var places: [Word: Place] = [:]

  /// Nothing is known.
  public init() {}

  /// nil: the block does not write the word, or not so.
  public func place(_ role: Role, _ text: String) -> Place? { places[Word(role: role, text: text)] }

  private mutating func add(_ role: Role, _ text: String, at position: JSONPosition?, _ log: FindingLog) {
    let word = Word(role: role, text: text)
    if places[word] == nil { places[word] = log.place(position) }
  }

  /// The whole value of a key, or each item of its list.
  mutating func add(_ role: Role, _ key: String, of object: ObjectReader) {
    switch object.value(key)?.content {
    case .string(let text), .number(let text): add(role, text, at: object.value(key)?.position, object.log)
    case .array(let items):
      for item in items {
        if case .string(let text) = item.content { add(role, text, at: item.position, object.log) }
      }
    default: return
    }
  }

  /// The columns that the expression of a key names.
  mutating func add(_ keys: [GroupKey], _ key: String, of object: ObjectReader) {
    var start = object.value(key)?.position
    for case .column(let name) in keys.map(\.source) {
      start = object.log.position(of: name, from: start)
      add(.column, name, at: start, object.log)
      start = Self.behind(name, start)
    }
  }

  /// The columns that the measures of a key name: of `sum(u)` the one in parentheses.
  mutating func add(measured columns: [String], _ key: String, of object: ObjectReader) {
    var start = object.value(key)?.position
    for name in columns {
      let leads = ["(", "(`", ","].map { (lead: $0, found: object.log.find($0 + name, from: start, lines: 1)) }
      if let (lead, found) = leads.first(where: { $0.found != nil }), let found {
        start = JSONPosition(line: found.line, character: found.character + lead.count)
      } else {
        start = object.log.find(name, from: start, lines: 1) ?? start
      }
      add(.column, name, at: start, object.log)
      start = Self.behind(name, start)
    }
  }

  /// Periods that are named themselves, by the spelling of machines: `label` tells them from columns.
  mutating func add(periods key: String, of object: ObjectReader) {
    for item in object.strings(key, allowsSingle: true) ?? [] {
      guard case .fixed(let period)? = PeriodReference(item.text) else { continue }
      add(.label, period.machineSpelling, at: item.position, object.log)
    }
  }

  /// Columns and values of conditions.
  mutating func add(conditions key: String, of object: ObjectReader) {
    let items: [JSONValue] =
      switch object.value(key)?.content {
      case .string?: object.value(key).map { [$0] } ?? []
      case .array(let items)?: items
      default: []
      }
    for item in items {
      guard case .string(let text) = item.content, let condition = try? Expressions.condition(text) else { continue }
      let column = object.log.position(of: condition.column, from: item.position)
      add(.column, condition.column, at: column, object.log)
      var start = Self.behind(condition.column, column)
      for value in condition.values {
        start = object.log.position(of: value, from: start)
        add(.value, value, at: start, object.log)
        start = Self.behind(value, start)
      }
    }
  }

  private static func behind(_ text: String, _ start: JSONPosition?) -> JSONPosition? {
    start.map { JSONPosition(line: $0.line, character: $0.character + text.count) }
  }
}
