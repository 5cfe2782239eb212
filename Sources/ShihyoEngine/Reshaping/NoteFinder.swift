import ShihyoModel

/// Tells the notes below a table from its data.
struct NoteFinder {
  private let beginnings: [String]
  /// Line of the first note.
  private(set) var line: Int?

  enum Verdict: Equatable {
    case row, note
    /// The notes had begun, and this is no note.
    case dataAfterNotes
  }

  init(_ rows: TableShape.NoteRows?) {
    beginnings = if case .starting(let texts) = rows { texts.map { TextFolding.fold($0) } } else { [] }
  }

  /// - Parameters:
  ///   - first: the first cell that is not blank.
  ///   - filled: how many are not blank.
  mutating func judge(first: @autoclosure () -> String, filled: Int, line: Int) -> Verdict {
    if beginnings.isEmpty { return .row }
    let folded = TextFolding.fold(first())
    if beginnings.contains(where: { folded.utf8.starts(with: $0.utf8) }) {
      self.line = self.line ?? line
      return .note
    }
    if self.line == nil { return .row }
    // A note that goes on in the next row stands alone in it.
    return filled <= 1 ? .note : .dataAfterNotes
  }
}
