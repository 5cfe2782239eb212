import ShihyoModel

/// Finds out whether the header is where it was declared; where it is not, looks for the row in which it seems to stand.
///
/// - Cost: one look at the names; the file is read again, up to some rows, only where most names are missing.
enum HeaderPlace {
  private static let rowsSearched = 100

  /// The finding; nil where at least half of the names are in the header.
  static func finding(
    _ header: HeaderInfo, expected: [String], source: Dataset.Source, options: ReadingOptions
  ) -> Finding? {
    guard header.hasHeaderRow, !expected.isEmpty else { return nil }
    let present = Set(header.names.map { Label(TextFolding.fold($0)) })
    let missing = expected.filter { !present.contains(Label(TextFolding.fold($0))) }
    guard missing.count * 2 > expected.count else { return nil }
    let line = line(like: expected, header, source, options)
    // A single name may be misspelt; it is elsewhere only where it is found.
    if expected.count == 1, line == nil { return nil }
    return Finding(
      ShapeRule.headerElsewhere(missing: missing, line: line), at: Place(file: header.path, line: header.line),
      text: header.names.first { !$0.isEmpty })
  }

  /// Of a dataset whose rows are records; a layout looks for itself, since its records have other columns.
  static func finding(_ header: HeaderInfo, _ dataset: Dataset, _ source: Dataset.Source) -> Finding? {
    guard dataset.reading.shape == nil, let schema = dataset.schema, schema.fieldsMatch != .superset,
      schema.fieldsMatch != .partial
    else { return nil }
    return finding(header, expected: schema.fields.map(\.name), source: source, options: dataset.reading)
  }

  private static func line(
    like expected: [String], _ header: HeaderInfo, _ source: Dataset.Source, _ options: ReadingOptions
  ) -> Int? {
    guard case .file = source else { return nil }
    var plain = ReadingOptions()
    plain.encoding = options.encoding
    plain.delimiter = options.delimiter ?? header.delimiter
    plain.hasHeader = false
    guard let reader = try? RecordReader(source: source, options: plain, blockBytes: 1 << 18),
      let batch = try? reader.nextBatch()
    else { return nil }
    let decoder = CellDecoder(batch.encoding)
    let rows =
      batch.records.prefix(rowsSearched).map { ($0.line, batch.rawBytes(of: $0)) }
      + batch.rejected.prefix(rowsSearched).map { ($0.line, batch.rawBytes(of: $0)) }
    let wanted = expected.map { TextFolding.fold($0) }
    var best: (line: Int, found: Int)?
    for (line, raw) in rows.sorted(by: { $0.0 < $1.0 }) {
      let cells = RawRecord(raw, delimiter: header.delimiter).fields().compactMap { decoder.decode($0) }
      let labels = Set(cells.map { TextFolding.fold($0) }.filter { !$0.isEmpty })
      // Of stacked labels only the last stands in the row.
      let found = wanted.filter { name in
        labels.contains(name) || labels.contains { name.hasSuffix(" " + $0) }
      }.count
      if found * 2 >= expected.count, found > best?.found ?? 0 { best = (line, found) }
    }
    return best.flatMap { $0.line == header.line ? nil : $0.line }
  }
}
