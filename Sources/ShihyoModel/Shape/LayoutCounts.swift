/// Rows of a file that are no records, where a layout is declared; all 0 where none is.
public struct LayoutCounts: Hashable, Sendable {
  /// Rows below the header, those that are no records too; one row gives several records where columns become keys.
  public var rows: Int
  /// Notes below the data.
  public var notes: Int
  /// Rows of delimiters only.
  public var emptyRows: Int
  /// Subtotals and totals: left out, and compared with their parts.
  public var totals: Int
  /// What the notes say, in order and each once; of very many the first.
  public var noteTexts: [String] = []
  /// Rows of an undeclared table that are counted as records, but look like none.
  public var suspects: [SuspectRow] = []

  public init(rows: Int = 0, notes: Int = 0, emptyRows: Int = 0, totals: Int = 0) {
    self.rows = rows
    self.notes = notes
    self.emptyRows = emptyRows
    self.totals = totals
  }

  public mutating func merge(_ other: LayoutCounts) {
    rows += other.rows
    notes += other.notes
    emptyRows += other.emptyRows
    totals += other.totals
    for text in other.noteTexts { addNote(text) }
    for suspect in other.suspects where !suspects.contains(suspect) { suspects.append(suspect) }
  }

  private static let mostNotes = 50

  public mutating func addNote(_ text: String) {
    guard noteTexts.count < Self.mostNotes, !noteTexts.contains(where: { Label($0) == Label(text) }) else { return }
    noteTexts.append(text)
  }
}

/// A row that was counted as a record, but looks like none, or like one whose label stands above.
public struct SuspectRow: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case total, note
    /// An average, a difference, a part of another row: no sum, but no record either.
    case derived
    /// A blank or 〃 that seems to mean the label above.
    case continued
    /// The second of two runs of the same rows.
    case repeated
    /// A last row whose numbers are the sums of those above, under a label that does not say so.
    case disguisedTotal
    /// A label alone, as a heading of the rows below.
    case heading
    /// 1, 2, 3 below the header: the numbers of the columns.
    case columnNumbers
  }
  public var kind: Kind
  /// The label of the total, or the note.
  public var text: String
  /// The column of the label.
  public var column: String
  /// Physical line, and the file where there are several.
  public var line: Int
  public var file: String?

  public init(kind: Kind, text: String, column: String, line: Int, file: String? = nil) {
    self.kind = kind
    self.text = text
    self.column = column
    self.line = line
    self.file = file
  }
}
