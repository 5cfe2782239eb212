import ShihyoModel

/// One check over all files of a dataset.
struct CheckRun: ~Copyable {
  private let dataset: Dataset
  private let blockBytes: Int
  private let paths: [String?]
  private var log: CheckLog
  private var accounting = Accounting()
  private var references: [Set<KeyText>?] = []
  private var firstHeader: HeaderInfo?
  /// Cells of the header that are refused: the records that hold them as keys do not say it again.
  private var headerFaults: Set<Place> = []
  private var columns: [CheckedColumn] = []
  private var keys: KeyCheck?
  private var periods: KeyPeriods?
  private var rejects: RejectsWriter?
  private var fatalKind: FailureKind?

  init(_ dataset: Dataset, limit: Int, blockBytes: Int) throws(Findings) {
    self.dataset = dataset
    self.blockBytes = blockBytes
    log = CheckLog(limit: limit)
    paths = dataset.sources.map { if case .file(let path) = $0 { path } else { nil } }
    for repeated in RepeatedSources.findings(of: dataset.sources) { log.add(repeated.finding, source: repeated.source) }
    if let path = dataset.reading.rejectsPath, let reasons = dataset.reading.rejectReasonsPath {
      rejects = try RejectsWriter(path: path, reasons: reasons)
    }
  }

  /// Reads what foreign keys may name, before any row is judged.
  mutating func readReferences(_ referring: (String) throws -> Dataset) throws {
    for key in dataset.schema?.foreignKeys ?? [] {
      do {
        references.append(try keysReferred(by: key, referring))
      } catch is CancellationError {
        throw CancellationError()
      } catch {
        references.append(nil)
        log.add(
          Finding(CheckRule.referenceUnreadable(resource: key.resource), at: Place(file: paths.first ?? nil)), source: 0
        )
        for finding in (error as? Findings)?.findings ?? [] { log.add(finding, source: 0) }
      }
    }
  }

  private func keysReferred(
    by key: Schema.ForeignKey, _ referring: (String) throws -> Dataset
  ) throws -> Set<KeyText>? {
    let target = try key.resource.map(referring) ?? dataset
    guard !target.sources.contains(.standardInput) else { throw Findings([]) }
    return try ReferenceReader(dataset: target, fields: key.referencedFields, blockBytes: blockBytes).keys()
  }

  /// Checks one file. What makes it unreadable is kept, so that the next file is checked all the same.
  mutating func read(_ source: Int) throws {
    do {
      try readRecords(source)
    } catch let findings as Findings where findings.kind != .usage {
      for finding in findings.findings { log.add(finding, source: source) }
      fatalKind = fatalKind ?? findings.kind
    }
  }

  private mutating func readRecords(_ source: Int) throws {
    let reader = try RecordReader(source: dataset.sources[source], options: dataset.reading, blockBytes: blockBytes)
    if let elsewhere = HeaderPlace.finding(reader.header, dataset, dataset.sources[source]) {
      return log.add(elsewhere, source: source)
    }
    let isOpen = dataset.schema == nil && dataset.reading.shape == nil
    if let scout = try TableScout(
      dataset.sources[source], dataset.reading, seeksSuspects: dataset.reading.shape == nil, seeksTotals: isOpen)
    {
      if let second = scout.secondTable { return log.add(second, source: source) }
      let hidesRows = dataset.schema?.fields.contains(where: \.isPersonal) ?? false
      for finding in scout.findings { log.add(hidesRows ? finding.withoutText : finding, source: source) }
    }
    let guess =
      dataset.schema == nil && dataset.reading.shape == nil
      ? try HeaderGuess(dataset.sources[source], dataset.reading) : nil
    if let guess {
      let rule = CheckRule.headerBelow(line: guess.lines.upperBound, flags: guess.flags)
      log.add(Finding(rule, at: Place(file: paths[source], line: reader.header.line)), source: source)
    }
    if guess == nil, isOpen, try HeadlessTable.isLikely(dataset.sources[source], dataset.reading) {
      log.add(
        Finding(CheckRule.headerLooksLikeData, at: Place(file: paths[source], line: reader.header.line)), source: source
      )
    }
    if guess == nil, dataset.schema == nil {
      let header = reader.header
      for finding in HeaderNames.oddities(header.names, path: header.path, line: header.line) {
        log.add(finding, source: source)
      }
    }
    // Of a line that is no header it need not be said that its names are missing.
    for finding in reader.header.findings where guess == nil || finding.severity == .error {
      log.add(finding, source: source)
    }
    headerFaults = Set(reader.header.findings.filter { $0.severity == .error && $0.place.column != nil }.map(\.place))
    if let firstHeader {
      if let difference = reader.header.difference(from: firstHeader) { return log.add(difference, source: source) }
    } else {
      adopt(reader.header, source)
    }
    while let batch = try reader.nextBatch() {
      try Task.checkCancellation()
      try check(batch, source)
    }
    accounting.blankLines += reader.counts.blankLines
    accounting.layout.merge(reader.counts.layout)
  }

