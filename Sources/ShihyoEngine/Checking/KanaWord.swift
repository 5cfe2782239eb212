/// Whether half-width kana can be words: what may begin one, and what may stand behind what.
enum KanaWord {
  /// Other characters divide words; a text without kana holds none.
  static func isPossible(_ text: String) -> Bool {
    var before: Unicode.Scalar = " "
    var openBrackets = 0
    var hasKana = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "｢": openBrackets += 1
      case "｣":
        openBrackets -= 1
        if openBrackets < 0 { return false }
      default:
        if scalar.value >= 0x80, !isKana(scalar), !isMark(scalar) { return false }
        if let needed = needed(before: scalar), !needed(before) { return false }
        hasKana = hasKana || isKana(scalar)
      }
      before = scalar
    }
    return openBrackets == 0 && hasKana
  }

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
