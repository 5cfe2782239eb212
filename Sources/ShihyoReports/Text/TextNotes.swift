import ShihyoModel

/// Notes under a table or a document: the word «note» once, the following lines under the first one's text.
enum TextNotes {
  static func lines(_ notes: [Bilingual], options: TextOptions) -> [String] {
    let lead = options.language == .ja ? "（注）" : "Note: "
    let indent = String(repeating: " ", count: DisplayWidth().columns(lead))
    let breaking = LineBreaking(measure: DisplayWidth(ambiguous: options.ambiguousWidth))
    let width = options.tableWidth - indent.utf8.count
    let lines = notes.flatMap { breaking.lines(VisibleText.make($0[options.language]), width: width) }
    return lines.enumerated().map { index, line in
      TextStyle.faint.apply((index == 0 ? lead : indent) + line, if: options.usesColor)
    }
  }
}
