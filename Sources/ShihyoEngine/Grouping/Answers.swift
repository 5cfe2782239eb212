extension String {
  /// The answers of one cell: parts between separators without the blanks around them, empty ones left out.
  func answers(separatedBy separator: String) -> [String] {
    let (text, mark) = (Array(utf8), Array(separator.utf8))
    var answers: [String] = []
    var start = 0
    var place = 0
    while place <= text.count {
      let isEnd = place == text.count
      if isEnd || text[place...].starts(with: mark) {
        let part = String(decoding: text[start..<place], as: UTF8.self).trimmedOfBlanks
        if !part.isEmpty { answers.append(part) }
        if isEnd { break }
        place += mark.count
        start = place
      } else {
        place += 1
      }
    }
    return answers
  }

  private var trimmedOfBlanks: String {
    let blanks: Set<Unicode.Scalar> = [" ", "\u{3000}", "\u{A0}", "\t"]
    var scalars = unicodeScalars[...]
    while let first = scalars.first, blanks.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, blanks.contains(last) { scalars.removeLast() }
    return String(scalars)
  }
}
