import ShihyoModel

/// A text that is too wide goes on in further lines, under its own beginning past a lead such as ※1 or 出典：.
enum TextLines {
  static func wrapped(_ text: String, lead: String = "", options: TextOptions) -> [String] {
    let measure = DisplayWidth(ambiguous: options.ambiguousWidth)
    let indent = String(repeating: " ", count: measure.columns(lead))
    // A lead that fills the line leaves its text in one piece.
    let width = options.tableWidth - measure.columns(lead)
    guard width >= 20 else { return [lead + text] }
    return LineBreaking(measure: measure).lines(text, width: width).enumerated().map {
      ($0.offset == 0 ? lead : indent) + $0.element
    }
  }

  /// 出典： or the blanks that stand for it on the next lines.
  static func lead(of text: String) -> String {
    let blanks = text.prefix { $0 == " " || $0 == "\u{3000}" }
    if !blanks.isEmpty { return String(blanks) }
    let head = text.prefix(12)
    if let end = head.firstIndex(of: "：") { return String(text[...end]) }
    guard let end = head.firstIndex(of: ":"), text[text.index(after: end)...].hasPrefix(" ") else { return "" }
    return String(text[...text.index(after: end)])
  }
}
