import ShihyoModel

extension ExpressionScanner {
  /// A column name: in backticks, or plain up to a scalar of `stops`.
  ///
  /// `refused` are the scalars that a plain name must not hold here, since a reader could take them for something else.
  mutating func columnName(
    until stops: Set<Unicode.Scalar>, refusing refused: Set<Unicode.Scalar> = []
  ) throws(Finding) -> String {
    skipSpace()
    if next == "`" { return try quotedName() }
    let start = index
    let name = plainText(until: stops.union(refused))
    if let here = next, refused.contains(here), !stops.contains(here) {
      throw finding(.needsBackticks(character: String(here), suggestion: suggestion(from: start)))
    }
    guard !name.isEmpty else { throw finding(.expected(.columnName), at: start) }
    return name
  }

  private mutating func quotedName() throws(Finding) -> String {
    let start = index
    move(to: index + 1)
    var name = String.UnicodeScalarView()
    while let here = next {
      move(to: index + 1)
      if here == "`" {
        guard next == "`" else {
          guard !name.isEmpty else { throw finding(.expected(.columnName), at: start) }
          return String(name)
        }
        move(to: index + 1)
      }
      name.append(here)
    }
    throw finding(.unterminatedBacktick, at: start)
  }

  /// The name that was probably meant: up to the parenthesis that closes the one here, else to the end.
  private func suggestion(from start: Int) -> String {
    var walker = self
    var depth = 0
    while let here = walker.next {
      if here == "(" { depth += 1 }
      if here == ")" { depth -= 1 }
      if depth < 0 || (depth == 0 && (here == "," || here == ":")) { break }
      walker.move(to: walker.index + 1)
      if depth == 0 && here == ")" { break }
    }
    return ColumnSpelling.quoted(slice(start, walker.index))
  }

  /// A text in `"…"` or `'…'` (doubled inside), or plain up to `)`.
  mutating func separator() throws(Finding) -> String {
    skipSpace()
    let start = index
    guard let quote = next, quote == "\"" || quote == "'" else {
      let plain = plainText(until: [")"])
      guard !plain.isEmpty else { throw finding(.emptySeparator, at: start) }
      return plain
    }
    move(to: index + 1)
    var text = String.UnicodeScalarView()
    while let here = next {
      move(to: index + 1)
      if here == quote {
        guard next == quote else {
          guard !text.isEmpty else { throw finding(.emptySeparator, at: start) }
          return String(text)
        }
        move(to: index + 1)
      }
      text.append(here)
    }
    throw finding(.expected(.separator), at: start)
  }
}
