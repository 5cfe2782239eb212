public import ShihyoModel

/// The lint for machine-readable tables: the ministry's check items on the files of a dataset as they stand, each finding with its
/// place.
///
/// - What: the rows of the file, not the records that a declared layout makes of them. Of the 15 items, 1-8 (drawn objects) cannot
///   apply to CSV.
/// - Standard input is read a second time: `StandardInputReplay` keeps it and goes back to its beginning.
/// - Errors: what makes a file unreadable. Rows that are broken are left to `check`.
/// - Cost: one pass; each spelling that repeats at once is judged once. Memory for the findings.
public struct Linter: Sendable {
  private let limit: Int

  public init(maximumFindings: Int = Checker.standardLimit) { limit = maximumFindings }

  /// Adds the findings to those of a check of the same dataset.
  public func add(to report: CheckReport, of dataset: Dataset) throws -> CheckReport {
    var log = CheckLog(limit: limit)
    for (index, source) in dataset.sources.enumerated() {
      for finding in try findings(source, dataset) { log.add(finding, source: index) }
    }
    var report = report
    report.findings = CheckReport.merged(report.findings, log.findings, files: report.files)
    report.total += log.total
    report.counts += log.codeCounts
    return report
  }

  private func findings(_ source: Dataset.Source, _ dataset: Dataset) throws -> [Finding] {
    var options = dataset.reading
    // The table as it is published, not as it is understood.
    let isShaped = options.shape != nil
    options.shape = nil
    if !isShaped, dataset.schema == nil { options = try belowCodes(source, options) }
    let scout = try TableScout(source, options, seeksSuspects: false)
    let reader = try RecordReader(source: source, options: options)
    var table = LintedTable(
      reader.header, hasTypeRows: options.skipAfterHeader > 0, schema: isShaped ? nil : dataset.schema,
      secondTable: scout?.secondTable)
    while let batch = try reader.nextBatch() {
      try Task.checkCancellation()
      table.add(batch)
    }
    return table.finish()
  }

  /// Beneath titles and codes the labels are the header, no cells of the table: a row of words above three columns of numbers.
  /// Above fewer nobody can tell a second header row from a broken first row.
  private func belowCodes(_ source: Dataset.Source, _ options: ReadingOptions) throws -> ReadingOptions {
    guard let guess = try HeaderGuess(source, options) else { return options }
    let rows = try TableSample(source, options).rows
    let numbers = HeaderGuess.numericColumns(rows.drop { $0.record <= guess.headerRows.upperBound })
    let cells = rows.first { $0.record == guess.headerRows.upperBound }?.cells.filter { !$0.isEmpty } ?? []
    let words = cells.count { cell in !cell.contains(where: \.isNumber) }
    let isHeader = guess.headerRows.lowerBound > 1 || (numbers.count >= 3 && words * 2 >= cells.count)
    return isHeader ? guess.applied(to: options) : options
  }
}

extension CheckReport {
  /// Both lists by file and line; of one line the first list comes first.
  fileprivate static func merged(_ first: [Finding], _ second: [Finding], files: [String]) -> [Finding] {
    let places = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return (first + second).enumerated().sorted { left, right in
      let (a, b) = (left.element.place, right.element.place)
      let (file, other) = (a.file.flatMap { places[$0] } ?? 0, b.file.flatMap { places[$0] } ?? 0)
      return (file, a.line ?? 0, left.offset) < (other, b.line ?? 0, right.offset)
    }.map(\.element)
  }
}
