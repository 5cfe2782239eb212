import ShihyoModel

/// Texts without digits that say a number: 半数以上, 約半数, 半減, 倍増, 三分の一, ない, and lists, whose items are counted.
///
/// - Tolerance: half, double and a fraction reach as far as a tenth of themselves (半数 45–55 ％, 3分の1 30–36.7 ％, 倍増 1.8–2.2 times);
///   以上, 超, 未満 and their like are bounds, 強 and 弱 lean.
enum PrintedWords {
  /// - Errors: `ambiguousText` and `vagueText`, words that say no number that could be held.
  static func number(_ folded: String) throws(KnownFigureRule) -> PrintedNumber? {
    if let last = split(folded, at: "倍増")?.before.last, last.isWholeNumber || digit(last) != nil {
      throw .ambiguousText(folded)
    }
    let western = folded.unicodeScalars.contains { ("0"..."9").contains($0) }
    guard !western else { return nil }
    if wholes.contains(where: folded.contains) { throw .vagueText(folded) }
    if let fraction = kanjiFraction(folded) { return fraction }
    for (word, value, unit) in halves {
      guard let (before, after) = split(folded, at: word) else { continue }
      var number = Self.near(value, unit: unit)
      if word == "過半数" {
        (number.bound, number.isApproximate) = (.above, false)
      } else {
        lean(&number, after)
        if before.hasSuffix("少なくとも") { (number.bound, number.isApproximate) = (.atLeast, false) }
      }
      return number
    }
    if nothing.contains(where: folded.contains) { return count(0) }
    if let items = items(folded) { return count(items) }
    if vague.contains(where: folded.contains) { throw .vagueText(folded) }
    return nil
  }

  /// A fraction of a whole, in ％.
  static func fraction(_ share: Rational) -> PrintedNumber { near(share * Rational(100), unit: "%") }

  private static let halves: [(word: String, value: Rational, unit: String)] = [
    ("過半数", Rational(50), "%"), ("半数", Rational(50), "%"), ("半分", Rational(50), "%"),
    ("半減", Rational(1, over: 2) ?? .zero, "倍"), ("倍増", Rational(2), "倍"),
  ]
  private static let nothing = ["ない", "なし", "無し", "皆無", "ゼロ", "至らなか", "至らず", "いない", "おらず"]
  /// From nothing, and to nothing.
  static let wholes = ["皆増", "皆減"]
  private static let vague = [
    "大半", "大多数", "ほとんど", "大部分", "多数", "少数", "一部", "若干", "数件", "数名", "数人", "数団体", "数館", "数十", "数百", "数千", "多く",
  ]

  /// What rounds to it in steps of a fifth of itself.
  private static func near(_ value: Rational, unit: String) -> PrintedNumber {
    PrintedNumber(
      value: value, step: value * (Rational(1, over: 5) ?? .zero), decimals: unit == "%" ? 0 : 1,
      unit: MeasureUnit(parsing: unit), isApproximate: true, digits: "")
  }

  private static func lean(_ number: inout PrintedNumber, _ after: String) {
    func begins(_ words: String...) -> Bool { words.contains(where: after.hasPrefix) }
    if begins("以上") {
      number.bound = .atLeast
    } else if begins("超", "を超え", "を上回") {
      number.bound = .above
    } else if begins("以下") {
      number.bound = .atMost
    } else if begins("未満", "を下回", "に満たない", "に届かない") {
      number.bound = .below
    } else if begins("強", "余") {
      number.leaning = .more
    } else if begins("弱", "近く") {
      number.leaning = .less
    }
    if number.bound != nil { number.isApproximate = false }
  }

  /// 三分の一, 全体の約三分の二
  private static func kanjiFraction(_ folded: String) -> PrintedNumber? {
    guard let (before, after) = split(folded, at: "分の"), let bottom = before.last.flatMap(digit),
      let top = after.first.flatMap(digit), let share = Rational(ExactDecimal(top), over: ExactDecimal(bottom))
    else { return nil }
    var number = fraction(share)
    lean(&number, String(after.dropFirst()))
    return number
  }

  private static func digit(_ character: Character) -> Int? {
    Array("一二三四五六七八九十").firstIndex(of: character).map { $0 + 1 }
  }

  /// Before and after the first place of a word.
  private static func split(_ text: String, at word: String) -> (before: String, after: String)? {
    for index in text.indices where text[index...].hasPrefix(word) {
      return (String(text[..<index]), String(text[index...].dropFirst(word.count)))
    }
    return nil
  }

  private static func count(_ value: Int) -> PrintedNumber {
    PrintedNumber(value: Rational(value), step: Rational(1), decimals: 0, digits: "\(value)")
  }

  /// ・A ・B, or A、B、C; nil for a text that is no list.
  private static func items(_ folded: String) -> Int? {
    if folded.hasPrefix("・") {
      // Inside an item (安全・安心) the dot stands without a space before it.
      return folded.split(whereSeparator: \.isWhitespace).count { $0.hasPrefix("・") }
    }
    let parts = folded.split(separator: "、", omittingEmptySubsequences: false)
    guard parts.count > 1, !parts.contains(where: \.isEmpty), !folded.contains("。") else { return nil }
    return parts.count
  }
}
