import ShihyoModel

/// How a run goes about its work; nothing of it shows in the answer.
struct RunSettings: Sendable {
  let threads: Int
  let blockBytes: Int
  let fastBlockBytes: Int
  let usesIndex: Bool
  let ownGroups: Int
  var memory = MemoryLimit.system
}

/// One run over all sources of a dataset.
struct LocalRun: ~Copyable {
  private let queries: [Query]
  private let dataset: Dataset
  private let settings: RunSettings
  private let progress: RunProgress
  private var total: PartialResult?
  private var firstHeader: HeaderInfo?
  private var recordOffset = 0
  /// Bytes of the files before this one.
  private var byteOffset = 0
  private var rejects: RejectsWriter?
  /// Findings that refuse the run whatever `onError` says: a missing file, a header that cannot be.
  private var fatal = FindingLog()
  private var fatalKind: FailureKind?
  /// Said beside errors only; a table that is answered says it itself.
  private var warnings: [Finding] = []
  /// nil: nobody asks for the rows.
  private let observe: PartialResult.Observer?

  init(
    _ queries: [Query], _ dataset: Dataset, _ settings: RunSettings, _ progress: RunProgress,
    observe: PartialResult.Observer? = nil
  ) throws {
    self.observe = observe
    self.progress = progress
    self.queries = queries
    self.dataset = dataset
    self.settings = settings
    fatal.add(RepeatedSources.findings(of: dataset.sources).map(\.finding))
    if let path = dataset.reading.rejectsPath, let reasons = dataset.reading.rejectReasonsPath {
      rejects = try RejectsWriter(path: path, reasons: reasons)
    }
  }

  /// Reads one file. What makes it unreadable is kept, so that the next file is read all the same.
  mutating func read(_ source: Dataset.Source) throws {
    do {
      try readRecords(source)
    } catch let findings as Findings where findings.kind != .usage {
      fatal.add(findings.findings, beyondLimit: findings.total - findings.findings.count)
      fatalKind = fatalKind ?? findings.kind
    }
  }

  private mutating func readRecords(_ source: Dataset.Source) throws {
    // A declared table is looked at for a second one only; what its rows are is declared.
    let isOpen = dataset.schema == nil && dataset.reading.shape == nil
    let scout = try TableScout(source, dataset.reading, seeksSuspects: isOpen)
    if let second = scout?.secondTable { throw Findings([second]) }
    warnings += scout?.findings ?? []
    let reader = try RecordReader(source: source, options: dataset.reading, blockBytes: settings.blockBytes)
    let header = reader.header
    if let firstHeader {
      if let difference = header.difference(from: firstHeader) { throw Findings([difference]) }
    } else {
      firstHeader = header
      if let elsewhere = HeaderPlace.finding(header, dataset, source) { throw Findings([elsewhere]) }
      // Under the header, so that the file can go back to its author as it is.
      if !header.rawRow.isEmpty { try rejects?.write(header: header.rawRow) }
      total = PartialResult(try plan(header))
    }
    fatal.add(header.findings)
    for (number, suspect) in scout?.suspects ?? [:] { total?.suspects[recordOffset + number] = suspect }
    total?.addBlankLines(reader.counts.blankLines)
    var fast = fastPath(header)
    while true {
      if fast != nil, let part = total.take() { total = try fast?.read(reader, into: part) }
      guard var batch = try reader.nextBatch() else { break }
      try Task.checkCancellation()
      try settings.memory.check()
      progress.reach(byteOffset + reader.counts.bytes)
      // Figures of the parts stand all the same; the check refuses a file whose totals do not add up.
      if batch.origin != nil { batch.lowerTotalFindings() }
      if let refused = try total?.absorb(batch, recordOffset: recordOffset, observe: observe) {
        try writeRejects(batch, refused)
      }
    }
    total?.addLayout(reader.counts.layout)
    recordOffset += reader.counts.records
    byteOffset += reader.counts.bytes
  }

  /// A column cannot be found in a header that is wrong itself: then the header is what must be mended.
  private func plan(_ header: HeaderInfo) throws(Findings) -> EnginePlan {
    do {
      return try EnginePlan(queries, header: header.names, schema: dataset.schema, reading: dataset.reading)
    } catch {
      if header.findings.contains(where: { $0.severity == .error }) { throw Findings(header.findings) }
      throw error
    }
  }

  private func fastPath(_ header: HeaderInfo) -> FastPath? {
    // A shaped table is read row by row: its rows are not its records.
    guard settings.usesIndex, observe == nil, dataset.reading.shape == nil, total?.suspects.isEmpty ?? true,
      let plan = total?.plan,
      let fast = FastPlan(plan, header: header, options: dataset.reading, blockBytes: settings.fastBlockBytes)
    else { return nil }
    return FastPath(
      reader: FastReader(
        plan: fast, header: header, threads: settings.threads, blockBytes: settings.fastBlockBytes,
        recordOffset: recordOffset, progress: progress, ownGroups: settings.ownGroups, byteOffset: byteOffset,
        memoryLimit: settings.memory))
  }

  private mutating func writeRejects(_ batch: RecordBatch, _ refused: PartialResult.Refused) throws(Findings) {
    guard rejects != nil, !refused.records.isEmpty || !batch.rejected.isEmpty else { return }
    // Several records of one row are one row to send back.
    var rows = Set<Int>()
    let cells = refused.records.map { batch.records[$0] }
      .filter { batch.origin == nil || rows.insert($0.byteOffset).inserted }
      .map { (number: $0.number, bytes: batch.rawBytes(of: $0), lines: $0.line..<$0.line + max(1, $0.lineCount)) }
    let structure = batch.rejected.map {
      (number: $0.number, bytes: batch.rawBytes(of: $0), lines: $0.line..<$0.line + max(1, $0.lineCount))
    }
    for row in (cells + structure).sorted(by: { $0.number < $1.number }) {
      let reasons = refused.findings.filter { $0.place.line.map(row.lines.contains) ?? false && $0.severity == .error }
      try rejects?.write(row.bytes, because: reasons)
    }
  }

  consuming func finish() throws -> [ResultTable] {
    try rejects?.finish()
    let log = total?.log ?? FindingLog()
    fatal.add(total?.unitConflicts ?? [])
    let refuses = dataset.reading.onError == .fail && log.errorCount > 0
    if fatal.errorCount > 0 || refuses {
      var all = fatal
      all.merge(log)
      all.add(warnings)
      throw Findings(
        all.errors + all.warnings, total: all.errorCount + all.warnings.count, kind: fatalKind ?? .data)
    }
    guard let total = total.take() else { return [] }
    return total.results(earlierWarnings: fatal.warnings).map {
      var table = $0
      table.notice = dataset.notice
      return table
    }
  }
}