  private mutating func adopt(_ header: HeaderInfo, _ source: Int) {
    firstHeader = header
    let check = dataset.schema.map { HeaderCheck(header, $0) }
    for finding in check?.findings ?? [] { log.add(finding, source: source) }
    columns = header.names.indices.map { index in
      CheckedColumn(
        TouchedColumn(
          index: index, name: header.names[index], field: check?.fields[index], schema: dataset.schema,
          reading: dataset.reading))
    }
    for column in columns {
      for var finding in column.unreadableConstraints {
        finding.place.file = header.path
        finding.place.line = header.line
        log.add(finding, source: source)
      }
    }
    keys = dataset.schema.map { KeyCheck($0, columns: columns, references: references) }
    periods = dataset.schema.flatMap { KeyPeriods($0, columns: columns, reading: dataset.reading) }
  }

  private mutating func check(_ batch: RecordBatch, _ source: Int) throws {
    let decoder = CellDecoder(batch.encoding)
    for index in columns.indices { columns[index].prepareForBlock(decoder) }
    // Structure and cells come from two lists that are both in file order.
    // A row that is no record may show the personal field of it.
    let hidesRows = dataset.schema?.fields.contains(where: \.isPersonal) ?? false
    var structure = batch.findings.map { hidesRows ? $0.withoutText : $0 }[...]
    var refused: [(number: Int, bytes: [UInt8], findings: [Finding])] = []
    let ofStructure = structure
    // What several records of a row share is told, and sent back, once.
    var told = RowFindings()
    for record in batch.records.indices {
      let line = batch.records[record].line
      while structure.first?.place.line ?? line < line { log.add(structure.removeFirst(), source: source) }
      let found = findings(batch, record, source)
      let isNewRow = told.begin(batch, record)
      for finding in found where !headerFaults.contains(finding.place) && told.isNew(finding) {
        log.add(finding, source: source)
      }
      guard found.contains(where: { $0.severity == .error }) else { continue }
      accounting.rejected += 1
      if rejects != nil, told.isFirstRefusal(isNewRow) {
        let raw = batch.rawBytes(of: batch.records[record])
        refused.append((batch.records[record].number, raw, found.filter { $0.severity == .error }))
      }
    }
    for finding in structure { log.add(finding, source: source) }
    log.add(unknown: batch.findingCount - batch.findings.count)
    accounting.records += batch.records.count + batch.rejected.count
    accounting.rejected += batch.rejected.count
    guard rejects != nil else { return }
    refused += batch.rejected.map { row in
      (row.number, batch.rawBytes(of: row), ofStructure.filter { $0.place.line == row.line && $0.severity == .error })
    }
    for record in refused.sorted(by: { $0.number < $1.number }) {
      try rejects?.write(record.bytes, because: record.findings)
    }
  }

