import ShihyoModel

/// How one key of a query is read from a record: compiled once, before any record.
struct KeyPlan: Sendable {
  enum Form: Hashable, Sendable {
    case text
    case number
    case period(Grain)
    case brackets(BracketScheme)
    /// Undeclared: kept as text and, until a cell is no number, as number.
    case value
  }
  enum Source: Sendable {
    case single(TouchedColumn)
    case split(TouchedColumn, separator: String)
    case options([TouchedColumn])
  }

  let source: Source
  let form: Form

  /// Values of a measure, to be folded into a quantile or a distinct count.
  var isMeasure: Bool { form == .number || form == .value }

  /// Whether every text that is not empty is a label as it stands.
  func takesAnyText(of column: TouchedColumn) -> Bool { form == .text && column.field == nil }

  /// What a cell, or one answer of it, says under this key.
  func read(
    _ text: String, in column: TouchedColumn, units: inout OwnUnits, at place: @autoclosure () -> Place,
    warnings: inout [Finding]
  ) -> Reading<KeyValue> {
    switch form {
    case .text: column.text(text, warnings: &warnings).map(KeyValue.text)
    case .value: column.reason(of: text).map { .absent($0) } ?? .value(.text(Label(text)))
    case .number:
      switch column.measure(text, units: &units, at: place(), warnings: &warnings) {
      case .absent(let reason): .absent(reason)
      case .refused(let finding): .refused(finding)
      case .value(let cell):
        switch cell.content {
        case .value(let number): .value(.number(number))
        case .absent(let reason): .absent(reason)
        }
      }
    case .period(let grain): column.period(text, grain: grain, warnings: &warnings).map(KeyValue.period)
    case .brackets(let scheme): column.age(text, scheme: scheme).map(KeyValue.age)
    }
  }

  /// The reading as number of an undeclared text, for the form `value`.
  func numericReading(
    _ text: String, in column: TouchedColumn, units: inout OwnUnits, at place: @autoclosure () -> Place
  ) -> KeyDictionary.NumericReading? {
    guard form == .value else { return nil }
    var unheard: [Finding] = []
    switch column.measure(text, units: &units, at: place(), warnings: &unheard) {
    case .absent(let reason): return .absent(reason)
    case .refused: return .notANumber
    case .value(let cell):
      switch cell.content {
      case .value(let number): return .number(number)
      case .absent(let reason): return .absent(reason)
      }
    }
  }

  /// Whether an option column is ticked.
  ///
  /// A declared boolean says so itself. Any other cell is ticked if something stands in it that is neither 0, － nor another mark
  /// of «no such case», × nor a missing value: 1, ○, ✓, TRUE and the text of the answer all count.
  static func isTicked(_ text: String, in column: TouchedColumn) -> Reading<Bool> {
    if column.kind == .boolean { return column.boolean(text) }
    if column.reason(of: text) != nil { return .value(false) }
    let folded = TextFolding.fold(text)
    let unticked = ["", "0", "-", "－", "−", "―", "‐", "×", "✕", "✗", "false", "FALSE", "False"]
    return .value(!unticked.contains { Label($0) == Label(folded) })
  }
}
