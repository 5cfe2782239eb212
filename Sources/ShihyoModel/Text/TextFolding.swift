/// The form in which labels and names are compared: two spellings that a reader takes for the same word fold to one text.
///
/// - Folds: full-width ASCII and currency signs to their narrow forms, half-width kana to composed full-width kana, kana with a
///   combining (semi-)voiced mark to one letter, the JIS-table values 〜 − — ‖ to what their Windows twins fold to, and
///   U+3000 and U+00A0 to a space. Trims spaces, removes U+200B, U+FEFF and U+00AD.
/// - Keeps: everything else. It is not NFKC: … ① ㎡ ½ ㈱ ㋿ 髙 stay, カ is not か, ー is not a minus.
/// - Cost: no allocation for ASCII without outer spaces, else O(n).
/// - Source: domain.md, sections 2 and 3.
public enum TextFolding {
  public static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return trimmingSpaces(text) }
    var folded = String.UnicodeScalarView()
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x200B, 0xFEFF, 0x00AD: continue
      case 0x3099, 0x309A, 0xFF9E, 0xFF9F:
        let isVoiced = scalar.value == 0x3099 || scalar.value == 0xFF9E
        if let letter = folded.last, let composed = KanaComposition.compose(letter, voiced: isVoiced) {
          folded.removeLast()
          folded.append(composed)
        } else if scalar.value >= 0xFF9E {
          folded.append(isVoiced ? "\u{309B}" : "\u{309C}")
        } else {
          folded.append(scalar)
        }
      default: folded.append(foldedWidth(scalar))
      }
    }
    return trimmingSpaces(String(folded))
  }

  /// Nothing but spaces and what is not seen.
  public static func isBlank(_ text: String) -> Bool {
    // A visible ASCII character stays as it is.
    if let first = text.utf8.first, (0x21...0x7E).contains(first) { return false }
    return fold(text).isEmpty
  }

  /// The width fold of one scalar; itself where there is none.
  private static func foldedWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0xA0: return scalar
    case 0x00A0, 0x3000: return " "
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0xFF61...0xFF9D: return KanaComposition.fullWidth(scalar)
    case 0x301C: return "~"  // JIS twin of ～
    case 0x2212: return "-"  // JIS twin of －
    case 0x2014: return "\u{2015}"
    case 0x2016: return "\u{2225}"
    case 0xFFE0: return "\u{00A2}"
    case 0xFFE1: return "\u{00A3}"
    case 0xFFE2: return "\u{00AC}"
    case 0xFFE3: return "\u{00AF}"
    case 0xFFE4: return "\u{00A6}"
    case 0xFFE5: return "\u{00A5}"
    default: return scalar
    }
  }

  private static func trimmingSpaces(_ text: String) -> String {
    let space = UInt8(ascii: " ")
    guard text.utf8.first == space || text.utf8.last == space else { return text }
    guard let first = text.utf8.firstIndex(where: { $0 != space }),
      let last = text.utf8.lastIndex(where: { $0 != space })
    else { return "" }
    return String(text[first...last])
  }
}

extension TextFolding {
  /// Without the blanks between two Japanese characters that a broken line left: `ことが 課題` → `ことが課題`.
  public static func withoutBrokenLines(_ text: String) -> String {
    var result = ""
    var waiting = ""
    for character in text {
      if character == " " {
        waiting.append(character)
        continue
      }
      if let last = result.last, !waiting.isEmpty, isJapanese(last), isJapanese(character) { waiting = "" }
      result += waiting
      waiting = ""
      result.append(character)
    }
    return result + waiting
  }

  /// Kana, ideographs and full-width punctuation.
  private static func isJapanese(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x3001...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
      || (0xFF01...0xFF60).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
  }
}
