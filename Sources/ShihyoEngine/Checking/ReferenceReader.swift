import ShihyoModel

/// Collects the keys that a foreign key may name, from the table that it refers to.
///
/// - Memory: the distinct keys of the referenced columns.
struct ReferenceReader {
  let dataset: Dataset
  let fields: [String]
  let blockBytes: Int

  /// - Errors: the table cannot be read, or lacks a column. Cells that do not fit are left out: checking that table says so.
  func keys() throws -> Set<KeyText> {
    var keys: Set<KeyText> = []
    for source in dataset.sources {
      let reader = try RecordReader(source: source, options: dataset.reading, blockBytes: blockBytes)
      let columns = try columns(of: reader.header)
      while let batch = try reader.nextBatch() {
        try Task.checkCancellation()
        let decoder = CellDecoder(batch.encoding)
        for record in batch.records.indices {
          if let key = key(batch, record, columns, decoder) { keys.insert(key) }
        }
      }
    }
    return keys
  }

  private func columns(of header: HeaderInfo) throws(Findings) -> [TouchedColumn] {
    let declared = dataset.schema.map { HeaderCheck(header, $0).fields }
    let names = header.names.indices.map { declared?[$0]?.name ?? header.names[$0] }
    let resolver = ColumnResolver(header: names)
    var columns: [TouchedColumn] = []
    for field in fields {
      switch resolver.index(of: field) {
      case .success(let index):
        columns.append(
          TouchedColumn(
            index: index, name: header.names[index], field: declared?[index], schema: dataset.schema,
            reading: dataset.reading))
      case .failure(let finding): throw Findings([finding])
      }
    }
    return columns
  }

  private func key(
    _ batch: RecordBatch, _ record: Int, _ columns: [TouchedColumn], _ decoder: CellDecoder
  ) -> KeyText? {
    var key = KeyText()
    var warnings: [Finding] = []
    for column in columns {
      let text = batch.withField(record, column.index) { decoder.decode($0) }
      guard let text, let identity = column.typed(text, warnings: &warnings).identity else { return nil }
      key.append(identity)
    }
    return key
  }
}
