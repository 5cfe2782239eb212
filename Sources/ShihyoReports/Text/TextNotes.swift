import ShihyoModel

/// Notes under a table or a document: the word «note» once, the following lines under the first one's text.
enum TextNotes {
  static func lines(_ notes: [Bilingual], options: TextOptions) -> [String] {
    let lead = options.language == .ja ? "（注）" : "Note: "
    let indent = String(repeating: " ", count: DisplayWidth().columns(lead))
    return notes.enumerated().map { index, note in
      let line = (index == 0 ? lead : indent) + VisibleText.make(note[options.language])
      return TextStyle.faint.apply(line, if: options.usesColor)
    }
  }
}
