import ShihyoModel
import ShihyoReports

/// A `figures.csv` as it stands: what is wrong with it is a finding, and the other rows are still there to be compared.
struct LedgerText: Sendable {
  struct Row: Sendable {
    var cells: [String: String]
    var line: Int
    var bytes: Range<Int>
  }

  let path: String
  private(set) var rows: [String: Row] = [:]
  /// In the order of the file, each once.
  private(set) var ids: [String] = []
  private(set) var findings: [Finding]

  /// - Errors: no file, no header.
  init(path: String) throws(Findings) {
    self.path = path
    let file = try CSVFile(path: path)
    findings = file.findings
    for column in LedgerCSV.columns where !file.header.contains(column) {
      findings.append(Finding(LedgerRule.columnMissing(column), at: Place(file: path, line: 1)))
    }
    guard let idColumn = file.header.firstIndex(of: "id") else { return }
    for record in file.records {
      let id = record.cells[idColumn]
      let place = Place(file: path, line: record.line, column: .field(number: idColumn + 1, name: "id"))
      do throws(FigureIDRule) { _ = try FigureID(spelling: id) } catch {
        findings.append(Finding(error, at: place, text: id))
        continue
      }
      if let first = rows[id] {
        findings.append(Finding(LedgerRule.idTwice(line: first.line), at: place, text: id))
        continue
      }
      ids.append(id)
      rows[id] = Row(
        cells: Dictionary(zip(file.header, record.cells), uniquingKeysWith: { first, _ in first }), line: record.line,
        bytes: record.bytes)
    }
  }
}
