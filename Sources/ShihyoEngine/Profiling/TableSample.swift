import ShihyoModel

/// The first rows of a file as texts, whatever their width: what a person sees on the first screen of an editor.
struct TableSample: Sendable {
  static let mostRows = 80

  struct Row: Sendable {
    /// Number of the record, from 1, counted as `--header-rows` counts.
    let record: Int
    let line: Int
    let cells: [String]
    /// Cells that hold something.
    let filled: Int
    /// Some of its bytes are no text of the encoding.
    let isUnreadable: Bool

    init(record: Int, line: Int, cells: [String], isUnreadable: Bool = false) {
      self.isUnreadable = isUnreadable
      self.record = record
      self.line = line
      self.cells = cells
      filled = cells.count { !TextFolding.isBlank($0) }
    }
    var startsWithHash: Bool { cells.first?.hasPrefix("#") ?? false }
  }

  private(set) var rows: [Row] = []

  /// - Errors: as for reading the file.
  init(_ source: Dataset.Source, _ options: ReadingOptions) throws {
    var options = options
    options.hasHeader = false
    let reader = try RecordReader(source: source, options: options, blockBytes: 1 << 16)
    while rows.count < Self.mostRows, let batch = try reader.nextBatch() { add(batch) }
  }

  private mutating func add(_ batch: RecordBatch) {
    let decoder = CellDecoder(batch.encoding)
    var found: [Row] = []
    for (index, record) in batch.records.enumerated().prefix(Self.mostRows) {
      let cells = (0..<record.fieldCount).map { column in batch.withField(index, column) { decoder.decode($0) } }
      found.append(
        Row(
          record: record.number, line: record.line, cells: cells.map { $0 ?? "" }, isUnreadable: cells.contains(nil)))
    }
    // A row of another width than the first one is refused by the reader, but it may well be the table.
    for rejected in batch.rejected.prefix(Self.mostRows) {
      let text = decoder.decode(batch.rawBytes(of: rejected))
      let cells = Self.split(text ?? "", UnicodeScalar(batch.header.delimiter))
      found.append(Row(record: rejected.number, line: rejected.line, cells: cells, isUnreadable: text == nil))
    }
    rows += found.sorted { $0.record < $1.record }.prefix(Self.mostRows - rows.count)
  }

  private static func split(_ record: String, _ delimiter: UnicodeScalar) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in record.unicodeScalars {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if scalar == delimiter, !isQuoted {
        cells.append(String(cell))
        cell.removeAll()
      } else if isQuoted || (scalar != "\r" && scalar != "\n") {
        cell.append(scalar)
      }
    }
    cells.append(String(cell))
    return cells
  }
}
