/// One reading of one age label. Every bound is inclusive once it leaves here.
struct AgeParser {
  /// An age, or the ten ages of 30代.
  private struct Age {
    var lower: Int
    var upper: Int
    /// 歳 or 代 was written, so that a dash beside it is no minus.
    var hasUnit: Bool
  }

  private let label: String
  var scanner: LabelScanner

  init(_ label: String) {
    self.label = label
    scanner = LabelScanner(label)
  }

  /// A bracket, and where one follows in round brackets, that it says the same: 年少人口（15歳未満）.
  mutating func bracketAndQualifier() throws(AgeRule) -> AgeBracket {
    let bracket: AgeBracket
    if let group = namedGroup() { bracket = group } else { bracket = try self.bracket() }
    _ = scanner.take("人口")
    let rest = scanner.remaining
    guard rest.hasPrefix("("), rest.hasSuffix(")"), !rest.hasSuffix("(再掲)") else { return bracket }
    let qualifier = String(rest.dropFirst().dropLast())
    // Nested brackets cannot repeat a label, so one level is read and no deeper.
    guard !qualifier.contains("("), (try? AgeGrammar().read(qualifier)) == .bracket(bracket) else {
      throw .ambiguous(bracket, qualifier: qualifier)
    }
    scanner.skipToEnd()
    return bracket
  }

  private mutating func bracket() throws(AgeRule) -> AgeBracket {
    if let code = try sdmxCode() { return code }
    if scanner.take(oneOf: ["≧", "≥", "⩾", ">="]) != nil { return try make(try age().lower, nil) }
    if scanner.take(oneOf: ["≦", "≤", "⩽", "<="]) != nil { return try make(0, try age().upper) }
    if scanner.take(">") { return try make(try age().upper + 1, nil) }
    if scanner.take("<") { return try make(0, try age().lower - 1) }
    if let sign = scanner.takeRangeSign() {
      let end = try age()
      guard sign == .wave || end.hasUnit else { throw .notABracket(label) }
      return try make(0, upperBound(end))
    }
    return try bracket(from: try age())
  }

  private mutating func bracket(from start: Age) throws(AgeRule) -> AgeBracket {
    if scanner.take("以上") {
      guard scanner.seesDigit else { return try make(start.lower, nil) }
      let end = try age()  // 15歳以上65歳未満
      guard scanner.sees("未満") || scanner.sees("以下") else { throw .notABracket(label) }
      return try make(start.lower, upperBound(end))
    }
    if scanner.take("+") { return try make(start.lower, nil) }
    if scanner.take("超") { return try make(start.upper + 1, nil) }
    if scanner.sees("未満") || scanner.sees("以下") || scanner.sees("まで") { return try make(0, upperBound(start)) }
    if scanner.sees("月") { throw spreadsheetDate(start.lower) }
    guard let sign = scanner.takeRangeSign() else { return try make(start.lower, start.upper) }
    if scanner.isAtEnd || scanner.sees("(") || scanner.sees("人口") {
      guard sign == .wave || start.hasUnit else { throw .notABracket(label) }
      return try make(start.lower, nil)
    }
    let end = try age()
    // 30～50代 is the thirties to the fifties; 35～50代 means nothing.
    guard end.lower == end.upper || start.lower % 10 == 0 else { throw .notABracket(label) }
    return try make(start.lower, upperBound(end))
  }

  /// The last age that a label's end holds, after 未満, 以下 or まで.
  private mutating func upperBound(_ end: Age) -> Int {
    if scanner.take("未満") { return end.lower - 1 }
    _ = scanner.take("以下") || scanner.take("まで")
    return end.upper
  }

  private mutating func age() throws(AgeRule) -> Age {
    _ = scanner.take("満")
    guard let number = scanner.number() else { throw .notABracket(label) }
    guard number.value <= AgeGrammar.highestBound else { throw .implausible(number.value) }
    let hasYears = scanner.take("歳") || scanner.take("才")
    guard scanner.take("代") else { return Age(lower: number.value, upper: number.value, hasUnit: hasYears) }
    guard number.value % 10 == 0 else { throw .notABracket(label) }
    return Age(lower: number.value, upper: number.value + 9, hasUnit: true)
  }

  private func make(_ lower: Int, _ upper: Int?) throws(AgeRule) -> AgeBracket {
    if let bracket = AgeBracket(lower: lower, upper: upper) { return bracket }
    guard let upper, upper >= 0 else { throw .notABracket(label) }
    throw .reversed(lower, upper)
  }

  /// Y0T29, Y_GE60, Y_LT15, Y18.
  private mutating func sdmxCode() throws(AgeRule) -> AgeBracket? {
    if scanner.take("Y_GE") { return try make(try age().lower, nil) }
    if scanner.take("Y_LT") { return try make(0, try age().lower - 1) }
    guard scanner.take("Y") else { return nil }
    let start = try age()
    return try make(start.lower, scanner.take("T") ? try age().upper : start.upper)
  }

  private mutating func spreadsheetDate(_ month: Int) -> AgeRule {
    guard scanner.take("月"), let day = scanner.number(), scanner.take("日"), scanner.isAtEnd else {
      return .notABracket(label)
    }
    return .spreadsheetDate(month, day.value)
  }

  private mutating func namedGroup() -> AgeBracket? {
    Self.groups.first { scanner.take($0.name) }.flatMap { AgeBracket(lower: $0.lower, upper: $0.upper) }
  }

  /// Longer names before those that they begin with.
  private static let groups: [(name: String, lower: Int, upper: Int?)] = [
    ("生産年齢", 15, 64), ("年少", 0, 14), ("老年(高齢)", 65, nil), ("老年", 65, nil), ("前期高齢者", 65, 74),
    ("後期高齢者", 75, nil), ("高齢者", 65, nil), ("高齢", 65, nil),
  ]
}
