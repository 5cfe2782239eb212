extension TableShape.Unpivot {
  /// What becomes of a column of the file.
  public enum Use: Hashable, Sendable {
    /// It stands in every record that its row gives.
    case kept
    /// A value under these keys; `value` is the place among `values`.
    case value(keys: [String], value: Int)
    /// The sum of the columns that have these keys; nil for a key means any.
    case total(keys: [String?], value: Int?)
  }

  /// - Parameter role: a column that is declared as key, note or ignored is never taken by a pattern.
  public func use(of name: String, role: Field.Role?) -> Use {
    switch columns {
    case .listed(let listed):
      if let column = Self.find(name, in: listed) { return .value(keys: column.keys, value: 0) }
    case .pattern(let pattern):
      guard role == nil || role == .measure else { return .kept }
      if let total = totalUse(of: name) { return total }
      guard let found = pattern.match(name, allowed: allowed) else { return .kept }
      return .value(keys: keys.map { text(of: $0, in: found) ?? "" }, value: valuePlace(in: found) ?? 0)
    }
    guard role == nil || role == .measure else { return .kept }
    return totalUse(of: name) ?? .kept
  }

  private func totalUse(of name: String) -> Use? {
    guard let found = total?.match(name, allowed: allowed) else { return nil }
    return .total(keys: keys.map { text(of: $0, in: found) }, value: valuePlace(in: found))
  }

  private static func find(_ name: String, in listed: [ListedColumn]) -> ListedColumn? {
    let folded = Label(TextFolding.fold(name))
    return listed.first { Label($0.name) == Label(name) } ?? listed.first { Label(TextFolding.fold($0.name)) == folded }
  }

  /// Folded labels that a part of the pattern may be; nil allows any.
  package func allowed(_ name: String) -> [String]? {
    if name == Self.valuePlaceholder { return values.map { TextFolding.fold($0.name) } }
    let key = keys.first { Label($0.field.name) == Label(name) }
    return key?.labels?.map { TextFolding.fold($0.header) }
  }

  private func text(of key: Key, in found: [String: String]) -> String? {
    guard let captured = found[key.field.name] else { return nil }
    guard let labels = key.labels else { return captured }
    return labels.first { Label(TextFolding.fold($0.header)) == Label(captured) }?.key
  }

  private func valuePlace(in found: [String: String]) -> Int? {
    guard let captured = found[Self.valuePlaceholder] else { return values.count == 1 ? 0 : nil }
    return values.firstIndex { Label(TextFolding.fold($0.name)) == Label(captured) }
  }
}

extension TableShape {
  /// The columns of the records, out of those of the file: what is kept, then keys, values, constants and the month.
  ///
  /// A key of the file's rows becomes one of the records by adding the keys that columns became.
  public func recordSchema(_ schema: Schema) -> Schema {
    var result = schema
    let added = (unpivot?.keys.map(\.field) ?? []) + (unpivot?.values ?? [])
    result.fields = schema.fields.filter { field in
      unpivot.map { $0.use(of: field.name, role: field.role) == .kept } ?? true
    }
    if let keys = unpivot?.keys.map(\.field.name) {
      for index in result.fields.indices where result.fields[index].constraints.unique {
        result.fields[index].constraints.unique = false
        result.uniqueKeys.append([result.fields[index].name])
      }
      if !result.primaryKey.isEmpty { result.primaryKey += keys }
      result.uniqueKeys = result.uniqueKeys.map { $0 + keys }
    }
    result.fields += added + constants.map(\.field)
    if let yearMonth { result.fields.append(yearMonth.field) }
    return result
  }
}
