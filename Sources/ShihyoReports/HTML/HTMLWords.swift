/// Short labels with the places where they may be broken: 令和7年度 | 第2四半期 | （％）, 局区等の略称 | （建制順）.
///
/// Each piece stays on one line, and so does a short label; a long one without such a place is left to the browser.
enum HTMLWords {
  /// Half-width characters of the longest piece that is kept together.
  private static let limit = 14
  /// Of a label that is kept whole.
  private static let short = 10

  static func html(_ label: String, tail: String = "") -> String {
    let pieces = pieces(label, tail: tail)
    guard pieces.count > 1 || isShort(pieces) else { return MarkupText.escaped(label + tail) }
    return pieces.map { piece in
      // A space between pieces stays outside, where a line may end.
      let lead = piece.hasPrefix(" ") ? " " : ""
      return lead + "<span class=\"w\">" + MarkupText.escaped(String(piece.dropFirst(lead.count))) + "</span>"
    }.joined()
  }

  /// A heading whose times stay whole: 令和7年度 | 第2四半期 | (7～9月), 令和6年11月. The rest is left to the browser.
  static func heading(_ text: String) -> String {
    var html = ""
    var rest = text[...]
    while let character = rest.first {
      // A bracket that closes stays with what it closes.
      let isTime = times.contains(character) && !")）".contains(character)
      let run = isTime ? rest.prefix(while: times.contains) : rest.prefix { !times.contains($0) || ")）".contains($0) }
      rest = rest[run.endIndex...]
      html += (isTime ? timePieces(run) : [String(run)]).map { piece in
        let text = MarkupText.escaped(piece)
        let isWhole = isTime && piece.contains(where: \.isNumber) && piece.contains { "年月日度期".contains($0) }
        return isWhole ? "<span class=\"w\">\(text)</span>" : text
      }.joined()
    }
    return html
  }

  private static let times = Set("0123456789～年月日度第四半期令和平成昭元末時点(（)）")

  /// Broken after 年度 and before a bracket.
  private static func timePieces(_ run: Substring) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var before: Character?
    for character in run {
      if !piece.isEmpty, "(（".contains(character) || (before == "度" && !")）～".contains(character)) {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      before = character
    }
    return pieces + [piece]
  }

  /// How wide a column must be for it.
  static func width(_ label: String, tail: String) -> Int {
    let pieces = pieces(label, tail: tail)
    guard pieces.count > 1 || isShort(pieces) else { return 0 }
    return pieces.map { DisplayWidth(ambiguous: .wide).columns($0) }.max() ?? 0
  }

  private static func isShort(_ pieces: [String]) -> Bool {
    guard let only = pieces.first, only.contains(where: { !$0.isASCII }) else { return false }
    return DisplayWidth(ambiguous: .wide).columns(only) <= short
  }

  private static func pieces(_ label: String, tail: String) -> [String] {
    var pieces: [String] = []
    var rest = Substring(label)
    while let end = breakPoint(rest) {
      pieces.append(String(rest[..<end]))
      rest = rest[end...]
    }
    pieces.append(String(rest))
    pieces.append(tail)
    pieces.removeAll(where: \.isEmpty)
    let measure = DisplayWidth(ambiguous: .wide)
    return pieces.allSatisfy { measure.columns($0) <= limit } ? pieces : [label + tail]
  }

  /// After 年度 before more text, and before a bracket.
  private static func breakPoint(_ text: Substring) -> Substring.Index? {
    var before: Character?
    for index in text.indices.dropLast() {
      let here = text[index]
      if here == "（", index > text.startIndex { return index }
      if before == "年", here == "度" { return text.index(after: index) }
      before = here
    }
    return nil
  }
}
