/// Breaks a text into lines of a width, by the rules of Japanese setting (禁則処理).
///
/// - Shape: at least one line; no line is wider than asked for. Spaces at a break are dropped, nothing else is.
/// - Rules: a line starts with no closing mark (。、」）) or small kana and ends with no opening one; words in Latin letters or
///   katakana and numbers stay whole unless one alone is too wide.
/// - Cost: O(length).
/// - Source: JIS X 4051, without hanging punctuation.
struct LineBreaking {
  let measure: DisplayWidth

  func lines(_ text: String, width: Int) -> [String] {
    guard measure.columns(text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for unit in units(text).flatMap({ fitting($0, width) }) {
      let columns = measure.columns(unit)
      if used > 0, used + measure.columns(Self.trimmed(unit)) > width {
        lines.append(Self.trimmed(line))
        (line, used) = ("", 0)
      }
      if used == 0, unit == " " || unit == "\u{3000}" { continue }
      line += unit
      used += columns
    }
    if !Self.trimmed(line).isEmpty { lines.append(Self.trimmed(line)) }
    return lines.isEmpty ? [""] : lines
  }

  /// A heading in lines: between its words where they fit, as a text else.
  func headingLines(_ text: String, width: Int) -> [String] {
    let parts = Self.headingParts(text)
    guard parts.count > 1, measure.columns(text) > width,
      parts.allSatisfy({ measure.columns(Self.trimmed($0)) <= width })
    else { return lines(text, width: width) }
    let lines = parts.dropFirst().reduce(into: [parts[0]]) { lines, part in
      let joined = lines[lines.count - 1] + part
      if measure.columns(joined) <= width { lines[lines.count - 1] = joined } else { lines.append(part) }
    }
    return lines.map(Self.trimmed)
  }

  /// The width of about half a heading at which no word of it, or no piece of a text, would have to be cut.
  func headingWidth(_ text: String) -> Int {
    let half = (measure.columns(text) + 1) / 2
    let part = Self.headingParts(text).map(measure.columns).max() ?? 0
    if part * 2 <= half * 3 { return max(half, part) }
    // Half of an odd number of full-width characters leaves one over.
    return max(half + 1, units(text).map { measure.columns(Self.trimmed($0)) }.max() ?? 0)
  }

  /// The words of a heading as far as they can be told: brackets, and a fiscal year before its quarter.
  private static func headingParts(_ text: String) -> [String] {
    var parts = [""]
    for character in text {
      let last = parts[parts.count - 1]
      let opens = character == "（" || character == "("
      let isQuarter = character == "第" && last.hasSuffix("年度")
      if !last.isEmpty, isQuarter || (opens && !neverEnds.contains(last[last.index(before: last.endIndex)])) {
        parts.append("")
      }
      parts[parts.count - 1].append(character)
    }
    return parts
  }

  /// Pieces between which a line may end.
  private func units(_ text: String) -> [String] {
    var units: [String] = []
    var unit = ""
    var last: Character?
    for character in text {
      if let last, Self.mayBreak(after: last, before: character) {
        units.append(unit)
        unit = ""
      }
      unit.append(character)
      last = character
    }
    return unit.isEmpty ? units : units + [unit]
  }

  /// A unit that is wider than a line by itself goes to pieces.
  private func fitting(_ unit: String, _ width: Int) -> [String] {
    guard measure.columns(Self.trimmed(unit)) > width else { return [unit] }
    var pieces = [""]
    for character in unit {
      if measure.columns(pieces[pieces.count - 1] + String(character)) > width {
        let carried = Self.neverStarts.contains(character) && pieces[pieces.count - 1].count > 1
        pieces.append(carried ? String(pieces[pieces.count - 1].removeLast()) : "")
      }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }

  private static func mayBreak(after last: Character, before next: Character) -> Bool {
    if neverStarts.contains(next) || neverEnds.contains(last) { return false }
    if isSpace(next) { return false }
    return isSpace(last) || !((isLatin(last) && isLatin(next)) || (isKatakana(last) && isKatakana(next)))
  }

  private static func isSpace(_ character: Character) -> Bool { character == " " || character == "\u{3000}" }

  /// Letters, digits and signs of Latin text, which stay together.
  private static func isLatin(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x21..<0x250).contains($0.value) }
  }

  private static func isKatakana(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x30A1...0x30FE).contains($0.value) && $0 != "・" }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, isSpace(last) { text.removeLast() }
    return String(text)
  }

  private static let neverStarts = Set(
    "、。，．・：；？！‐ー―～〜゛゜ヽヾゝゞ々」』）］｝】〉》〕”’％℃…‥,.:;?!)]}%ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ｡､｣ｧｨｩｪｫｬｭｮｯｰ")
  private static let neverEnds = Set("「『（［｛【〈《〔“‘([{｢約第￥＄№")
}
