import ShihyoModel

/// The keys of a schema that look at several columns of a record: primary key, unique keys, foreign keys.
struct KeyCheck: Sendable {
  private enum Kind: Sendable {
    case primary
    case unique
    case foreign(resource: String?, referenced: [String], keys: Set<KeyText>)
  }
  private struct Key: Sendable {
    let kind: Kind
    let names: [String]
    /// From 0.
    let columns: [Int]
    let isPersonal: Bool
    var seen = KeyIndex()
  }

  private var keys: [Key] = []
  private let headers: [String]

  /// - Parameters:
  ///   - columns: per column of the file; a key with a column that the file lacks is left out, since the header check says so.
  ///   - references: per foreign key of the schema the keys that exist; nil where they could not be read.
  init(_ schema: Schema, columns: [CheckedColumn], references: [Set<KeyText>?]) {
    headers = columns.map(\.column.name)
    add(.primary, schema.primaryKey, columns)
    for names in schema.uniqueKeys { add(.unique, names, columns) }
    for (key, existing) in zip(schema.foreignKeys, references) {
      guard let existing else { continue }
      add(.foreign(resource: key.resource, referenced: key.referencedFields, keys: existing), key.fields, columns)
    }
  }

  var isEmpty: Bool { keys.isEmpty }

  private mutating func add(_ kind: Kind, _ names: [String], _ columns: [CheckedColumn]) {
    let places = names.compactMap { name in
      columns.firstIndex { $0.column.field.map { Label($0.name) } == Label(name) }
    }
    guard !names.isEmpty, places.count == names.count else { return }
    let isPersonal = places.contains { columns[$0].column.field?.isPersonal == true }
    keys.append(Key(kind: kind, names: names, columns: places, isPersonal: isPersonal))
  }

  /// Findings of one record, without file and line.
  ///
  /// - Parameter parts: per column the value as keys compare it.
  mutating func findings(at stand: KeyIndex.Stand, sources: [String?], parts: [KeyPart]) -> [Finding] {
    keys.indices.compactMap { index in
      var text = KeyText()
      var shown: [String] = []
      for column in keys[index].columns {
        switch parts[column] {
        case .value(let value):
          text.append(value)
          shown.append(value)
        case .unreadable: return nil
        case .absent:
          guard case .primary = keys[index].kind else { return nil }
          return finding(CheckRule.keyEmpty(columns: keys[index].names), column, text: nil)
        }
      }
      let words = keys[index].isPersonal ? nil : shown.joined(separator: ", ")
      guard let rule = rule(index, text, stand, sources) else { return nil }
      return finding(rule, keys[index].columns[0], text: words)
    }
  }

  private mutating func rule(
    _ index: Int, _ text: KeyText, _ stand: KeyIndex.Stand, _ sources: [String?]
  ) -> CheckRule? {
    if case .foreign(let resource, let referenced, let existing) = keys[index].kind {
      guard !existing.contains(text) else { return nil }
      return .referenceMissing(columns: keys[index].names, resource: resource, referenced: referenced)
    }
    guard let first = keys[index].seen.add(text, at: stand) else { return nil }
    let file = first.source == stand.source ? nil : sources[first.source]
    return .keyDuplicate(columns: keys[index].names, line: first.line, file: file)
  }

  private func finding(_ rule: CheckRule, _ column: Int, text: String?) -> Finding {
    Finding(rule, at: Place(column: .field(number: column + 1, name: headers[column])), text: text)
  }
}
