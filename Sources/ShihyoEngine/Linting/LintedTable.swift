import ShihyoModel

/// One file under the lint: what is said of rows and of the table; the cells are judged by its columns.
struct LintedTable {
  private let header: HeaderInfo
  private let path: String?
  private let known: SecondTable
  private var columns: [LintColumn]
  private var findings: [Finding] = []
  private var western = WesternYears()
  private var keys: MergedKeys
  /// The line after the last row with data, and the label of the first column above.
  private var nextLine: Int?
  private var hasLabelAbove = false
  /// Blank rows that have no data below them yet.
  private var blank: [Int] = []
  /// The line on which a search of the whole file found another table.
  private let secondTable: Finding?

  /// - Parameter hasTypeRows: rows below the header are passed over.
  init(_ header: HeaderInfo, hasTypeRows: Bool, schema: Schema?, secondTable: Finding?) {
    self.header = header
    self.secondTable = secondTable
    path = header.path
    known = SecondTable(header)
    columns = header.names.map { name in
      let folded = Label(TextFolding.fold(name))
      let field = schema?.fields.first { Label(TextFolding.fold($0.name)) == folded }
      let missing = field?.missingValues ?? schema?.missingValues ?? []
      return LintColumn(name, field: field, missingValues: missing, among: header.names)
    }
    keys = MergedKeys(isLabel: header.names.map { LintKind.isLabel($0) })
    nextLine = hasTypeRows ? nil : header.line.map { $0 + 1 }
    addFileType()
    guard header.hasHeaderRow else { return }
    for column in columns.indices { findings += columns[column].headingFindings(heading(column)) }
  }

  private func heading(_ column: Int) -> Place {
    Place(file: path, line: header.line, column: .field(number: column + 1, name: header.names[column]))
  }

  private mutating func addFileType() {
    guard let path else { return }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let isText = [".csv", ".tsv", ".txt"].contains { name.lowercased().hasSuffix($0) }
    if !isText { findings.append(Finding(LintRule.fileType, at: Place(file: path), text: name)) }
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
    let folded = cells.map { TextFolding.fold($0) }
    let filled = folded.indices.filter { !folded[$0].isEmpty }
    guard !filled.isEmpty else { return blank.append(line) }
    for line in blank { findings.append(Finding(LintRule.blankRow, at: Place(file: path, line: line))) }
    blank.removeAll()
    let isFound = secondTable?.place.line == line
    if isFound || known.repeatsHeader(cells) || filled == [0] && cells.count > 1 && SecondTable.isTitle(cells[0]) {
      findings.append(Finding(LintRule.secondTable, at: Place(file: path, line: line), text: cells[filled[0]]))
      return
    }
    let isLabelled = filled.first == 0
    if !isLabelled, hasLabelAbove, columns.count > 1 {
      let place = Place(file: path, line: line, column: .field(number: 1, name: header.names.first))
      findings.append(Finding(LintRule.mergedCell, at: place))
    }
    hasLabelAbove = hasLabelAbove || isLabelled
    keys.add(folded, line: line)
    var years: [CellYear?] = []
    years.reserveCapacity(columns.count)
    for column in columns.indices {
      let place = Place(
        file: path, line: line, column: .field(number: column + 1, name: header.names[column]))
      let judged = columns[column].judge(cells[column], at: place, isAlone: filled == [0] && columns.count > 1)
      findings += judged.findings
      years.append(judged.year)
    }
    western.add(years)
  }

  consuming func finish() -> [Finding] {
    var all = findings
    // A row of another width is no record, and was not seen above.
    if let secondTable, !all.contains(where: { $0.code == LintRule.secondTable.code }) {
      all.append(Finding(LintRule.secondTable, at: secondTable.place, text: secondTable.text))
    }
    // Without a header row there is no heading that could name a unit.
    let hasUnits =
      !header.hasHeaderRow || header.names.contains { ["単位", "unit"].contains(TextFolding.fold($0).lowercased()) }
    for (column, lines) in keys.found {
      for line in lines {
        var place = heading(column)
        place.line = line
        all.append(Finding(LintRule.mergedCell, at: place))
      }
    }
    // A total of other columns is in their unit.
    let others = columns.filter { $0.isNumeric && !$0.isTotal }
    let isSaid = !others.isEmpty && others.allSatisfy(\.saysUnit)
    let last = columns.indices.last { !columns[$0].isBlank } ?? -1
    for (index, column) in columns.enumerated() {
      all += column.columnFindings(
        heading: heading(index), hasUnitColumn: hasUnits || column.isTotal && isSaid,
        isWestern: western.cover(index))
      if column.isBlank, column.name.isEmpty, index < last {
        all.append(Finding(LintRule.blankColumn, at: heading(index)))
      }
    }
    return all.enumerated().sorted {
      ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset)
    }.map(\.element)
  }
}
