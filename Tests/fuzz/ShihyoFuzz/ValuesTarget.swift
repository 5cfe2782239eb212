import ShihyoDefinitions
import ShihyoModel
import ShihyoVerification

/// Every line as a number, a date, a bracket, an expression, a pattern, a printed figure: what is read must be spelled so that
/// it is read again.
enum ValuesTarget {
  private static let units = [nil, MeasureUnit(parsing: "千円"), MeasureUnit(parsing: "%")]
  private static let years: [Field.YearReading?] = [nil, .fiscal, .calendar]
  private static let formats: [String?] = [nil, "e-stat", "dashboard", "serial", "%Y/%m/%d", "%m%d%y"]

  static func run(_ input: [UInt8]) {
    guard let text = String(validating: input, as: UTF8.self) else { return }
    for piece in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(20) { line(String(piece)) }
  }

  private static func line(_ text: String) {
    numbers(text)
    times(text)
    if case .bracket(let bracket)? = try? AgeGrammar().read(text) {
      precondition(
        AgeBracket(code: bracket.code) == bracket, "an age bracket is not read as it is spelled: \(bracket.code)")
    }
    _ = try? BracketScheme(parsing: text).findings()
    _ = MeasureUnit(parsing: text)
    _ = TextPattern(text)?.matches("2025年9月30日")
    _ = TextPattern("[0-9]+年.*")?.matches(text)
    _ = LabelTemplate(text)
    if let id = try? FigureID(spelling: text) {
      precondition((try? FigureID(spelling: id.spelling)) == id, "a figure's id is not read as it is spelled")
    }
    _ = try? PrintedText(text)
    _ = try? Expressions.keys(text)
    _ = try? Expressions.condition(text)
    _ = try? Expressions.measure(text)
    _ = try? Expressions.ratio(text)
    _ = try? Expressions.signedSum(text)
    _ = try? Expressions.columnNames(text)
    let folded = TextFolding.fold(text)
    precondition(TextFolding.fold(folded).utf8.elementsEqual(folded.utf8), "folding twice is not folding once")
  }

  private static func numbers(_ text: String) {
    for unit in units {
      guard let cell = try? NumberGrammar(unit: unit).read(text), let value = cell.value else { continue }
      precondition(ExactDecimal(value.description) == value, "a number is not read as it is spelled: \(value)")
    }
    _ = NumberGrammar().adoptingUnit(of: text)
  }

  private static func times(_ text: String) {
    for year in years {
      for format in formats {
        let grammar = TimeGrammar(yearReading: year, dateOrder: .yearMonthDay, format: format)
        guard let read = try? grammar.read(text), case .period(let period) = read.value else { continue }
        let spelled = period.machineSpelling
        precondition(Period(machineSpelling: spelled) == period, "a period is not read as it is spelled: \(spelled)")
      }
    }
  }
}
