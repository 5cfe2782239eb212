/// A label as lines that fit a width: broken after 年 and 年度, before a bracket, at a space; what does not fit ends with … and
/// stands whole in the title of its element.
struct ChartLabel {
  static let lineHeight = 14.px
  /// A half-width character at 12 pixels, with some room: the font of the reader is not known.
  static let halfWidth = 640

  let whole: String
  let lines: [String]
  let isCut: Bool

  init(_ text: String, width: Int, maximumLines: Int = 2) {
    whole = VisibleText.make(text)
    var lines: [String] = []
    var rest = Substring(whole)
    var isCut = false
    while !rest.isEmpty {
      let fitting = Self.prefix(of: rest, width: width)
      if fitting.endIndex == rest.endIndex {
        lines.append(String(rest))
        break
      }
      if lines.count + 1 == maximumLines {
        let kept = Self.prefix(of: rest, width: width - Self.halfWidth * 2)
        lines.append(String(kept) + "…")
        isCut = true
        break
      }
      let end = Self.breakPoint(in: fitting, of: rest)
      lines.append(String(rest[..<end]))
      rest = rest[end...].drop { $0 == " " || $0 == "　" }
    }
    self.lines = lines
    self.isCut = isCut
  }

  /// Of the widest line.
  var width: Int { lines.reduce(0) { max($0, Self.width($1)) } }
  var height: Int { lines.count * Self.lineHeight }

  /// Hundredths of a pixel at 12 pixels. Signs that fonts draw wider than half of a full-width one count for what they take.
  static func width(_ text: some StringProtocol) -> Int {
    let text = String(text)
    return DisplayWidth(ambiguous: .wide).columns(text) * halfWidth + text.unicodeScalars.reduce(0) { $0 + excess($1) }
  }

  private static func excess(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    // Pictures of controls (␛) are drawn as wide as a kanji, or wider.
    case 0x2400...0x2426: halfWidth + 160
    case 0x4D, 0x57, 0x25, 0x40, 0x6D: 560  // M W % @ m
    case 0x41...0x5A, 0x77: 220  // other capitals, w
    case 0x2B, 0x3C...0x3E, 0x7E: 120  // + < = > ~
    default: 0
    }
  }

  /// The longest beginning that fits; at least one character, so that every label ends.
  private static func prefix(of text: Substring, width: Int) -> Substring {
    var end = text.startIndex
    var used = 0
    while end < text.endIndex {
      used += Self.width(text[end...end])
      if used > width, end > text.startIndex { break }
      end = text.index(after: end)
      if used > width { break }
    }
    return text[..<end]
  }

  /// The last good place to break within `fitting`; its end where there is none.
  private static func breakPoint(in fitting: Substring, of rest: Substring) -> Substring.Index {
    var best: Substring.Index?
    var index = fitting.startIndex
    while index < fitting.endIndex {
      let next = rest.index(after: index)
      let (here, following) = (rest[index], next < rest.endIndex ? rest[next] : " ")
      let breaksAfter =
        "、。・ 　/）)".contains(here) || (here == "度" && following == "第") || (here == "年" && following.isNumber)
      if index > fitting.startIndex || next < fitting.endIndex {
        if breaksAfter || "（(".contains(following) { best = next }
      }
      index = next
    }
    return best.map { min($0, fitting.endIndex) } ?? fitting.endIndex
  }
}
