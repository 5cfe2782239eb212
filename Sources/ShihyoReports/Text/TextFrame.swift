import ShihyoModel

/// The lines around a paper: 【速報】 on the left and 資料番号 on the right, the department, footnotes, 出典.
struct TextFrame {
  /// Width of the line that the 資料番号 ends; a wider table does not move it.
  static let width = 80

  private let frame: PaperFrame
  private let options: TextOptions

  init(_ frame: PaperFrame, options: TextOptions) {
    self.frame = frame
    self.options = options
  }

  var head: [String] {
    let left = words(frame.status)
    let right = words(frame.number)
    guard !left.isEmpty || !right.isEmpty else { return [] }
    return [apart(left, right)]
  }

  var senders: [String] { frame.senders.map(words).filter { !$0.isEmpty }.map { apart("", $0) } }

  var footnotes: [String] {
    frame.footnotes.enumerated().flatMap { index, note in
      TextLines.wrapped(
        words(note), lead: TextCells.footnoteSign(index + 1, options.language) + " ", options: options
      ).map { TextStyle.faint.apply($0, if: options.usesColor) }
    }
  }

  var closing: [String] {
    frame.closing.flatMap { line in
      let text = words(line)
      let lead = TextLines.lead(of: text)
      return TextLines.wrapped(String(text.dropFirst(lead.count)), lead: lead, options: options)
    }
  }

  private func apart(_ left: String, _ right: String) -> String {
    let measure = DisplayWidth(ambiguous: options.ambiguousWidth)
    let gap = max(left.isEmpty ? 0 : 2, Self.width - measure.columns(left) - measure.columns(right))
    let line = left + (right.isEmpty ? "" : String(repeating: " ", count: gap) + right)
    return TextStyle.strong.apply(line, if: options.usesColor)
  }

  private func words(_ text: Bilingual?) -> String { text.map { VisibleText.make($0[options.language]) } ?? "" }
}
