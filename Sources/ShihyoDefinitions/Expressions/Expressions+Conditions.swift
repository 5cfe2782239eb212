public import ShihyoModel

extension Expressions {
  /// `列=値|値`, `列:grain>=値` and so on; `\|` is a bar that belongs to a value. Values keep their spaces.
  public static func condition(_ text: String) throws(Findings) -> Condition {
    try parse(text) { scanner throws(Finding) in
      let column = try conditionColumn(&scanner)
      scanner.skipSpace()
      let grain = scanner.take(":") ? try grain(&scanner) : nil
      scanner.skipSpace()
      let start = scanner.index
      guard let comparison = comparisons.first(where: { scanner.take($0.rawValue) }) else {
        throw scanner.finding(.expected(.comparison))
      }
      if comparison == .equal, scanner.next == "=" { throw scanner.finding(.doubledEquals) }
      let values = self.values(scanner.rest())
      switch comparison {
      case .equal, .notEqual: break
      case .less, .lessOrEqual, .greater, .greaterOrEqual:
        guard values.count == 1 else {
          throw scanner.finding(.oneValueOnly(comparison: comparison.rawValue), at: start)
        }
        fallthrough
      case .contains:
        guard values.allSatisfy({ !$0.isEmpty }) else {
          throw scanner.finding(.missingValue(comparison: comparison.rawValue), at: start)
        }
      }
      return Condition(column: column, grain: grain, comparison: comparison, values: values)
    }
  }

  /// Longer spellings first.
  private static let comparisons: [Condition.Comparison] = [
    .notEqual, .lessOrEqual, .greaterOrEqual, .equal, .less, .greater, .contains,
  ]

  /// A plain name ends at a comparison or a colon; `!` ends it only before `=`.
  private static func conditionColumn(_ scanner: inout ExpressionScanner) throws(Finding) -> String {
    scanner.skipSpace()
    let start = scanner.index
    if scanner.next == "`" { return try scanner.columnName(until: []) }
    let stops: Set<Unicode.Scalar> = ["=", "<", ">", "~", ":", "!"]
    _ = scanner.plainText(until: stops)
    while scanner.next == "!", !scanner.stands("=", at: scanner.index + 1) {
      scanner.move(to: scanner.index + 1)
      _ = scanner.plainText(until: stops)
    }
    let name = scanner.slice(start, scanner.index)
    guard !name.isEmpty else { throw scanner.finding(.expected(.columnName), at: start) }
    return name
  }

  private static func values(_ text: String) -> [String] {
    var values: [String] = []
    var value = String.UnicodeScalarView()
    var escaped = false
    for scalar in text.unicodeScalars {
      if escaped {
        if scalar != "|" { value.append("\\") }
        if scalar == "\\" { continue }
        value.append(scalar)
        escaped = false
      } else if scalar == "\\" {
        escaped = true
      } else if scalar == "|" {
        values.append(String(value))
        value = String.UnicodeScalarView()
      } else {
        value.append(scalar)
      }
    }
    if escaped { value.append("\\") }
    values.append(String(value))
    return values
  }
}
