/// Whether half-width kana are likely words: what may begin one, what may stand behind what, and a sign that borrowed words have
/// (ﾞ ﾟ ｰ ﾝ or a small kana) and kanji read in another encoding seldom, since ｸｺﾌﾈ is 減免 as well.
enum KanaWord {
  /// Other characters divide words.
  static func isLikely(_ text: String) -> Bool {
    var before: Unicode.Scalar = " "
    var openBrackets = 0
    var hasSign = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "｢": openBrackets += 1
      case "｣":
        openBrackets -= 1
        if openBrackets < 0 { return false }
      default:
        if scalar.value >= 0x80, !isKana(scalar), !isMark(scalar) { return false }
        if let needed = needed(before: scalar), !needed(before) { return false }
        hasSign = hasSign || Self.signs.contains(scalar)
      }
      before = scalar
    }
    return openBrackets == 0 && hasSign
  }

  private static let signs = Set("ﾞﾟｰﾝｯｬｭｮｧｨｩｪｫ".unicodeScalars)

  /// What must stand before a sign that begins no word; nil where anything may. Scalars, as ﾞ and ﾟ join what they follow.
  private static func needed(before scalar: Unicode.Scalar) -> ((Unicode.Scalar) -> Bool)? {
    func oneOf(_ kana: String) -> (Unicode.Scalar) -> Bool { { kana.unicodeScalars.contains($0) } }
    switch scalar {
    case "｡", "､", "･", "ｰ", "ｯ", "ﾝ", "ｦ": return isKana
    case "ﾞ": return oneOf("ｳｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ")
    case "ﾟ": return oneOf("ﾊﾋﾌﾍﾎ")
    case "ｬ", "ｭ", "ｮ": return oneOf("ｷｼﾁﾃﾆﾋﾌﾐﾘﾞﾟ")
    case "ｧ", "ｨ", "ｩ", "ｪ", "ｫ": return oneOf("ｲｳｸｼﾁﾂﾃﾄﾌﾞ")
    default: return nil
    }
  }

  private static func isKana(_ scalar: Unicode.Scalar) -> Bool { (0xFF66...0xFF9F).contains(scalar.value) }
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { "｡､･".unicodeScalars.contains(scalar) }
}
