import ShihyoEngine
import ShihyoModel

/// A small CSV file of ours, read as a whole with the place of every record: known figures and ledgers.
struct CSVFile {
  struct Record {
    var cells: [String]
    var line: Int
    /// Bytes in the file, its line end included.
    var bytes: Range<Int>
  }

  var path: String
  var header: [String]
  var records: [Record] = []
  /// Records that could not be read, and cells that are no UTF-8.
  var findings: [Finding] = []

  /// - Errors: no file, no header.
  init(path: String) throws(Findings) {
    self.path = path
    var options = ReadingOptions()
    options.delimiter = UInt8(ascii: ",")
    options.encoding = .utf8
    let reader = try RecordReader(source: .file(path: path), options: options)
    header = reader.header.names
    while let batch = try reader.nextBatch() {
      findings += batch.findings
      let decoder = CellDecoder(batch.encoding)
      for (index, record) in batch.records.enumerated() {
        var cells: [String] = []
        for column in 0..<record.fieldCount {
          guard let cell = batch.withField(index, column, { decoder.decode($0) }) else {
            findings.append(
              Finding(
                VerificationRule.notUTF8,
                at: Place(
                  file: path, line: record.line, column: .field(number: column + 1, name: header[column]))))
            cells.append("")
            continue
          }
          cells.append(cell)
        }
        let size = batch.rawBytes(of: record).count
        records.append(
          Record(cells: cells, line: record.line, bytes: record.byteOffset..<record.byteOffset + size))
      }
    }
  }
}
