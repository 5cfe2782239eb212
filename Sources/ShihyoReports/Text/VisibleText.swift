/// Text of the data made safe for a terminal and for one line: nothing in it can move the cursor, change a colour, break
/// the line, reverse the direction or hide.
///
/// Controls become their pictures (ESC → ␛, line feed → ␊), other invisible characters their number (`<U+202E>`).
/// Joiners and variation selectors stay inside a cluster, where emoji and rare kanji need them.
package enum VisibleText {
  package static func make(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var result = ""
    for cluster in text {
      let standsAlone = cluster.unicodeScalars.count == 1
      for scalar in cluster.unicodeScalars {
        if let picture = picture(of: scalar, standsAlone: standsAlone) {
          result += picture
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// nil where the scalar is harmless. Joiners, selectors and Hangul fillers are, but for those that stand alone.
  private static func picture(of scalar: Unicode.Scalar, standsAlone: Bool) -> String? {
    switch scalar.value {
    case 0x00...0x1F: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: return "␡"
    case 0x80...0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      return number(of: scalar)
    case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0001...0xE01EF:
      return standsAlone ? number(of: scalar) : nil
    default: return nil
    }
  }

  private static func number(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + ">"
  }
}
