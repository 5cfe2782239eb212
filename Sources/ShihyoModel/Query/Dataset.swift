/// What an engine reads: files of one header (or standard input), what is known of their columns, and how to read them.
public struct Dataset: Hashable, Sendable {
  public enum Source: Hashable, Sendable {
    case file(path: String)
    case standardInput
  }

  /// Shown in outputs: `kitakyushu-issue-ranks/ranks`, or the path as typed.
  public var name: String
  public var sources: [Source]
  /// nil: no descriptor; the aggregate decides how a column is read.
  public var schema: Schema?
  public var reading: ReadingOptions
  /// What every output of these figures must carry, such as 架空データ.
  public var notice: Bilingual?

  public init(
    name: String, sources: [Source], schema: Schema? = nil, reading: ReadingOptions = ReadingOptions(),
    notice: Bilingual? = nil
  ) {
    self.name = name
    self.sources = sources
    self.schema = schema
    self.reading = reading
    self.notice = notice
  }
}

/// How bytes become records; nil means «find out».
public struct ReadingOptions: Hashable, Sendable {
  public enum OnError: String, Hashable, Sendable, CaseIterable { case fail, skip }

  /// One byte; nil: the `sep=` line, else the best of `,` TAB `;` on the header.
  public var delimiter: UInt8?
  public var encoding: TextEncoding?
  public var hasHeader = true
  /// Physical lines to pass over before anything is parsed.
  public var skipLines = 0
  /// First and last header record, from 1 after `skipLines`; labels of several rows are joined.
  public var headerRows: ClosedRange<Int> = 1...1
  /// Records between header and data (type rows).
  public var skipAfterHeader = 0
  public var onError = OnError.fail
  /// Rejected rows go here, as read.
  public var rejectsPath: String?
  public var maximumFieldBytes = 1 << 24
  /// For date columns that no descriptor describes: `4/1/2023`.
  public var dateOrder: Field.DateOrder?
  /// For year columns that no descriptor describes: a bare R5.
  public var yearReading: Field.YearReading?
  /// How rows become records; nil: every row is one.
  public var shape: TableShape? {
    get { shapes.first }
    set { shapes = newValue.map { [$0] } ?? [] }
  }
  /// One or none: behind one reference, since options are copied often and a layout is large.
  private var shapes: [TableShape] = []

  public init() {}
}

extension ReadingOptions {
  /// Beside the rejected rows, why each was rejected: `back.reasons.csv` for `back.csv`.
  public var rejectReasonsPath: String? {
    rejectsPath.map { ($0.hasSuffix(".csv") ? String($0.dropLast(4)) : $0) + ".reasons.csv" }
  }
}

/// Encodings that can be named or found (design.md, section 2).
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case cp932
  case eucJP = "euc-jp"
  case iso2022JP = "iso-2022-jp"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
}
