import ShihyoEngine
import ShihyoModel

/// One version of a dataset, read whole: every cell as it stands, with its line.
///
/// - Errors: what makes a file unreadable, and rejected rows: a row that cannot be read would look as if it had gone.
/// - Cost: memory for the whole table.
struct VersionTable {
  struct Row {
    /// nil: standard input.
    var file: String?
    /// Physical line, from 1.
    var line: Int
    var cells: [String]
  }

  let name: String
  let names: [String]
  let schema: Schema?
  private(set) var rows: [Row] = []

  init(_ dataset: Dataset) throws(Findings) {
    name = dataset.name
    schema = dataset.schema
    var header: HeaderInfo?
    var findings: [Finding] = []
    for source in dataset.sources {
      let reader = try RecordReader(source: source, options: dataset.reading)
      if let header, let difference = reader.header.difference(from: header) { throw Findings([difference]) }
      header = header ?? reader.header
      findings += reader.header.findings.filter { $0.severity == .error }
      while let batch = try reader.nextBatch() {
        findings += batch.findings.filter { $0.severity == .error }
        let decoder = CellDecoder(batch.encoding)
        for record in batch.records.indices {
          var cells: [String] = []
          for column in reader.header.names.indices {
            if let text = batch.withField(record, column, { decoder.decode($0) }) {
              cells.append(text)
            } else {
              cells.append("")
              findings.append(batch.invalidBytes(record, column))
            }
          }
          rows.append(Row(file: reader.header.path, line: batch.records[record].line, cells: cells))
        }
      }
    }
    names = header?.names ?? []
    if !findings.isEmpty { throw Findings(findings) }
  }

  func field(_ column: Int) -> Field? {
    let folded = Label(TextFolding.fold(names[column]))
    return schema?.fields.first { Label(TextFolding.fold($0.name)) == folded }
  }

  func place(_ row: Int, _ column: Int? = nil) -> Place {
    Place(
      file: rows[row].file, line: rows[row].line, column: column.map { .field(number: $0 + 1, name: names[$0]) })
  }
}
