import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel

/// The layout keys of a drafted resource.
struct DraftLayout {
  private typealias Value = ShihyoDefinitions.JSONValue
  private typealias Member = ShihyoDefinitions.JSONMember

  let layout: LayoutGuess
  /// Notes of a column, for those that become values.
  let columns: [ColumnProfile]

  var members: [ShihyoDefinitions.JSONMember] {
    let shape = layout.shape
    var members: [Member] = []
    if !layout.signs.isEmpty {
      let zero = layout.nilIsZero ? [Member("nil", "zero")] : []
      members.append(Member("signs", object(layout.signs.map { Member($0.mark, text($0.reason.name)) } + zero)))
    }
    switch shape.noteRows {
    case .starting(let texts): members.append(Member("note-rows", list(texts)))
    case .count(let count): members.append(Member("note-rows", Value(.number("\(count)"))))
    case nil: break
    }
    if shape.skipsEmptyRows { members.append(Member("empty-rows", "skip")) }
    if !shape.blankDown.isEmpty { members.append(Member("blank-down", list(shape.blankDown))) }
    if let unpivot = shape.unpivot { members.append(Member("unpivot", value(unpivot))) }
    if !shape.subtotals.isEmpty {
      members.append(Member("subtotals", Value(.array(shape.subtotals.map(value)))))
    }
    if !shape.constants.isEmpty {
      members.append(Member("constants", Value(.array(shape.constants.map(value)))))
    }
    if let months = shape.yearMonth {
      members.append(
        Member(
          "year-month",
          object([
            Member("name", text(months.field.name)), Member("year-from", text(months.year)),
            Member("month-from", text(months.month)),
          ])))
    }
    if let periods = shape.periods {
      let by = periods.by.map { [Member("by", list($0))] } ?? []
      members.append(Member("periods", object([Member("column", text(periods.column))] + by)))
    }
    return members
  }

  private func value(_ unpivot: TableShape.Unpivot) -> Value {
    var members: [Member] = []
    switch unpivot.columns {
    case .pattern(let pattern): members.append(Member("columns", text(pattern.spelling)))
    case .listed(let listed):
      members.append(Member("columns", object(listed.map { Member($0.name, list($0.keys)) })))
    }
    let keys = unpivot.keys.map { key in
      let field = own(key.field)
      guard let labels = key.labels else { return object(field) }
      let isSame = labels.allSatisfy { Label($0.header) == Label($0.key) }
      let value = isSame ? list(labels.map(\.header)) : object(labels.map { Member($0.header, text($0.key)) })
      return object(field + [Member("labels", value)])
    }
    members.append(Member("keys", Value(.array(keys))))
    members.append(Member("values", Value(.array(unpivot.values.map { object(own($0)) }))))
    if let total = unpivot.total { members.append(Member("total", text(total.spelling))) }
    return object(members)
  }

  private func value(_ subtotal: TableShape.Subtotal) -> Value {
    var members: [Member] = []
    switch subtotal.match {
    case .labels(let column, let labels): members += [Member("column", text(column)), Member("labels", list(labels))]
    case .pattern(let column, let pattern):
      members += [Member("column", text(column)), Member("pattern", text(pattern.spelling))]
    case .conditions(let conditions):
      let texts = conditions.map { condition in
        let values = condition.values.map {
          $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        }
        return Expressions.spell(condition.column) + condition.comparison.rawValue + values.joined(separator: "|")
      }
      members.append(Member("where", list(texts)))
    }
    if !subtotal.by.isEmpty { members.append(Member("by", list(subtotal.by))) }
    if subtotal.parts != .all { members.append(Member("parts", text(subtotal.parts.rawValue))) }
    if let columns = subtotal.columns { members.append(Member("columns", list(columns))) }
    return object(members)
  }

  private func value(_ constant: TableShape.Constant) -> Value {
    var members = own(constant.field)
    switch constant.source {
    case .value(let value): members.append(Member("value", text(value)))
    case .fileName(let template): members.append(Member("path", text(template.spelling)))
    case .files(let files): members.append(Member("values", object(files.map { Member($0.path, text($0.value)) })))
    }
    return object(members)
  }

  /// A column that the file does not have: all its keys in one object.
  private func own(_ field: Field) -> [Member] {
    var members = [Member("name", text(field.name)), Member("type", text(field.type.rawValue))]
    if field.role == .measure { members.append(Member("role", "measure")) }
    if let year = field.yearReading { members.append(Member("year", text(year.rawValue))) }
    if let unit = field.unit { members.append(Member("unit", text(unit.symbol))) }
    if let additivity = field.additivity { members.append(Member("additivity", text(additivity.rawValue))) }
    return members
  }

  private func text(_ text: String) -> Value { Value(.string(text)) }
  private func list(_ texts: [String]) -> Value { Value(.array(texts.map { Value(.string($0)) })) }
  private func object(_ members: [Member]) -> Value { Value(.object(members)) }
}
