import ShihyoModel

/// How the text of a clause falls into pieces: nothing is cut inside parentheses, quotes or backticks.
extension ClauseParser {
  /// `name(a, b)`; nil for a text that does not end with a parenthesis opened by a name.
  struct Call {
    var name: String
    var arguments: [String]

    init(name: String, arguments: [String]) {
      self.name = name
      self.arguments = arguments
    }

    init?(_ text: String) throws(RelationRule) {
      guard let open = text.firstIndex(of: "(") else { return nil }
      let name = String(text[..<open])
      guard !name.isEmpty, name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D }) else { return nil }
      guard text.hasSuffix(")") else {
        throw .unreadable(text, expected: Bilingual(ja: "最後の「)」がありません", en: "it should end with a parenthesis"))
      }
      let inside = String(text[text.index(after: open)...].dropLast())
      self.name = name
      arguments = []
      for piece in try ClauseParser.pieces(inside, separator: ",") { arguments.append(ClauseParser.trim(piece)) }
      if arguments == [""] { arguments = [] }
    }
  }

  static func head(_ text: String) -> String? {
    let text = trim(text)
    return text.firstIndex(of: "(").map { String(text[..<$0]) }
  }

  static func pieces(_ text: String, separator: Character) throws(RelationRule) -> [String] {
    var pieces = [""]
    var scan = Nesting()
    for character in text {
      if scan.isOutside, character == separator {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
      }
      scan.pass(character)
    }
    try scan.checkEnd(text)
    return pieces
  }

  /// The two sides of the first `sign` outside parentheses.
  static func split(_ text: String, at sign: String) throws(RelationRule) -> (String, String)? {
    var scan = Nesting()
    for index in text.indices {
      if scan.isOutside, text[index...].hasPrefix(sign) {
        return (String(text[..<index]), String(text[text.index(index, offsetBy: sign.count)...]))
      }
      scan.pass(text[index])
    }
    try scan.checkEnd(text)
    return nil
  }

  /// Takes `name=…` out of the arguments; its text without quotes.
  static func takeOption(_ name: String, from arguments: inout [String]) -> String? {
    guard let index = arguments.firstIndex(where: { $0.hasPrefix(name + "=") }) else { return nil }
    return unquoted(String(arguments.remove(at: index).dropFirst(name.count + 1)))
  }

  static func unquoted(_ text: String) -> String {
    let text = trim(text)
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return String(text.dropFirst().dropLast())
  }

  static func trim(_ text: String) -> String {
    var slice = text[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }

  private struct Nesting {
    private var depth = 0
    private var quote: Character?
    private var isTooFar = false

    var isOutside: Bool { depth == 0 && quote == nil }

    mutating func pass(_ character: Character) {
      if let open = quote {
        if character == open { quote = nil }
        return
      }
      switch character {
      case "\"", "`": quote = character
      case "(": depth += 1
      case ")":
        depth -= 1
        if depth < 0 { isTooFar = true }
      default: break
      }
    }

    func checkEnd(_ text: String) throws(RelationRule) {
      if quote != nil {
        throw .unreadable(text, expected: Bilingual(ja: "引用符が閉じていません", en: "a quote is not closed"))
      }
      if depth != 0 || isTooFar {
        throw .unreadable(text, expected: Bilingual(ja: "括弧の数が合いません", en: "parentheses do not match"))
      }
    }
  }
}
