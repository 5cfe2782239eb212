public import ShihyoModel

extension Expressions {
  /// Measures with `+` and `-` between them.
  public static func signedSum(_ text: String) throws(Findings) -> SignedSum {
    try parse(text) { scanner throws(Finding) in try signedSum(&scanner) }
  }

  /// `KIND:NUM/DEN`, or `NAME=KIND:NUM/DEN`; without a kind the result has none, and the caller refuses it with the readings.
  public static func ratio(_ text: String) throws(Findings) -> RatioExpression {
    try parse(text) { scanner throws(Finding) in
      let name = try ratioName(&scanner)
      let kind = try kind(&scanner)
      let numerator = try side(&scanner)
      try scanner.expect("/", .slash)
      return RatioExpression(name: name, kind: kind, numerator: numerator, denominator: try side(&scanner))
    }
  }

  /// The name before `=`: plain, or in backticks where it holds one. What begins like a ratio has no name.
  private static func ratioName(_ scanner: inout ExpressionScanner) throws(Finding) -> String? {
    scanner.skipSpace()
    let start = scanner.index
    let word = scanner.word(at: start)
    let isKind = ExpressionRule.kindNames.contains(word.text) && !scanner.stands("=", at: word.end)
    let isMeasure =
      ExpressionRule.functionNames.contains(word.text)
      && (scanner.stands("(", at: word.end) || scanner.stands("/", at: word.end))
    var trial = scanner
    guard !isKind, !isMeasure, let name = try? trial.columnName(until: ["="]) else { return nil }
    trial.skipSpace()
    guard trial.next == "=" else { return nil }
    scanner = trial
    try scanner.expect("=", .colon)
    return name
  }

  private static func signedSum(_ scanner: inout ExpressionScanner) throws(Finding) -> SignedSum {
    var terms: [SignedSum.Term] = []
    scanner.skipSpace()
    var isNegative = scanner.take("-")
    if !isNegative { _ = scanner.take("+") }
    while true {
      terms.append(SignedSum.Term(try measure(&scanner), isNegative: isNegative))
      scanner.skipSpace()
      if scanner.take("+") {
        isNegative = false
      } else if scanner.take("-") {
        isNegative = true
      } else {
        return SignedSum(terms)
      }
    }
  }

  /// A numerator or denominator, which may stand in parentheses.
  private static func side(_ scanner: inout ExpressionScanner) throws(Finding) -> SignedSum {
    scanner.skipSpace()
    guard scanner.take("(") else { return try signedSum(&scanner) }
    let sum = try signedSum(&scanner)
    try scanner.expect(")", .closingParenthesis)
    return sum
  }

  private static func kind(_ scanner: inout ExpressionScanner) throws(Finding) -> RatioKind? {
    scanner.skipSpace()
    let start = scanner.index
    let word = scanner.word(at: start)
    if word.text == "rate", scanner.stands("(", at: word.end) {
      scanner.move(to: word.end)
      try scanner.expect("(", .columnName)
      let written = scanner.plainText(until: [")"])
      guard let base = ExactDecimal(written), base > .zero else {
        throw scanner.finding(.badBase(written), at: start)
      }
      try scanner.expect(")", .closingParenthesis)
      try scanner.expect(":", .colon)
      return .rate(base: base)
    }
    guard scanner.stands(":", at: word.end) else { return nil }
    let kind: RatioKind
    switch word.text {
    case "share": kind = .share
    case "multiple": kind = .multiple
    case "change": kind = .change
    case "rate": throw scanner.finding(.rateNeedsBase, at: start)
    default:
      let nearest = NearestName.find(word.text, in: ExpressionRule.kindNames)
      throw scanner.finding(.unknownKind(word.text, nearest: nearest), at: start)
    }
    scanner.move(to: word.end)
    try scanner.expect(":", .colon)
    return kind
  }
}
