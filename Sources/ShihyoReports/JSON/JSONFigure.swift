import ShihyoModel

/// A figure in the shape that `JSONRenderer` documents.
enum JSONFigure {
  static func value(_ figure: Figure) -> JSONValue {
    let spelled: JSONValue
    switch figure.value {
    case .absent, .undefined: spelled = .null
    case .exact, .decimal, .approximate, .text, .date: spelled = .string(figure.machineSpelling)
    }
    var members: [(name: String, value: JSONValue)] = []
    if let id = figure.id { members.append(("id", .string(id.spelling))) }
    members.append(("kind", .string(figure.kind.rawValue)))
    members.append(("value", spelled))
    members.append(("printed", .object(Language.allCases.map { ($0.rawValue, .string(figure.text($0))) })))
    if let unit = figure.unit { members.append(("unit", .string(unit))) }
    // A hidden figure shows nothing that it is made of.
    if figure.value != .absent(.suppressed) {
      if let numerator = figure.numerator { members.append(("numerator", .string(numerator.description))) }
      if let denominator = figure.denominator { members.append(("denominator", .string(denominator.description))) }
      if let n = figure.n { members.append(("n", .integer(n))) }
    }
    if let digits = figure.digits { members.append(("digits", .integer(digits))) }
    if figure.rounding != .halfUp { members.append(("rounding", .string(figure.rounding.rawValue))) }
    let marks = figure.markSpellings
    if !marks.isEmpty { members.append(("marks", .array(marks.map { .string($0) }))) }
    if case .undefined(let why) = figure.value { members.append(("why", text(why))) }
    if let definition = figure.definition { members.append(("definition", text(definition))) }
    return .object(members)
  }

  static func text(_ text: Bilingual?) -> JSONValue {
    guard let text else { return .null }
    return .object([("ja", .string(text.ja)), ("en", .string(text.en))])
  }

  static func texts(_ texts: [Bilingual]) -> JSONValue { .array(texts.map { text($0) }) }
}
