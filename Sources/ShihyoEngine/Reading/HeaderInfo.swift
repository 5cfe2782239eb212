package import ShihyoModel

/// What the beginning of a file says: columns, and how bytes become records.
package struct HeaderInfo: Hashable, Sendable {
  package enum DelimiterEvidence: Hashable, Sendable {
    case named
    /// A first line such as `sep=;`.
    case separatorLine
    /// Of `,` TAB `;` it gives the header the most columns.
    case counted
    /// None of these stands in the header, so there is one column.
    case noneFound
  }

  /// More columns than any spreadsheet has: they would take memory without end.
  package static let maximumColumns = 16_384

  /// As the user wrote it; nil for standard input.
  package internal(set) var path: String?
  /// One name per column, as read; without a header row the letters of a spreadsheet: A, B, …, AA.
  package internal(set) var names: [String] = []
  package internal(set) var hasHeaderRow = true
  /// Per name, its column in the file from 0, nil where the file has none; nil where all stand as in the file.
  package internal(set) var sourceColumns: [Int?]?
  /// The labels of each header row, as read.
  package internal(set) var rows: [[String]] = []
  /// The header's last row as read, for the head of a file of rejected rows; in the encoding of the batches.
  package internal(set) var rawRow: [UInt8] = []
  /// Physical line of the header's last row; nil without a header row.
  package internal(set) var line: Int?
  /// As known when the header had been read; `RecordReader.encoding` may know more later.
  package internal(set) var encoding = EncodingChoice(.utf8, .asciiSoFar)
  package internal(set) var hasMark = false
  package internal(set) var delimiter: UInt8 = 0x2C
  package internal(set) var delimiterEvidence = DelimiterEvidence.counted
  /// Physical lines before the first record: those that were to be skipped, and a `sep=` line.
  package internal(set) var skippedLines = 0
  /// Records that are neither header nor data: those above the header row, and type rows below it.
  package internal(set) var passedRecords = 0
  /// What is wrong with the names, or looks wrong in the encoding; to be reported with all other findings.
  package internal(set) var findings: [Finding] = []

  /// Whether two files can be read as one table: nil if so, else a finding, placed in this file, that names both.
  package func difference(from first: HeaderInfo) -> Finding? {
    // Compared by bytes: Swift's strings would take two spellings of が for one.
    if names.map({ Label($0) }) == first.names.map({ Label($0) }) { return nil }
    let shared = min(names.count, first.names.count)
    let index = (0..<shared).first { Label(names[$0]) != Label(first.names[$0]) } ?? shared
    let found = index < names.count ? names[index] : ""
    let expected = index < first.names.count ? first.names[index] : ""
    return Finding(
      ReadingRule.headerDiffers(other: first.path ?? "-", found: found, expected: expected),
      at: Place(file: path, line: line, column: place(ofColumn: index, name: found.isEmpty ? nil : found)))
  }

  /// What a spreadsheet shows for a column, from 0; nil for one that the file does not have.
  package func place(ofColumn index: Int, name: String?) -> Place.Column? {
    guard let sourceColumns, index < sourceColumns.count else { return .field(number: index + 1, name: name) }
    return sourceColumns[index].map { .field(number: $0 + 1, name: name) }
  }
}

extension HeaderInfo {
  /// How the delimiter is called in messages.
  package var delimiterLabel: Bilingual {
    let sign =
      switch delimiter {
      case 0x09: Bilingual(ja: "タブ", en: "TAB")
      case 0x20: Bilingual(ja: "空白", en: "space")
      default: Bilingual(ja: "「\(UnicodeScalar(delimiter))」", en: "“\(UnicodeScalar(delimiter))”")
      }
    return switch delimiterEvidence {
    case .named: Bilingual(ja: "\(sign.ja)（指定）", en: "\(sign.en) (named)")
    case .separatorLine: Bilingual(ja: "\(sign.ja)（sep= 行）", en: "\(sign.en) (sep= line)")
    case .counted: Bilingual(ja: "\(sign.ja)（判定）", en: "\(sign.en) (detected)")
    case .noneFound: Bilingual(ja: "\(sign.ja)（見出しに区切りなし）", en: "\(sign.en) (none in the header)")
    }
  }
}
