import ShihyoDefinitions
import ShihyoModel

/// Reads the column `compared-with`: clauses with `;` between, each a value, an equation or a check.
///
///     metric(kitakyushu-requests.requests.community)        sum(a, b, c)      a <= b
///     query(kitakyushu-issue-ranks, count, ランク=3)          share(a, b)       part(whole, unclear=分母の記載なし)
///
/// - Errors: the first thing of a clause that does not fit.
enum ClauseParser {
  static func read(_ text: String) throws(RelationRule) -> [Clause] {
    guard !TextFolding.isBlank(text) else { return [] }
    var clauses: [Clause] = []
    for piece in try pieces(text, separator: ";") {
      let trimmed = TextFolding.isBlank(piece) ? "" : trim(piece)
      guard !trimmed.isEmpty else { continue }
      clauses.append(try clause(trimmed))
    }
    return clauses
  }

  private static func clause(_ text: String) throws(RelationRule) -> Clause {
    for sign in ["<=", "≦", "≤"] {
      guard let (left, right) = try split(text, at: sign) else { continue }
      return Clause(content: .atMost(try value(left), try value(right)), text: text)
    }
    if let (left, right) = try split(text, at: "=") {
      if head(left) == "list" || head(right) == "list" {
        return Clause(content: .lists(try list(left), try list(right)), text: text)
      }
      return Clause(content: .equal(try value(left), try value(right)), text: text)
    }
    guard let call = try Call(text) else { return Clause(content: .value(try value(text)), text: text) }
    var arguments = call.arguments
    if call.name == "unclear" {
      guard (2...3).contains(arguments.count) else {
        throw .wrongArguments("unclear", example: "unclear(a = b, 定義の記載なし, no definition is given)")
      }
      var inner = try clause(arguments[0])
      let english = arguments.count > 2 ? unquoted(arguments[2]) : nil
      (inner.unclear, inner.text) = (why(unquoted(arguments[1]), english), text)
      return inner
    }
    let unclear = takeOption("unclear", from: &arguments)
    let english = takeOption("unclear-en", from: &arguments)
    let n = takeOption("n", from: &arguments)
    let content = try self.content(Call(name: call.name, arguments: arguments), n: n, text: text)
    return Clause(content: content, unclear: unclear.map { why($0, english) }, text: text)
  }

  /// The words of the file; without English ones an English reader is shown whose words they are.
  private static func why(_ japanese: String, _ english: String?) -> Bilingual {
    let isEnglish = japanese.unicodeScalars.allSatisfy(\.isASCII)
    return Bilingual(
      ja: japanese, en: english ?? (isEnglish ? japanese : "left open by the documents (“\(japanese)”)"))
  }

  private static func content(_ call: Call, n: String?, text: String) throws(RelationRule) -> Clause.Content {
    let arguments = call.arguments
    switch call.name {
    case "part":
      guard (1...2).contains(arguments.count) else { throw .wrongArguments("part", example: "part(budget.general)") }
      if arguments.count == 1 { return .part(nil, of: try value(arguments[0])) }
      return .part(try value(arguments[0]), of: try value(arguments[1]))
    case "shares":
      guard !arguments.isEmpty else { throw .wrongArguments("shares", example: "shares(a, b, c)") }
      return .shares(try values(arguments), n: try n.map { (text) throws(RelationRule) in try value(text) })
    case "percentage-of", "mean-of":
      guard arguments.count == 1 else { throw .wrongArguments(call.name, example: "\(call.name)(299)") }
      return .possible(isMean: call.name == "mean-of", n: try value(arguments[0]))
    case "spelling": return .spelling(try listArguments(arguments, text))
    case "sequence": return .sequence(try listArguments(arguments, text))
    case "brackets":
      guard !arguments.isEmpty else { throw .wrongArguments("brackets", example: "brackets(29歳以下, 30～59歳, 60歳以上)") }
      if head(arguments[0]) == "list" { return .brackets([], try list(arguments[0])) }
      return .brackets(arguments.map(unquoted), nil)
    default: return .value(try value(text))
    }
  }

  // MARK: Values

  static func value(_ text: String) throws(RelationRule) -> ComparedValue {
    let text = trim(text)
    if let literal = literal(text) { return .number(literal) }
    guard let call = try Call(text) else { return try reference(text) }
    var arguments = call.arguments
    _ = takeOption("unclear", from: &arguments)
    _ = takeOption("unclear-en", from: &arguments)
    switch call.name {
    case "copy":
      guard arguments.count == 1, case .data(var data) = try value(arguments[0]) else {
        throw .wrongArguments("copy", example: "copy(metric(dataset.metric))")
      }
      data.isCopy = true
      return .data(data)
    case "metric":
      guard let name = arguments.first.map(unquoted), name.contains(".") else {
        throw .wrongArguments("metric", example: "metric(kitakyushu-issue-ranks.issues.all)")
      }
      let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
      return .data(
        DataReference(
          source: .metric(parts[0], period: parts.count > 1 ? parts[1] : nil),
          conditions: try conditions(arguments.dropFirst()), text: text))
    case "query":
      guard arguments.count >= 2 else {
        throw .wrongArguments("query", example: "query(kitakyushu-issue-ranks, count, ランク=3)")
      }
      return .data(
        DataReference(
          source: .measure(unquoted(arguments[1]), of: unquoted(arguments[0])),
          conditions: try conditions(arguments.dropFirst(2)), text: text))
    default: break
    }
    guard let function = ComparedFunction(rawValue: call.name) else {
      let names = ComparedFunction.allCases.map(\.rawValue) + others
      throw .unknownFunction(call.name, nearest: NearestName.find(call.name, in: names))
    }
    return .call(function, try self.arguments(function, arguments))
  }

