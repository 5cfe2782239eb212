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