  private mutating func findings(_ batch: RecordBatch, _ record: Int, _ source: Int) -> [Finding] {
    let stand = KeyIndex.Stand(source: source, line: batch.records[record].line)
    var found: [Finding] = []
    if columns.count > 1, batch.isEmpty(record) {
      found.append(Finding(CheckRule.emptyRow, at: Place(file: paths[source], line: stand.line)))
    }
    if let (rule, column) = swallowed(batch, record) {
      let text = batch.withField(record, column) { CellDecoder(batch.encoding).decode($0) } ?? ""
      found.append(placed(columns[column].column.finding(rule, text: text), stand, batch, record))
    }
    var verdicts: [Int] = []
    verdicts.reserveCapacity(columns.count)
    for index in columns.indices {
      let verdict = batch.withField(record, index) { columns[index].judge($0, at: stand) }
      verdicts.append(verdict)
      if columns[index].verdicts[verdict].isInvalid {
        var finding = batch.invalidBytes(record, index)
        if columns[index].column.field?.isPersonal == true { finding.text = nil }
        found.append(finding)
      }
      found += columns[index].verdicts[verdict].findings.map { placed($0, stand, batch, record) }
      if index > 0, batch.origin == nil, batch.header.delimiter == UInt8(ascii: ",") {
        columns[index].count(verdict, behind: columns[index - 1].half(verdicts[index - 1]), at: stand)
      }
      if columns[index].isUnique, let first = columns[index].repeated(verdict, at: stand) {
        found.append(placed(notUnique(index, first, stand, batch, record), stand, batch, record))
      }
    }
    guard keys?.isEmpty == false else { return found }
    let parts = columns.indices.map { columns[$0].verdicts[verdicts[$0]].key }
    periods?.add(parts, line: stand.line)
    let ofKeys = keys?.findings(at: stand, sources: paths, parts: parts) ?? []
    return found + ofKeys.map { placed($0, stand, batch, record) }
  }

  /// A cell of several lines that may be rows which two stray quotes have put into it.
  private func swallowed(_ batch: RecordBatch, _ record: Int) -> (rule: CheckRule, column: Int)? {
    let lines = batch.records[record].lineCount
    guard lines > 1, batch.origin == nil else { return nil }
    let found = batch.rawBytes(of: batch.records[record]).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map {
        SwallowedRows.likeliest(
          in: $0, from: 0, to: bytes.count, delimiter: batch.header.delimiter, columns: columns.count)
      }
    }
    guard let found, found.likelihood > .none else { return nil }
    return (.mayHoldRows(lines: lines), found.column)
  }

  private func notUnique(
    _ index: Int, _ first: KeyIndex.Stand, _ stand: KeyIndex.Stand, _ batch: RecordBatch, _ record: Int
  ) -> Finding {
    let text = batch.withField(record, index) { CellDecoder(batch.encoding).decode($0) } ?? ""
    let file = first.source == stand.source ? nil : paths[first.source]
    return columns[index].column.finding(CheckRule.notUnique(line: first.line, file: file), text: text)
  }

  private func placed(
    _ finding: Finding, _ stand: KeyIndex.Stand, _ batch: RecordBatch, _ record: Int
  ) -> Finding {
    var finding = finding
    finding.place.file = paths[stand.source]
    if finding.place.line == nil { finding.place.line = stand.line }
    if batch.origin != nil { finding.place = batch.located(finding.place, record) }
    return finding
  }

  consuming func finish() throws -> CheckReport {
    try rejects?.finish()
    for var finding in periods?.findings() ?? [] {
      finding.place.file = paths[0]
      log.addOfColumn(finding, source: 0)
    }
    for column in columns {
      for (source, finding) in column.columnFindings() {
        var finding = finding
        finding.place.file = paths[source]
        if case .field(let number, let name)? = finding.place.column, let firstHeader {
          finding.place.column = firstHeader.place(ofColumn: number - 1, name: name)
        }
        log.addOfColumn(finding, source: source)
      }
    }
    if let fatalKind { throw Findings(log.findings, total: log.total, kind: fatalKind) }
    accounting.accepted = accounting.records - accounting.rejected
    return CheckReport(
      name: dataset.name, files: paths.map { $0 ?? "-" }, accounting: accounting, hasSchema: dataset.schema != nil,
      findings: log.findings, total: log.total, counts: log.codeCounts)
  }
}

extension Finding {
  fileprivate var withoutText: Finding {
    var finding = self
    finding.text = nil
    return finding
  }
}
