import ShihyoEngine
package import ShihyoModel

/// A ledger (`figures.csv`) as it was written: one entry a line, nothing recomputed.
///
/// - Errors: what makes the file unreadable, columns that are missing, ids that cannot be read or stand twice: all of them, with
///   their lines.
/// - Cost: O(bytes).
package struct LedgerFile: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let id: FigureID
    /// Physical line, from 1.
    package let line: Int
    package let printed: String
    package let unit: String
    package let numerator: String
    package let denominator: String
    package let n: String
    package let definition: String
    /// `half-up:1`
    package let rounding: String
    /// `missing;incomplete(missing=2)`
    package let marks: String
  }

  package let path: String
  package private(set) var entries: [Entry] = []
  /// What marks every record, such as 架空データ; nil without the column.
  package private(set) var notice: String?

  package init(path: String) throws(Findings) {
    self.path = path
    var options = ReadingOptions()
    options.encoding = .utf8
    options.delimiter = UInt8(ascii: ",")
    let reader = try RecordReader(source: .file(path: path), options: options)
    let names = reader.header.names
    let places = try Self.places(in: names, path: path)
    var findings = reader.header.findings.filter { $0.severity == .error }
    var lines: [FigureID: Int] = [:]
    while let batch = try reader.nextBatch() {
      findings += batch.findings
      let decoder = CellDecoder(batch.encoding)
      for record in batch.records.indices {
        let line = batch.records[record].line
        func cell(_ index: Int?) -> String {
          guard let index else { return "" }
          return batch.withField(record, index) { decoder.decode($0) ?? "" }
        }
        let texts = places.map { cell($0) }
        notice = notice ?? names.firstIndex(of: CSVRenderer.noticeName).map { cell($0) }
        do throws(FigureIDRule) {
          let id = try FigureID(spelling: texts[0])
          if let first = lines[id] {
            findings.append(Finding(LedgerRule.idTwice(line: first), at: batch.place(record, 0), text: texts[0]))
            continue
          }
          lines[id] = line
          entries.append(
            Entry(
              id: id, line: line, printed: texts[1], unit: texts[2], numerator: texts[3], denominator: texts[4],
              n: texts[5], definition: texts[6], rounding: texts[7], marks: texts[8]))
        } catch {
          findings.append(Finding(error, at: batch.place(record, 0), text: texts[0]))
        }
      }
    }
    if !findings.isEmpty { throw Findings(findings) }
  }

  /// Whether the header is that of a ledger.
  package static func isLedger(_ names: [String]) -> Bool { names.starts(with: LedgerCSV.columns) }

  private static func places(in names: [String], path: String) throws(Findings) -> [Int] {
    var places: [Int] = []
    var missing: [Finding] = []
    for column in LedgerCSV.columns {
      if let place = names.firstIndex(of: column) {
        places.append(place)
      } else {
        missing.append(Finding(LedgerRule.columnMissing(column), at: Place(file: path, line: 1), text: column))
      }
    }
    if !missing.isEmpty { throw Findings(missing) }
    return places
  }
}
