extension Query {
  /// Names of the columns that it reads, each once, in the order of keys, conditions, amounts.
  public var columnNames: [String] {
    var names: [String] = []
    func add(_ name: String) { if !names.contains(name) { names.append(name) } }
    for key in keys {
      switch key.source {
      case .column(let name), .split(let name, _): add(name)
      case .options(let columns): columns.forEach(add)
      }
    }
    filter.forEach { add($0.column) }
    aggregates.compactMap(\.column).forEach(add)
    return names
  }
}
