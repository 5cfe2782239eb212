import ShihyoModel

/// Reads what stands before the data: skipped lines, a `sep=` line, the header rows, type rows.
struct HeaderReader {
  private let options: ReadingOptions
  private(set) var info = HeaderInfo()
  /// Where the data begins, and its physical line.
  private(set) var position = 0
  private(set) var line = 1
  private(set) var blankLines = 0

  /// - Errors: an empty file, a header row that is not there, is broken or cannot be decoded.
  init(_ window: inout TextWindow, options: ReadingOptions) throws(Findings) {
    self.options = options
    info.path = window.path
    info.hasMark = window.markLength > 0
    let separator = try Self.separatorLine(&window)
    try skipLines(max(max(0, options.skipLines), separator == nil ? 0 : 1), &window)
    info.skippedLines = line - 1
    if let named = options.delimiter {
      info.delimiterEvidence = .named
      try read(&window, candidates: [named])
    } else if let separator {
      info.delimiterEvidence = .separatorLine
      try read(&window, candidates: [separator.delimiter])
    } else {
      try read(&window, candidates: [0x2C, 0x09, 0x3B])
    }
    info.findings.insert(contentsOf: window.warnings, at: 0)
    info.encoding = window.choice
  }

  private static func separatorLine(_ window: inout TextWindow) throws(Findings) -> SeparatorLine? {
    while window.end - window.start < 16, !window.isWhole { try window.fill() }
    let bytes = UnsafeBufferPointer(start: window.text + window.start, count: window.end - window.start)
    return SeparatorLine(in: bytes, from: 0)
  }

  private mutating func skipLines(_ count: Int, _ window: inout TextWindow) throws(Findings) {
    var finder = LineFinder()
    position = window.start
    while line <= count {
      if let found = finder.line(at: position, in: window.text, end: window.end, isWhole: window.isWhole) {
        position = found.next
        line += 1
      } else if window.isWhole {
        break
      } else {
        window.discard(before: position, line: line)
        try window.fill()
      }
    }
    window.discard(before: position, line: line)
  }

  private mutating func read(_ window: inout TextWindow, candidates: [UInt8]) throws(Findings) {
    let range =
      options.hasHeader ? max(1, options.headerRows.lowerBound)...max(1, options.headerRows.upperBound) : 1...1
    var best: HeaderAttempt?
    var others: [HeaderAttempt] = []
    for delimiter in candidates {
      let attempt = try HeaderAttempt(
        &window, delimiter: delimiter, range: range, passed: options.hasHeader ? max(0, options.skipAfterHeader) : 0,
        maximumFieldBytes: options.maximumFieldBytes, line: line)
      others.append(attempt)
      if attempt.width > best?.width ?? -1 { best = attempt }
    }
    guard let best else { return }
    if candidates.count > 1 { info.delimiterEvidence = best.width > 1 ? .counted : .noneFound }
    info.delimiter = best.delimiter
    if let fault = best.fault { throw Findings(window.warnings + [fault]) }
    if best.recordCount == 0 {
      throw Findings([Finding(ReadingRule.fileEmpty, at: Place(file: info.path))])
    }
    guard let last = best.rows.last, best.rows.count == range.count else {
      throw Findings([Finding(ReadingRule.headerMissing(records: best.recordCount), at: Place(file: info.path))])
    }
    try adopt(best, last, window)
    try doubt(best, others, last, &window)
  }

