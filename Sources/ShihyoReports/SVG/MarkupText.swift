/// Text of the data in HTML and SVG: shown as it is, never read as markup, in elements and in quoted attributes alike.
///
/// Control characters and what reverses or hides text are made visible first (`VisibleText`).
enum MarkupText {
  static func escaped(_ text: String) -> String {
    let visible = VisibleText.make(text)
    guard visible.utf8.contains(where: isSpecial) else { return visible }
    var result = ""
    for scalar in visible.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }
}
