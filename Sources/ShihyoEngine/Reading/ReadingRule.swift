public import ShihyoModel

/// What can be wrong between the bytes of a file and its records.
public enum ReadingRule: FindingRule {
  case fileNotFound
  case fileUnreadable(reason: String)
  case fileIsDirectory
  case fileNotRegular
  case readFailed(reason: String)
  case fileChanged
  case fileEmpty
  /// A file of the same input, by the path that was read first.
  case fileTwice(String)
  /// Another file with the same bytes.
  case fileCopied(String)
  /// The header row asked for lies beyond the last record.
  case headerMissing(records: Int)
  /// A header and nothing below it.
  case headerOnly
  /// `first` is the letter of the column that has the name already.
  case headerDuplicate(name: String, letter: String, first: String)
  case headerEmpty(letter: String)
  /// Columns after the last named one.
  case headerEmptyTrailing(letter: String)
  case headerDiffers(other: String, found: String, expected: String)
  case headerHiddenCharacter(String)
  case headerQuoted(sign: String)
  case headerOuterSpace
  case tooManyColumns(found: Int, limit: Int)
  case delimiterInvalid
  /// One column, but a sign that is not tried stands equally often in every line.
  case delimiterElsewhere(sign: String, canBeNamed: Bool)
  /// Every row is one quoted cell with the delimiter inside: what is left of a table that was saved from one column.
  case rowsQuoted(sign: String)
  /// One column, whose lines are parted by blanks into equally many words: a table for a printer.
  case columnsByBlanks(words: Int)
  /// Every line begins with the sign that mail puts before what it quotes.
  case mailQuoted
  /// The file begins with a tag.
  case markup(tag: String)
  /// Header and rows can be read with both.
  case delimiterAmbiguous(first: String, second: String)
  case encodingUnknown
  case encodingAmbiguous
  case encodingZeroBytes
  case encodingContradictsMark(named: TextEncoding, mark: TextEncoding)
  case encodingLooksLikeUTF8(named: TextEncoding)
  /// The system's conversion tables are not installed.
  case encodingUnavailable(TextEncoding)
  case invalidBytes(TextEncoding)
  /// A cell of UTF-8 in a file of CP932.
  case otherEncoding(read: TextEncoding)
  /// The last character of the file is only half there.
  case cutOff(TextEncoding)
  case unterminatedQuote
  /// `line` is where the text stands; the record opened at the line of the finding.
  case textAfterQuote(line: Int)
  case quoteInField(line: Int)
  case zeroByte
  case recordShort(found: Int, expected: Int)
  case recordLong(found: Int, expected: Int)
  /// Too many cells, but those beyond the header are all empty.
  case recordLongButEmpty(found: Int, expected: Int)
  case fieldTooLong(limit: Int)
  case recordTooLong(limit: Int)
  case recordTooManyLines(limit: Int)
  /// A cell over several lines that holds rows of the table.
  case swallowedRows(lines: Int)
  case outOfMemory

  public static var examples: [ReadingRule] {
    [
      .fileNotFound, .fileUnreadable(reason: "Permission denied"), .fileIsDirectory, .fileNotRegular,
      .readFailed(reason: "Input/output error"), .fileChanged, .fileEmpty,
      .fileTwice("4月.csv"), .fileCopied("4月.csv"), .headerMissing(records: 2), .headerOnly,
      .headerDuplicate(name: "件数", letter: "D", first: "B"), .headerEmpty(letter: "C"),
      .headerEmptyTrailing(letter: "F"), .headerDiffers(other: "4月.csv", found: "件数", expected: "人数"),
      .headerHiddenCharacter("U+200B"), .headerQuoted(sign: "'"), .headerOuterSpace,
      .tooManyColumns(found: 20_000, limit: 16_384), .delimiterInvalid,
      .delimiterElsewhere(sign: "|", canBeNamed: true), .rowsQuoted(sign: ","), .columnsByBlanks(words: 3),
      .mailQuoted, .markup(tag: "<html>"),
      .delimiterAmbiguous(first: ",", second: ";"), .encodingUnknown,
      .encodingAmbiguous, .encodingZeroBytes,
      .encodingContradictsMark(named: .cp932, mark: .utf8), .encodingLooksLikeUTF8(named: .cp932),
      .encodingUnavailable(.cp932), .invalidBytes(.utf8), .otherEncoding(read: .cp932), .cutOff(.utf16LittleEndian),
      .unterminatedQuote,
      .textAfterQuote(line: 3),
      .quoteInField(line: 3), .zeroByte, .recordShort(found: 3, expected: 4), .recordLong(found: 5, expected: 4),
      .recordLongButEmpty(found: 6, expected: 4), .fieldTooLong(limit: 16_777_216), .recordTooLong(limit: 20_971_520),
      .recordTooManyLines(limit: 10_000), .swallowedRows(lines: 4), .outOfMemory,
    ]
  }

  public var code: String {
    switch self {
    case .fileNotFound: "file.not-found"
    case .fileUnreadable: "file.unreadable"
    case .fileIsDirectory: "file.is-directory"
    case .fileNotRegular: "file.not-regular"
    case .readFailed: "file.read-failed"
    case .fileChanged: "file.changed"
    case .fileEmpty: "file.empty"
    case .fileTwice: "file.twice"
    case .fileCopied: "file.copied"
    case .headerMissing: "header.missing"
    case .headerOnly: "file.header-only"
    case .headerDuplicate: "header.duplicate"
    case .headerEmpty: "header.empty"
    case .headerEmptyTrailing: "header.empty-trailing"
    case .headerDiffers: "header.differs"
    case .headerHiddenCharacter: "header.hidden-character"
    case .headerQuoted: "header.other-quotes"
    case .headerOuterSpace: "header.outer-space"
    case .tooManyColumns: "header.too-many-columns"
    case .delimiterInvalid: "delimiter.invalid"
    case .delimiterElsewhere: "delimiter.elsewhere"
    case .rowsQuoted: "delimiter.rows-quoted"
    case .columnsByBlanks: "delimiter.blanks"
    case .mailQuoted: "file.mail-quoted"
    case .markup: "file.markup"
    case .delimiterAmbiguous: "delimiter.ambiguous"
    case .encodingUnknown: "encoding.unknown"
    case .encodingAmbiguous: "encoding.ambiguous"
    case .encodingZeroBytes: "encoding.zero-bytes"
    case .encodingContradictsMark: "encoding.contradicts-mark"
    case .encodingLooksLikeUTF8: "encoding.looks-like-utf8"
    case .encodingUnavailable: "encoding.unavailable"
    case .invalidBytes: "encoding.invalid-bytes"
    case .otherEncoding: "encoding.mixed"
    case .cutOff: "encoding.cut-off"
    case .unterminatedQuote: "record.unterminated-quote"
    case .textAfterQuote: "record.text-after-quote"
    case .quoteInField: "record.quote-in-field"
    case .zeroByte: "record.nul"
    case .recordShort: "record.short"
    case .recordLong: "record.long"
    case .recordLongButEmpty: "record.long-empty"
    case .fieldTooLong: "record.field-too-long"
    case .recordTooLong: "record.too-long"
    case .recordTooManyLines: "record.too-many-lines"
    case .swallowedRows: "record.swallows-rows"
    case .outOfMemory: "record.out-of-memory"
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .fileCopied, .headerOnly, .headerEmptyTrailing, .headerHiddenCharacter, .headerQuoted, .headerOuterSpace,
      .delimiterElsewhere, .rowsQuoted, .columnsByBlanks, .mailQuoted,
      .encodingLooksLikeUTF8:
      .warning
    default: .error
    }
  }
}