  private static let others = [
    "metric", "query", "copy", "list", "part", "shares", "percentage-of", "mean-of", "spelling", "sequence", "brackets",
    "unclear",
  ]

  private static func arguments(_ function: ComparedFunction, _ texts: [String]) throws(RelationRule) -> [ComparedValue]
  {
    let example: String?
    switch function {
    case .sum: example = texts.isEmpty ? "sum(a, b)" : nil
    case .difference, .share, .multiple, .change, .ratio, .years:
      example = texts.count == 2 ? nil : "\(function.rawValue)(a, b)"
    case .rate: example = (2...3).contains(texts.count) ? nil : "rate(a, b)"
    case .roundedShares: example = texts.count >= 2 ? nil : "rounded-shares(1, a, b, c)"
    case .weekday: example = texts.count == 1 ? nil : "weekday(令和7年11月28日)"
    }
    if let example { throw .wrongArguments(function.rawValue, example: example) }
    guard function == .years || function == .weekday else { return try values(texts) }
    var found: [ComparedValue] = []
    for text in texts {
      if let time = try? TimeGrammar(yearReading: .fiscal).read(unquoted(text)).value {
        found.append(.time(time))
      } else {
        found.append(try reference(text))
      }
    }
    return found
  }

  private static func values(_ texts: [String]) throws(RelationRule) -> [ComparedValue] {
    var found: [ComparedValue] = []
    for text in texts { found.append(try value(text)) }
    return found
  }

  /// `5`, `99.9`, `12%`: digits and nothing but a unit sign behind them.
  private static func literal(_ text: String) -> PrintedNumber? {
    let folded = TextFolding.fold(text)
    guard let first = folded.unicodeScalars.first, ("0"..."9").contains(first) || first == "-",
      folded.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) || ",.-%".unicodeScalars.contains($0) })
    else { return nil }
    return (try? PrintedText(folded))?.main
  }

  /// `npo.willing[2]`
  private static func reference(_ text: String) throws(RelationRule) -> ComparedValue {
    let text = trim(text)
    let wrong = RelationRule.unreadable(
      text, expected: Bilingual(ja: "既公表値の番号か、関数を書きます", en: "an id or a function is expected"))
    guard !text.isEmpty, !text.contains(where: { "()\"=;".contains($0) }) else { throw wrong }
    guard text.hasSuffix("]"), let open = text.lastIndex(of: "[") else { return .reference(text, index: nil) }
    guard let index = Int(text[text.index(after: open)..<text.index(before: text.endIndex)]), index > 0 else {
      throw wrong
    }
    return .reference(trim(String(text[..<open])), index: index)
  }

  // MARK: Lists and conditions

  private static func list(_ text: String) throws(RelationRule) -> ListReference {
    guard let call = try Call(trim(text)), call.name == "list" else {
      throw .unreadable(text, expected: Bilingual(ja: "list(データセット, 列) を書きます", en: "list(dataset, column) is expected"))
    }
    return try listArguments(call.arguments, trim(text))
  }

  private static func listArguments(_ arguments: [String], _ text: String) throws(RelationRule) -> ListReference {
    guard arguments.count >= 2 else { throw .wrongArguments("list", example: "list(dataset, 番号+課題名, 局名=門司)") }
    let columns = try pieces(arguments[1], separator: "+").map { piece -> ListReference.Column in
      let name = trim(piece)
      let takesDigits = name.hasSuffix(":digits")
      let bare = takesDigits ? String(name.dropLast(7)) : name
      return ListReference.Column(name: (try? Expressions.columnName(bare)) ?? bare, takesDigits: takesDigits)
    }
    return ListReference(
      input: unquoted(arguments[0]), columns: columns, conditions: try conditions(arguments.dropFirst(2)), text: text)
  }

  private static func conditions(_ texts: ArraySlice<String>) throws(RelationRule) -> [Condition] {
    var found: [Condition] = []
    for text in texts {
      do throws(Findings) { found.append(try Expressions.condition(unquoted(text))) } catch {
        throw .badCondition(text, error.findings.first?.message ?? Bilingual(ja: "", en: ""))
      }
    }
    return found
  }
}