  /// What the rows say of a delimiter that only the header has chosen, or that leaves one column.
  private mutating func doubt(
    _ best: HeaderAttempt, _ others: [HeaderAttempt], _ last: HeaderAttempt.Row, _ window: inout TextWindow
  ) throws(Findings) {
    let rival = others.first { $0.delimiter != best.delimiter && $0.width > 1 }
    let beginsAsMail = last.raw.first == UInt8(ascii: ">")
    guard best.width == 1 || rival != nil || beginsAsMail else { return }
    let lines = try DelimiterDoubt(&window, header: last)
    let place = Place(file: info.path, line: last.line)
    if let rival, lines.fits(best, rival) {
      let rule = ReadingRule.delimiterAmbiguous(first: Self.sign(best.delimiter), second: Self.sign(rival.delimiter))
      info.findings.append(Finding(rule, at: place))
    } else if best.width == 1, let sign = lines.otherSign {
      let isByte = sign.isASCII && sign.value >= 0x20
      info.findings.append(
        Finding(ReadingRule.delimiterElsewhere(sign: String(Character(sign)), canBeNamed: isByte), at: place))
    } else if best.width == 1, let sign = lines.quotedSign {
      info.findings.append(Finding(ReadingRule.rowsQuoted(sign: Self.sign(UInt8(sign.value))), at: place))
    } else if best.width == 1, let words = lines.blankWords {
      info.findings.append(Finding(ReadingRule.columnsByBlanks(words: words), at: place))
    }
    if beginsAsMail, lines.isMailQuoted { info.findings.append(Finding(ReadingRule.mailQuoted, at: place)) }
  }

  /// What a page that a system calls a table begins with; nil for any other text.
  private static func tag(_ text: String) -> String? {
    let start = text.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }.prefix(40).lowercased()
    return ["<html", "<!doctype", "<?xml", "<table", "<head", "<body", "<meta", "<style", "<tr", "<div"]
      .first { start.hasPrefix($0) }.map { $0 + (start.dropFirst($0.count).first == ">" ? ">" : " …>") }
  }

  private static func sign(_ byte: UInt8) -> String { byte == 0x09 ? "TAB" : String(UnicodeScalar(byte)) }

  private mutating func adopt(
    _ attempt: HeaderAttempt, _ last: HeaderAttempt.Row, _ window: borrowing TextWindow
  ) throws(Findings) {
    guard options.hasHeader else {
      // The first record is data: it only told how many columns there are.
      info.hasHeaderRow = false
      info.names = (1...max(1, attempt.width)).map { Place.Column.spreadsheetLetters($0) }
      return
    }
    let decoder = CellDecoder(window.cellEncoding)
    var bad: [Finding] = []
    let rows = attempt.rows.map { row in
      row.fields.enumerated().map { index, bytes in
        if let name = decoder.decode(bytes) { return name }
        bad.append(invalid(row, index, bytes, decoder, window))
        return ""
      }
    }
    if !bad.isEmpty { throw Findings(window.warnings + bad) }
    if let tag = rows.first?.first.flatMap(Self.tag) {
      throw Findings([Finding(ReadingRule.markup(tag: tag), at: Place(file: info.path, line: attempt.rows.first?.line))]
      )
    }
    info.rows = rows
    info.names = HeaderNames.join(rows)
    info.line = last.line
    info.rawRow = last.raw
    info.passedRecords = attempt.recordCount - rows.count
    info.findings = HeaderNames.findings(info.names, path: info.path, line: last.line)
    position = attempt.position
    line = attempt.line
    blankLines = attempt.blankLines
  }

  private func invalid(
    _ row: HeaderAttempt.Row, _ index: Int, _ bytes: [UInt8], _ decoder: CellDecoder, _ window: borrowing TextWindow
  ) -> Finding {
    let inField = bytes.withUnsafeBufferPointer { decoder.firstInvalid(in: $0) } ?? 0
    let found = RawRecord(row.raw, delimiter: info.delimiter).offset(ofField: index, byte: inField)
    let textOffset = row.byteOffset + found.offset
    let fileOffset =
      window.isTranscoded ? window.faults.first { $0.textOffset == textOffset }?.fileOffset : textOffset
    let place = Place(
      file: info.path, line: row.line + found.line, column: .field(number: index + 1, name: nil), byteOffset: fileOffset
    )
    let rule = bytes.withUnsafeBufferPointer { decoder.fault(of: $0, in: window.choice.encoding) }
    return Finding(rule, at: place, text: TextExcerpt.of(bytes, decoder.encoding))
  }
}
