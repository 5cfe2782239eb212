import ShihyoModel

/// Texts without digits that say a number: 半数以上, 半減, ない, and lists, whose items are counted.
enum PrintedWords {
  static func number(_ folded: String) -> PrintedNumber? {
    guard !folded.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) else { return nil }
    switch folded {
    case "半数以上", "半分以上": return half("%", 50, bound: .atLeast)
    case "過半数", "半数超", "半数を超える": return half("%", 50, bound: .above)
    case "半数未満", "半分未満": return half("%", 50, bound: .below)
    case "半数以下", "半分以下": return half("%", 50, bound: .atMost)
    case "半数", "約半数", "半分": return half("%", 50, bound: nil)
    case "半減": return half("倍", Rational(1, over: 2) ?? .zero, bound: nil)
    default: break
    }
    if nothing.contains(where: folded.contains) { return count(0, folded) }
    return items(folded).map { count($0, folded) }
  }

  private static let nothing = ["ない", "なし", "無し", "皆無", "ゼロ", "至らなか", "至らず", "いない", "おらず"]

  private static func half(_ unit: String, _ value: Int, bound: PrintedNumber.Bound?) -> PrintedNumber {
    half(unit, Rational(value), bound: bound)
  }

  /// About half is what rounds to it in tenths.
  private static func half(_ unit: String, _ value: Rational, bound: PrintedNumber.Bound?) -> PrintedNumber {
    PrintedNumber(
      value: value, step: value * (Rational(1, over: 5) ?? .zero), decimals: unit == "%" ? 0 : 1,
      unit: MeasureUnit(parsing: unit), isApproximate: bound == nil, bound: bound, digits: "")
  }

  private static func count(_ value: Int, _ text: String) -> PrintedNumber {
    PrintedNumber(value: Rational(value), step: Rational(1), decimals: 0, digits: "")
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
