/// A text as a CSS string: everything but letters of scripts and plain digits is written by number, so that nothing in it can
/// end the string, the rule or the style element.
enum CSSText {
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in VisibleText.make(text).unicodeScalars {
      let isPlain =
        scalar.isASCII ? scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) : scalar.value >= 0xA0
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return result + "\""
  }
}
