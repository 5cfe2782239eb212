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
  private var known: [Label: CellTraits] = [:]

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
    var found: [(number: Int, line: Int, lines: Int, cells: [String], isWhole: Bool)] = []
    for (index, record) in batch.records.enumerated() {
      let cells = (0..<record.fieldCount).map { column in batch.withField(index, column) { decoder.decode($0) ?? "" } }
      found.append((record.number, record.line, record.lineCount, cells, true))
    }
    for row in batch.rejected {
      let fields = RawRecord(batch.rawBytes(of: row), delimiter: header.delimiter).fields()
      found.append((row.number, row.line, row.lineCount, fields.map { decoder.decode($0) ?? "" }, false))
    }
    for row in found.sorted(by: { $0.number < $1.number }) {
      let filled = row.cells.indices.filter { !TextFolding.isBlank(row.cells[$0]) }
      rows.append(
        Row(
          number: row.number, line: row.line, cells: row.cells, isWhole: row.isWhole,
          isAfterGap: !rows.isEmpty && row.line > next, filled: filled))
      next = row.line + max(1, row.lines)
    }
  }

  /// What the text could be; looked at once.
  mutating func traits(_ text: String) -> CellTraits {
    if let trait = known[Label(text)] { return trait }
    let trait = CellTraits(text)
    known[Label(text)] = trait
    return trait
  }
}
