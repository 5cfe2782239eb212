public import ShihyoModel

/// Describes a dataset by its content: encoding, dialect, header, and what each column seems to hold.
///
/// - Header: where it is not on the first row and no option says where it is, it is looked for and the file is read that way.
///   Standard input can be read only once, so there it is only pointed out.
/// - Memory: one block, `ColumnTally.mostDistinct` spellings per column.
/// - Errors: thrown where a file cannot be read; records that are wrong are counted and in `findings`.
/// - Cost: O(bytes); files are read twice, once for their line ends and digest.
public struct Profiler: Sendable {
  private let blockBytes: Int
  private let hashesFiles: Bool

  /// - Parameter hashesFiles: false leaves out line ends and digests.
  public init(blockBytes: Int? = nil, hashesFiles: Bool = true) {
    self.blockBytes = blockBytes ?? 1 << 20
    self.hashesFiles = hashesFiles
  }

  public func run(on dataset: Dataset) throws -> Profile {
    var reading = dataset.reading
    var guess: HeaderGuess?
    if let first = dataset.sources.first { guess = try HeaderGuess(first, reading) }
    if let guess { reading = guess.applied(to: reading) }
    var run = ProfileRun(reading, blockBytes: blockBytes, hashesFiles: hashesFiles)
    for source in dataset.sources { try run.read(source) }
    var profile = run.profile(name: dataset.name, guess: guess)
    // A layout that was declared is known; one that was not is looked for.
    if reading.shape == nil, dataset.schema == nil, let layout = try LayoutGuess(dataset.sources, reading) {
      try adopt(layout, dataset.sources, reading, &profile)
    }
    return profile.withoutPersonalTexts(dataset.schema)
  }

  /// What the columns hold once notes and totals are out of the way.
  private func adopt(
    _ layout: LayoutGuess, _ sources: [Dataset.Source], _ reading: ReadingOptions, _ profile: inout Profile
  ) throws {
    profile.layout = layout
    var shape = layout.shape
    shape.unpivot = nil
    shape.constants = []
    shape.yearMonth = nil
    shape.periods = nil
    for index in shape.subtotals.indices { shape.subtotals[index].columns = [] }
    if !shape.isEmpty {
      var options = reading
      options.shape = shape
      var run = ProfileRun(options, blockBytes: blockBytes, hashesFiles: false)
      for source in sources { try run.read(source) }
      let shaped = run.profile(name: profile.name, guess: nil)
      profile.columns = shaped.columns
      profile.findings = shaped.findings
      profile.findingCount = shaped.findingCount
    }
    for index in profile.columns.indices
    where profile.columns[index].unit == nil && profile.columns[index].type.isNumeric {
      profile.columns[index].unit = layout.units[profile.columns[index].name]
    }
  }
}

/// One description over all files.
struct ProfileRun {
  private static let mostFindings = 1_000

  private let reading: ReadingOptions
  private let blockBytes: Int
  private let hashesFiles: Bool
  private var files: [FileProfile] = []
  private var columns: [ColumnTally] = []
  private var firstHeader: HeaderInfo?
  private var accounting = Accounting()
  private var notes: Profile.Rows?
  private var emptyRecords: Profile.Rows?
  private var findings: [Finding] = []
  private var findingCount = 0

  init(_ reading: ReadingOptions, blockBytes: Int, hashesFiles: Bool) {
    self.reading = reading
    self.blockBytes = blockBytes
    self.hashesFiles = hashesFiles
  }

  mutating func read(_ source: Dataset.Source) throws {
    let reader = try RecordReader(source: source, options: reading, blockBytes: blockBytes)
    let header = reader.header
    add(header.findings)
    if let firstHeader {
      if let difference = header.difference(from: firstHeader) { throw Findings([difference]) }
    } else {
      firstHeader = header
      columns = header.names.enumerated().map { ColumnTally(index: $0, name: $1) }
    }
    while let batch = try reader.nextBatch() {
      try Task.checkCancellation()
      add(batch)
    }
    let counts = reader.counts
    accounting.records += counts.records
    accounting.rejected += counts.rejected
    accounting.accepted += counts.accepted
    accounting.blankLines += counts.blankLines
    let isWide = [.utf16LittleEndian, .utf16BigEndian].contains(reader.encoding.encoding)
    let scan = hashesFiles && source != .standardInput ? try FileScan(source) : nil
    files.append(
      FileProfile(
        path: header.path, bytes: counts.bytes, encoding: reader.encoding.encoding,
        encodingLabel: reader.encoding.label, hasByteOrderMark: header.hasMark, delimiter: header.delimiter,
        delimiterLabel: header.delimiterLabel, headerLine: header.line, skippedLines: header.skippedLines,
        passedRecords: header.passedRecords, lines: counts.lines, records: counts.records,
        rejected: counts.rejected, blankLines: counts.blankLines, newlines: isWide ? nil : scan?.newlines,
        sha256: scan?.sha256))
  }

  func profile(name: String, guess: HeaderGuess?) -> Profile {
    let judged = columns.map { ColumnJudge(tally: $0).profile() }
    let totals = columns.flatMap { tally in
      tally.totals.map { Profile.Total(column: tally.index, text: $0.text, line: $0.line, count: $0.count) }
    }
    return Profile(
      name: name, files: files, columns: judged, accounting: accounting, reading: reading, headerGuess: guess,
      isHeaderAdopted: guess != nil, totals: totals, layout: nil, notes: notes, emptyRecords: emptyRecords,
      findings: findings,
      findingCount: findingCount)
  }

  private mutating func add(_ batch: RecordBatch) {
    let decoder = CellDecoder(batch.encoding)
    for record in batch.records.indices {
      let line = batch.records[record].line
      var filled = 0
      for column in columns.indices {
        batch.withField(record, column) { bytes in
          if !bytes.isEmpty { filled += 1 }
          columns[column].add(bytes, decoder: decoder, line: line)
        }
      }
      if filled == 0 { Self.note(&emptyRecords, line: line, text: "") }
      if filled == 1, let text = batch.withField(record, 0, { decoder.decode($0) }) { noteIfRemark(text, line: line) }
    }
    for rejected in batch.rejected {
      guard let text = decoder.decode(batch.rawBytes(of: rejected)) else { continue }
      noteIfRemark(text, line: rejected.line)
    }
    add(batch.findings, beyond: batch.findingCount - batch.findings.count)
  }

  private mutating func noteIfRemark(_ text: String, line: Int) {
    let start = TextFolding.fold(String(text.prefix(60)))
    guard RemarkText.beginning(of: start) != nil else { return }
    Self.note(&notes, line: line, text: String(start.prefix { $0 != "," && $0 != "\n" && $0 != "\r\n" }))
  }

  private static func note(_ rows: inout Profile.Rows?, line: Int, text: String) {
    rows = Profile.Rows(count: (rows?.count ?? 0) + 1, line: rows?.line ?? line, text: rows?.text ?? text)
  }

  private mutating func add(_ found: [Finding], beyond: Int = 0) {
    findingCount += found.count + beyond
    findings += found.prefix(max(0, Self.mostFindings - findings.count))
  }
}
