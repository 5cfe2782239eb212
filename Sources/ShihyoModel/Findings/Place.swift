/// Where in an input something was found, as an editor or a spreadsheet counts.
public struct Place: Hashable, Sendable {
  /// The path as the user wrote it; nil for standard input or a command line.
  public var file: String?
  /// Physical line, from 1.
  public var line: Int?
  /// Column of a table: number from 1 and header name, or a character position in a definition file.
  public var column: Column?
  /// Offset from the start of the file, from 0, where only bytes can be named (a bad encoding).
  public var byteOffset: Int?

  public enum Column: Hashable, Sendable {
    /// Table column, from 1; shown with its spreadsheet letter and its name.
    case field(number: Int, name: String?)
    /// Character in a line of text, from 1.
    case character(Int)
  }

  public init(file: String? = nil, line: Int? = nil, column: Column? = nil, byteOffset: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
  }
}

extension Place.Column {
  /// The letters a spreadsheet shows above column `number` (1 → A, 27 → AA).
  public static func spreadsheetLetters(_ number: Int) -> String {
    var rest = number
    var letters = ""
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest /= 26
    }
    return letters
  }
}
