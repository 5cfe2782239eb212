public import ShihyoModel

/// What is known of one file: how its bytes are read, and how much is in it.
public struct FileProfile: Hashable, Sendable {
  /// Line ends by kind; those inside quotes count too.
  public struct Newlines: Hashable, Sendable {
    public var crlf = 0
    public var lf = 0
    public var cr = 0
    public var endsWithNewline = false
    public init() {}
    public var kinds: Int { [crlf, lf, cr].count { $0 > 0 } }
  }

  /// As written; nil for standard input.
  public var path: String?
  public var bytes: Int
  public var encoding: TextEncoding
  /// With the way it was found.
  public var encodingLabel: Bilingual
  public var hasByteOrderMark: Bool
  public var delimiter: UInt8
  public var delimiterLabel: Bilingual
  /// Physical line of the header's last row; nil without a header row.
  public var headerLine: Int?
  /// Physical lines before the first record.
  public var skippedLines: Int
  /// Records above the header row and type rows below it.
  public var passedRecords: Int
  public var lines: Int
  public var records: Int
  public var rejected: Int
  public var blankLines: Int
  /// nil for standard input, and where line ends are more than one byte long (UTF-16).
  public var newlines: Newlines?
  /// nil for standard input, which can be read only once.
  public var sha256: String?
}
