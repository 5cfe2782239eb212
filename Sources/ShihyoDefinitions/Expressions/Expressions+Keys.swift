public import ShihyoModel

extension Expressions {
  /// Group keys in the order written.
  public static func keys(_ text: String) throws(Findings) -> [GroupKey] {
    try parse(text) { scanner throws(Finding) in
      var keys: [GroupKey] = []
      repeat {
        keys.append(try key(&scanner))
        scanner.skipSpace()
        if let here = scanner.next, here != "," { throw scanner.finding(.expected(.comma)) }
      } while scanner.take(",")
      return keys
    }
  }

  private static let argumentStops: Set<Unicode.Scalar> = [",", ")"]

  private static func key(_ scanner: inout ExpressionScanner) throws(Finding) -> GroupKey {
    scanner.skipSpace()
    let word = scanner.word(at: scanner.index)
    if scanner.stands("(", at: word.end), word.text == "split" || word.text == "options" {
      scanner.move(to: word.end)
      try scanner.expect("(", .columnName)
      let source = word.text == "split" ? try split(&scanner) : try options(&scanner)
      return GroupKey(source)
    }
    let column = try scanner.columnName(until: [",", ":"], refusing: ["(", ")", "`"])
    return GroupKey(column: column, form: try form(&scanner))
  }

  private static func split(_ scanner: inout ExpressionScanner) throws(Finding) -> GroupKey.Source {
    let column = try scanner.columnName(until: argumentStops, refusing: ["(", "`"])
    try scanner.expect(",", .comma)
    let separator = try scanner.separator()
    try scanner.expect(")", .closingParenthesis)
    return .split(column: column, separator: separator)
  }

  private static func options(_ scanner: inout ExpressionScanner) throws(Finding) -> GroupKey.Source {
    var columns: [String] = []
    repeat {
      columns.append(try scanner.columnName(until: argumentStops, refusing: ["(", "`"]))
      scanner.skipSpace()
    } while scanner.take(",")
    try scanner.expect(")", .closingParenthesis)
    return .options(columns: columns)
  }

  private static func form(_ scanner: inout ExpressionScanner) throws(Finding) -> GroupKey.Form {
    scanner.skipSpace()
    guard scanner.take(":") else { return .text }
    scanner.skipSpace()
    let word = scanner.word(at: scanner.index)
    if word.text == "brackets", scanner.stands("(", at: word.end) {
      scanner.move(to: word.end)
      try scanner.expect("(", .columnName)
      let start = scanner.index
      let written = scanner.plainText(until: [")"])
      let scheme: BracketScheme
      do {
        scheme = try BracketScheme(parsing: written)
      } catch {
        throw Finding(error, at: Place(column: .character(start + 1)), text: scanner.text)
      }
      try scanner.expect(")", .closingParenthesis)
      return .brackets(scheme)
    }
    return .period(try grain(&scanner))
  }

  /// A grain after the colon.
  static func grain(_ scanner: inout ExpressionScanner) throws(Finding) -> Grain {
    scanner.skipSpace()
    let start = scanner.index
    let word = scanner.word(at: start)
    guard !word.text.isEmpty else { throw scanner.finding(.expected(.grain)) }
    guard let grain = Grain(word: word.text) else {
      let nearest = NearestName.find(word.text, in: Grain.allCases.map(\.rawValue) + Grain.allCases.map(\.word))
      throw scanner.finding(.unknownGrain(word.text, nearest: nearest), at: start)
    }
    scanner.move(to: word.end)
    return grain
  }
}
