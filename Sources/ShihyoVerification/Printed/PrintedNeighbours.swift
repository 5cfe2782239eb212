/// What may stand directly beside the digits of a printed number. Anything else is damage: `12?件`, `■12件`, `1O件`, `12..3件`.
///
/// - Why: a digit that a scan or a copy has lost must never make a number that is then proved.
enum PrintedNeighbours {
  /// Signs of lost characters, wherever they stand.
  static func isDamaged(_ folded: String) -> Bool {
    folded.unicodeScalars.contains { "\u{FFFD}〓■□".unicodeScalars.contains($0) }
  }

  /// Whether digits may begin at `start`.
  static func canBegin(_ scalars: [Unicode.Scalar], at start: Int) -> Bool {
    guard start > 0 else { return true }
    let last = scalars[start - 1]
    if last == " " {
      // 1 2件 is 12件 with a hole, or two numbers; nobody can tell.
      return scalars[..<start].last { $0 != " " }.map { !isDigit($0) } ?? true
    }
    if opening.contains(last) { return true }
    if last == "," { return start > 1 && !isDigit(scalars[start - 2]) }
    // A lengthened vowel ends a word, or it is a damaged minus.
    if last == "ー" { return start > 1 && isJapanese(scalars[start - 2]) }
    if isLatin(last) {
      let run = scalars[..<start].reversed().prefix(while: isLatin).reversed()
      return isKnown(Array(run))
    }
    return isJapanese(last)
  }

  /// Whether what begins at `end` may follow digits directly; words are checked by `isWord`.
  static func canEnd(_ scalars: [Unicode.Scalar], at end: Int) -> Bool {
    guard end < scalars.count else { return true }
    let next = scalars[end]
    if closing.contains(next) { return true }
    let following = end + 1 < scalars.count ? scalars[end + 1] : nil
    if joining.contains(next) { return following.map(isDigit) ?? false }
    if separating.contains(next) { return following.map { isDigit($0) || $0 == " " } ?? true }
    return isLetter(next)
  }

  /// A unit: letters and unit signs, its Latin letters a known abbreviation or a word.
  static func isWord(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard scalars.allSatisfy(isLetter) else { return false }
    return scalars.split(whereSeparator: { !isLatin($0) }).allSatisfy { isKnown(Array($0)) }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static let opening = Set("()[]「」『』【】《》〈〉・、。:;=→⇒➡~-–―‐−+△▲\t\n\r/¥$※\"'“”<>≦≧≤≥第#".unicodeScalars)
  private static let closing = Set(" ()[]「」『』【】《》〈〉、。→⇒➡\t\n\r※\"'“”".unicodeScalars)
  private static let joining = Set("/~-–―‐−・△▲+".unicodeScalars)
  private static let separating = Set("=;:,".unicodeScalars)
  private static let signs = Set("%‰℃°々".unicodeScalars)
  private static let abbreviations: Set<String> = [
    "p", "r", "P", "R", "pt", "m", "km", "cm", "mm", "g", "kg", "t", "ha", "a", "L", "kL", "mL", "ml", "dB", "kW",
    "MW", "GB", "MB", "TB", "No", "FY",
  ]

  private static func isKnown(_ run: [Unicode.Scalar]) -> Bool {
    // l and O beside digits are 1 and 0.
    guard !run.allSatisfy({ "lIOo".unicodeScalars.contains($0) }) else { return false }
    return run.count > 2 || abbreviations.contains(String(String.UnicodeScalarView(run)))
  }

  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    isJapanese(scalar) || isLatin(scalar) || signs.contains(scalar) || (0x3300...0x33FF).contains(scalar.value)
  }

  /// Kana and ideographs; 〇 is none: beside digits it is a 0, or a hole.
  private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    (0x3041...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
      || (0xF900...0xFAFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value) || scalar == "々"
  }
}
