import ShihyoModel

/// What is wrong with a cell of a number column that is neither a plain number nor a mark.
enum LintNumber {
  /// - Parameter grammar: of the column; a value that it reads carries a unit, a sign or separators.
  /// - Returns: the rule, and whether the cell is a number all the same.
  static func fault(_ text: String, _ folded: String, _ grammar: NumberGrammar) -> (rule: LintRule, isNumber: Bool) {
    // (4)先進地視察 is a numbered text, not a number with its unit.
    let isNumbered = folded.hasPrefix("(") && !folded.hasSuffix(")")
    if !isNumbered, let value = read(text, grammar) { return (.numberWithText(plain: value.description), true) }
    if let joined = SpacedDigits.joined(folded) { return (.numberWithText(plain: joined), true) }
    if let before = FootnoteMark.leftOut(folded), let value = ExactDecimal(before) ?? read(before, grammar) {
      return (.numberWithText(plain: value.description), true)
    }
    if SeveralValues.stand(in: folded) { return (.severalValues, false) }
    return (folded.contains(where: \.isWholeNumber) ? .textInNumbers : .foreignMark, false)
  }

  private static func read(_ text: String, _ grammar: NumberGrammar) -> ExactDecimal? {
    (try? (grammar.adoptingUnit(of: text) ?? grammar).read(text))?.value
  }
}

/// `12 345`: digits parted by threes with spaces.
enum SpacedDigits {
  static func joined(_ folded: String) -> String? {
    let pieces = folded.split(whereSeparator: { $0 == " " || $0 == "\u{2009}" || $0 == "\u{202F}" })
    guard pieces.count > 1, let first = pieces.first else { return nil }
    let digits = first.drop { $0 == "-" || $0 == "△" || $0 == "▲" }
    let isWhole = (1...3).contains(digits.count) && digits.allSatisfy { ("0"..."9").contains($0) }
    let whole = pieces.dropFirst().dropLast()
    let last = pieces[pieces.count - 1].split(separator: ".", omittingEmptySubsequences: false)
    guard isWhole, whole.allSatisfy(isThree), isThree(last[0]), last.count <= 2 else { return nil }
    let sign = digits.count < first.count ? "-" : ""
    return ExactDecimal(sign + digits + pieces.dropFirst().joined())?.description
  }

  private static func isThree(_ piece: Substring) -> Bool {
    piece.count == 3 && piece.allSatisfy { ("0"..."9").contains($0) }
  }
}

/// `1.5（注1）`, `12 ※2`, `30注)`: a note behind the number.
enum FootnoteMark {
  /// The text before the note; nil where there is none.
  static func leftOut(_ folded: String) -> String? {
    let openings: [String] = ["(注", "(※", "(*", "※", "注", "†", "[注"]
    guard let opening = openings.compactMap({ folded.firstRange(of: $0)?.lowerBound }).min(),
      opening > folded.startIndex
    else { return nil }
    return TextFolding.fold(String(folded[..<opening]))
  }
}

/// Two numbers in one cell: 12(3), 1、2, 3/5, 1～2.
enum SeveralValues {
  static func stand(in folded: String) -> Bool {
    let pieces = folded.split { separators.contains($0) }.map(String.init)
    let numbers = pieces.filter { piece in
      let digits = piece.split(separator: " ").joined()
      return ExactDecimal(digits.split(separator: ",").joined()) != nil
    }
    if numbers.count > 1 && numbers.count == pieces.count { return true }
    let range = folded.split(separator: "-", omittingEmptySubsequences: false)
    let spaced = folded.split(separator: " ")
    return [range, spaced].contains { $0.count == 2 && $0.allSatisfy { ExactDecimal(String($0)) != nil } }
  }

  private static let separators: Set<Character> = ["(", ")", "、", "/", "・", "\n", ";", "~", "→", "[", "]"]
}

/// The marks that the ministry's rule knows, and which of them stand for one another.
enum LintMark {
  /// One spelling for all of a kind; nil where the text is none of the fixed set, as NA and 不明.
  static func kind(of folded: String) -> String? {
    switch folded {
    case "-", "\u{2015}", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2500}", "ー": "-"
    case "…", "……", "⋯", "...", "・・・", "···": "…"
    case "***", "皆増", "皆減": folded
    case "x", "X", "χ", "Χ": "x"
    case "*": "*"
    default: nil
    }
  }

  /// Words that stand for no value: outside the fixed set, and no text of the column either.
  static func isWord(_ folded: String) -> Bool {
    ["不明", "不詳", "秘匿", "皆無", "該当なし", "NA", "N/A", "na", "n/a", "n.a.", "N.A.", "null", "NULL", "nan", "NaN"].contains(
      folded)
  }
}
