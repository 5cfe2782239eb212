public import ShihyoModel

extension Expressions {
  /// One number per group: a primitive, mean, median, quantile or distinct.
  public static func measure(_ text: String) throws(Findings) -> Measure {
    try parse(text) { scanner throws(Finding) in try measure(&scanner) }
  }

  /// A primitive of the engine only.
  public static func aggregate(_ text: String) throws(Findings) -> Aggregate {
    let measure = try measure(text)
    guard case .primitive(let aggregate) = measure else {
      throw Findings([ExpressionScanner(text).finding(.notAPrimitive(measure.machineName))], kind: .usage)
    }
    return aggregate
  }

  /// `0.25:COLUMN`, as the option `--quantile` takes it.
  public static func quantile(_ text: String) throws(Findings) -> Measure {
    try parse(text) { scanner throws(Finding) in
      let probability = try probability(&scanner, until: ":")
      guard scanner.take(":") else { throw scanner.finding(.expected(.columnName)) }
      return .quantile(probability: probability, column: try scanner.columnName(until: []))
    }
  }

  static func measure(_ scanner: inout ExpressionScanner) throws(Finding) -> Measure {
    scanner.skipSpace()
    let start = scanner.index
    let word = scanner.word(at: start)
    guard !word.text.isEmpty else { throw scanner.finding(.expected(.aggregate)) }
    // A minus belongs to the sum, not to the word: `count-sum(a)`.
    let name = String(word.text.unicodeScalars.prefix { $0 != "-" })
    guard ExpressionRule.functionNames.contains(name) else {
      let nearest = NearestName.find(name, in: ExpressionRule.functionNames)
      throw scanner.finding(.unknownFunction(name, nearest: nearest), at: start)
    }
    scanner.move(to: start + name.unicodeScalars.count)
    guard scanner.stands("(", at: scanner.index) else {
      guard name == "count" else { throw scanner.finding(.expected(.columnName)) }
      return .count
    }
    try scanner.expect("(", .columnName)
    var probability = ExactDecimal.zero
    if name == "quantile" {
      probability = try self.probability(&scanner, until: ",")
      try scanner.expect(",", .comma)
    }
    let column = try scanner.columnName(until: [")"], refusing: ["(", ",", "`"])
    try scanner.expect(")", .closingParenthesis)
    return switch name {
    case "count": .primitive(.countValues(column))
    case "sum": .primitive(.sum(column))
    case "min": .primitive(.min(column))
    case "max": .primitive(.max(column))
    case "mean": .mean(column)
    case "median": .median(column)
    case "distinct": .distinct(column)
    default: .quantile(probability: probability, column: column)
    }
  }

  private static func probability(
    _ scanner: inout ExpressionScanner, until stop: Unicode.Scalar
  ) throws(Finding) -> ExactDecimal {
    scanner.skipSpace()
    let start = scanner.index
    let written = scanner.plainText(until: [stop, ")"])
    guard let probability = ExactDecimal(written), probability >= .zero, probability <= ExactDecimal(1) else {
      throw scanner.finding(.badProbability(written), at: start)
    }
    return probability
  }
}
