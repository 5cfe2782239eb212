import ShihyoDefinitions
import ShihyoModel

/// One row of a ledger in its parts, as it was written.
struct LedgerEntry: Hashable, Sendable {
  let id: FigureID
  /// Physical line, from 1.
  let line: Int
  let printed: String
  let unit: String
  let numerator: String
  let denominator: String
  let n: String
  let definition: String
  /// `half-up:1`
  let rounding: String
  /// `missing;incomplete(missing=2)`
  let marks: String

  fileprivate init?(_ spelling: String, _ row: LedgerFile.Row) {
    guard let id = try? FigureID(spelling: spelling) else { return nil }
    self.id = id
    line = row.line
    func cell(_ name: String) -> String { row.cells[name] ?? "" }
    (printed, unit) = (cell("printed"), cell("unit"))
    (numerator, denominator, n) = (cell("numerator"), cell("denominator"), cell("n"))
    (definition, rounding, marks) = (cell("definition"), cell("rounding"), cell("marks"))
  }
}

extension LedgerFile {
  /// In the order of the file.
  ///
  /// - Errors: everything that is wrong with the ledger.
  func entries() throws(Findings) -> [LedgerEntry] {
    let errors = findings.filter { $0.severity == .error }
    if !errors.isEmpty { throw Findings(errors) }
    return ids.compactMap { id in rows[id].flatMap { LedgerEntry(id, $0) } }
  }

  /// What marks its records, such as 架空データ; nil without the column.
  var notice: String? { ids.first.flatMap { rows[$0]?.cells["notice"] }.flatMap { $0.isEmpty ? nil : $0 } }
}

extension LedgerEdition {
  /// The newest first: by the end of the period, then by the edition.
  static func newestFirst(of report: ReportDefinition) -> [LedgerEdition] {
    all(of: report).filter { DefinitionFile.exists($0.ledgerPath) }
      .sorted { ($0.end, $0.edition) > ($1.end, $1.edition) }
  }

  /// `published/FY2025Q2/1`
  var folderName: String { "published/\(period)/\(edition)" }

  /// The last day of the period; what names no time comes before every period.
  private var end: Int {
    if let period = Period(machineSpelling: period) { return period.last.dayNumber }
    return (try? TimeGrammar().read(period).value.last.dayNumber) ?? .min
  }
}
