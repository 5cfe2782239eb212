import Glibc
import ShihyoModel

/// The rows below the header of a small file as texts: what is known of a table by looking at it as a person does.
///
/// - Cost: O(bytes) time and memory; files beyond the limit are not looked at.
struct TableGrid: Sendable {
  struct Row: Sendable {
    /// Number of the record below the header, from 1.
    let number: Int
    let line: Int
    let cells: [String]
    /// Of each cell, the number of its spelling.
    let codes: [Int]
    /// As many cells as the header.
    let isWhole: Bool
    /// A blank line stands above.
    let isAfterGap: Bool
    /// Cells that hold something.
    let filled: [Int]

    var isEmpty: Bool { filled.isEmpty }
    var first: String { filled.first.map { cells[$0] } ?? "" }
  }

  let header: HeaderInfo
  private(set) var rows: [Row] = []
  private(set) var spellings = CellSpellings()

  /// nil for standard input, which can be read only once, and for files of more than `limit` bytes.
  ///
  /// - Errors: as for reading the file.
  init?(_ source: Dataset.Source, _ reading: ReadingOptions, limit: Int) throws(Findings) {
    guard case .file(let path) = source else { return nil }
    var status = stat()
    guard stat(path, &status) == 0, Int(status.st_size) <= limit else { return nil }
    var plain = reading
    plain.shape = nil
    let reader = try RecordReader(source: source, options: plain)
    header = reader.header
    var next = (header.line ?? 0) + 1 + reading.skipAfterHeader
    while let batch = try reader.nextBatch() { add(batch, &next) }
  }

  private mutating func add(_ batch: RecordBatch, _ next: inout Int) {
    let decoder = CellDecoder(batch.encoding)
    rows.reserveCapacity(rows.count + batch.records.count)
    var rejected = batch.rejected[...]
    for (index, record) in batch.records.enumerated() {
      while let row = rejected.first, row.number < record.number {
        add(row, of: batch, decoder, &next)
        rejected.removeFirst()
      }
      let codes = (0..<record.fieldCount).map { column in
        batch.withField(index, column) { spellings.code(of: $0, decoder) }
      }
      add(codes, number: record.number, line: record.line, lines: record.lineCount, isWhole: true, &next)
    }
    for row in rejected { add(row, of: batch, decoder, &next) }
  }

  private mutating func add(
    _ row: RecordBatch.Rejected, of batch: RecordBatch, _ decoder: CellDecoder, _ next: inout Int
  ) {
    let fields = RawRecord(batch.rawBytes(of: row), delimiter: header.delimiter).fields()
    let codes = fields.map { field in field.withUnsafeBufferPointer { spellings.code(of: $0, decoder) } }
    add(codes, number: row.number, line: row.line, lines: row.lineCount, isWhole: false, &next)
  }

  private mutating func add(
    _ codes: [Int], number: Int, line: Int, lines: Int, isWhole: Bool, _ next: inout Int
  ) {
    let filled = codes.indices.filter { !spellings.areBlank[codes[$0]] }
    rows.append(
      Row(
        number: number, line: line, cells: codes.map { spellings.texts[$0] }, codes: codes, isWhole: isWhole,
        isAfterGap: !rows.isEmpty && line > next, filled: filled))
    next = line + max(1, lines)
  }

  /// What a cell could be.
  func traits(_ row: Int, _ column: Int) -> CellTraits { spellings.traits[rows[row].codes[column]] }
}
