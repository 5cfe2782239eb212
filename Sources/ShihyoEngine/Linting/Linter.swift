public import ShihyoModel

/// The lint for machine-readable tables: the ministry's check items on the files of a dataset as they stand, each finding with its
/// place.
///
/// - What: the rows of the file, not the records that a declared layout makes of them. Of the 15 items, 1-8 (drawn objects) cannot
///   apply to CSV.
/// - Errors: what makes a file unreadable. Rows that are broken are left to `check`.
/// - Cost: one pass; each spelling that repeats at once is judged once. Memory for the findings.
public struct Linter: Sendable {
  private let limit: Int

  public init(maximumFindings: Int = Checker.standardLimit) { limit = maximumFindings }

  /// Adds the findings to those of a check of the same dataset.
  public func add(to report: CheckReport, of dataset: Dataset) throws -> CheckReport {
    var log = CheckLog(limit: limit)
    for (source, file) in dataset.sources.enumerated() {
      // Standard input can be read once only.
      guard case .file(let path) = file else { continue }
      for finding in try findings(path, dataset) { log.add(finding, source: source) }
    }
    var report = report
    report.findings = CheckReport.merged(report.findings, log.findings, files: report.files)
    report.total += log.total
    report.counts += log.codeCounts
    return report
  }

  private func findings(_ path: String, _ dataset: Dataset) throws -> [Finding] {
    var options = dataset.reading
    // The table as it is published, not as it is understood.
    let isShaped = options.shape != nil
    options.shape = nil
    let reader = try RecordReader(source: .file(path: path), options: options)
    var table = LintedTable(reader.header, path: path, schema: isShaped ? nil : dataset.schema)
    while let batch = try reader.nextBatch() {
      try Task.checkCancellation()
      table.add(batch)
    }
    return table.finish()
  }
}

/// One file under the lint.
private struct LintedTable {
  private let header: HeaderInfo
  private let path: String
  private var columns: [LintColumn]
  private var findings: [Finding] = []
  /// The line after the last row with data, and the label of the first column above.
  private var nextLine: Int?
  private var hasLabelAbove = false
  /// Blank rows that have no data below them yet.
  private var blank: [Int] = []

  init(_ header: HeaderInfo, path: String, schema: Schema?) {
    self.header = header
    self.path = path
    columns = header.names.map { name in
      let folded = Label(TextFolding.fold(name))
      return LintColumn(name, field: schema?.fields.first { Label(TextFolding.fold($0.name)) == folded })
    }
    nextLine = header.line.map { $0 + 1 }
    addFileType()
    addHeading()
  }

  private mutating func addFileType() {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let isText = [".csv", ".tsv", ".txt"].contains { name.lowercased().hasSuffix($0) }
    if !isText { findings.append(Finding(LintRule.fileType, at: Place(file: path), text: name)) }
  }

  private mutating func addHeading() {
    guard header.hasHeaderRow else { return }
    for (column, name) in header.names.enumerated() {
      let place = Place(file: path, line: header.line, column: .field(number: column + 1, name: name))
      if name.isEmpty { findings.append(Finding(LintRule.mergedHeading, at: place)) }
      if LayoutSpace.stands(in: name) { findings.append(Finding(LintRule.layoutSpace, at: place, text: name)) }
      if let character = MachineDependent.first(in: name) {
        findings.append(Finding(LintRule.machineDependent(String(character)), at: place, text: name))
      }
    }
  }

  mutating func add(_ batch: RecordBatch) {
    let decoder = CellDecoder(batch.encoding)
    var rejected = batch.rejected[...]
    for record in batch.records.indices {
      let found = batch.records[record]
      while let first = rejected.first, first.line < found.line {
        nextLine = first.line + first.lineCount
        rejected.removeFirst()
      }
      if let nextLine, nextLine < found.line { blank.append(nextLine) }
      nextLine = found.line + found.lineCount
      let cells = columns.indices.map { column in batch.withField(record, column) { decoder.decode($0) ?? "" } }
      add(cells, line: found.line)
    }
    if let last = rejected.last { nextLine = last.line + last.lineCount }
  }

  private mutating func add(_ cells: [String], line: Int) {
    let filled = cells.indices.filter { !TextFolding.fold(cells[$0]).isEmpty }
    guard !filled.isEmpty else { return blank.append(line) }
    for line in blank { findings.append(Finding(LintRule.blankRow, at: Place(file: path, line: line))) }
    blank.removeAll()
    let repeatsHeader = filled.count > 1 && cells.map({ Label($0) }) == header.names.map { Label($0) }
    if repeatsHeader || filled == [0] && cells.count > 2 && SecondTable.isTitle(cells[0]) {
      findings.append(Finding(LintRule.secondTable, at: Place(file: path, line: line), text: cells[filled[0]]))
      return
    }
    let isLabelled = filled.first == 0
    if !isLabelled, hasLabelAbove, columns.count > 1 {
      let place = Place(file: path, line: line, column: .field(number: 1, name: header.names.first))
      findings.append(Finding(LintRule.mergedCell, at: place))
    }
    hasLabelAbove = hasLabelAbove || isLabelled
    for column in columns.indices {
      let place = Place(
        file: path, line: line, column: .field(number: column + 1, name: header.names[column]))
      findings += columns[column].judge(cells[column], at: place)
    }
  }

  consuming func finish() -> [Finding] {
    // Without a header row there is no heading that could name a unit.
    let hasUnits =
      !header.hasHeaderRow || header.names.contains { ["単位", "unit"].contains(TextFolding.fold($0).lowercased()) }
    var all = findings
    let last = columns.indices.last { !columns[$0].isBlank } ?? -1
    for (index, column) in columns.enumerated() {
      let heading = Place(file: path, line: header.line, column: .field(number: index + 1, name: column.name))
      all += column.columnFindings(heading: heading, hasUnitColumn: hasUnits)
      if column.isBlank, column.name.isEmpty, index < last {
        all.append(Finding(LintRule.blankColumn, at: heading))
      }
    }
    return all.enumerated().sorted {
      ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset)
    }.map(\.element)
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
