import ShihyoModel

/// Walks over one expression, character by character; every finding names the character where it stopped.
///
/// The text is taken exactly: names meet column names later, folded.
struct ExpressionScanner {
  let text: String
  private let scalars: [Unicode.Scalar]
  private(set) var index = 0

  init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  func finding(_ rule: ExpressionRule, at index: Int? = nil) -> Finding {
    Finding(rule, at: Place(column: .character((index ?? self.index) + 1)), text: text)
  }

  mutating func skipSpace() {
    while let here = next, ColumnSpelling.isSpace(here) { index += 1 }
  }

  mutating func take(_ wanted: String) -> Bool {
    let wanted = Array(wanted.unicodeScalars)
    guard scalars[index...].starts(with: wanted) else { return false }
    index += wanted.count
    return true
  }

  mutating func expect(_ wanted: String, _ expectation: ExpressionRule.Expectation) throws(Finding) {
    skipSpace()
    guard take(wanted) else { throw finding(.expected(expectation)) }
  }

  mutating func expectEnd() throws(Finding) {
    skipSpace()
    guard next == nil else { throw finding(.textAfterEnd) }
  }

  /// Everything up to the first scalar of `stops`, without spaces at its ends. Moves to that scalar.
  mutating func plainText(until stops: Set<Unicode.Scalar>) -> String {
    skipSpace()
    let start = index
    while let here = next, !stops.contains(here) { index += 1 }
    return slice(start, index)
  }

  /// The text between two indices, without spaces at its ends.
  func slice(_ start: Int, _ end: Int) -> String {
    var (start, end) = (start, end)
    while start < end, ColumnSpelling.isSpace(scalars[start]) { start += 1 }
    while end > start, ColumnSpelling.isSpace(scalars[end - 1]) { end -= 1 }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[start..<end])
    return String(result)
  }

  /// All that is left, spaces included.
  mutating func rest() -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[index...])
    index = scalars.count
    return String(result)
  }

  /// The ASCII word that stands here, if any: a function, a grain or a kind. Does not move.
  func word(at start: Int) -> (text: String, end: Int) {
    var end = start
    while end < scalars.count, scalars[end].properties.isAlphabetic || scalars[end] == "-" || scalars[end] == "_" {
      end += 1
    }
    return (slice(start, end), end)
  }

  mutating func move(to index: Int) { self.index = min(max(index, 0), scalars.count) }

  /// True if, spaces aside, `wanted` stands at `start`.
  func stands(_ wanted: Unicode.Scalar, at start: Int) -> Bool {
    var position = start
    while position < scalars.count, ColumnSpelling.isSpace(scalars[position]) { position += 1 }
    return position < scalars.count && scalars[position] == wanted
  }
}
