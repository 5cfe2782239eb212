import ShihyoModel

/// Compiling the keys of a query.
extension EnginePlan {
  mutating func keyPlace(_ key: GroupKey) -> Int? {
    if let known = keyPlaces[key] { return known }
    guard let source = keySource(key), let form = keyForm(key, of: source) else { return nil }
    keys.append(KeyPlan(source: source, form: form))
    keyPlaces[key] = keys.count - 1
    return keys.count - 1
  }

  private mutating func keySource(_ key: GroupKey) -> KeyPlan.Source? {
    switch key.source {
    case .column(let name): return column(name).map(KeyPlan.Source.single)
    case .split(let name, let separator):
      guard let column = column(name) else { return nil }
      if separator.isEmpty {
        findings.append(Finding(QueryRule.emptySeparator(column: column.name)))
        return nil
      }
      return .split(column, separator: separator)
    case .options(let names):
      if names.isEmpty { findings.append(Finding(QueryRule.noOptions)) }
      let options = names.compactMap { name in column(name) }
      return options.count == names.count && !names.isEmpty ? .options(options) : nil
    }
  }

  private mutating func keyForm(_ key: GroupKey, of source: KeyPlan.Source) -> KeyPlan.Form? {
    let column: TouchedColumn
    switch source {
    case .single(let single): column = single
    case .split(let split, _): column = split
    case .options: return .text
    }
    let type = column.field?.type.rawValue ?? Field.ValueType.any.rawValue
    switch key.form {
    case .text: return .text
    case .brackets(let scheme):
      check(scheme)
      return .brackets(scheme)
    case .number:
      if [.text, .boolean, .time, .ageBracket].contains(column.kind) {
        findings.append(Finding(QueryRule.notAMeasure(column: column.name, type: type)))
        return nil
      }
      return .number
    case .period(let grain):
      if [.text, .boolean, .ageBracket].contains(column.kind) {
        findings.append(Finding(QueryRule.notADateColumn(column: column.name, type: type)))
        return nil
      }
      return .period(grain)
    case .value:
      switch column.kind {
      case .undeclared: return .value
      case .number: return .number
      case .time: return [.date, .datetime].contains(column.field?.type) ? .period(.day) : .text
      case .text, .boolean, .ageBracket: return .text
      }
    }
  }

  /// Overlapping brackets count somebody twice and are refused; gaps are told.
  private mutating func check(_ scheme: BracketScheme) {
    for rule in scheme.findings() {
      let finding = Finding(rule, text: scheme.spelling)
      if rule.severity == .error { findings.append(finding) } else { warnings.append(finding) }
    }
  }
}
