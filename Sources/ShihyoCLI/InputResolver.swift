import ArgumentParser
import Glibc
import Shihyo

/// From the words of the command line to what an engine reads.
struct InputResolver {
  let flags: ReadingFlags
  /// The command asks an engine, which may be a cluster; false where it reads the files itself.
  var asksEngine = false

  /// One dataset by name, or files of one header read as one; flags win over the descriptor.
  ///
  /// - Errors: no input, several names, unknown names, what is wrong with the descriptor or the flags.
  func dataset(_ inputs: [String]) throws(Findings) -> FoundDataset {
    guard let first = inputs.first else { throw Findings([Finding(CommandRule.inputMissing)], kind: .usage) }
    if !asksEngine, EngineChoice.isCluster(flags.place.engine) {
      throw Findings([Finding(CommandRule.engineIsLocalOnly)], kind: .usage)
    }
    let finder = SearchFolders.datasets(option: flags.datasets)
    var found = try resolve(first, finder)
    for input in inputs.dropFirst() {
      let next = try resolve(input, finder)
      guard next.package == nil || next.dataset.name == input, next.dataset.sources.count == 1,
        found.dataset.name == first
      else { throw Findings([Finding(CommandRule.severalDatasets, text: input)], kind: .usage) }
      _ = try NoticeGuard.common([found.dataset, next.dataset])
      found.dataset.sources += next.dataset.sources
    }
    try apply(to: &found.dataset.reading)
    if flags.withoutNotes || flags.withoutTotals {
      try LayoutGuess.adopt(into: &found.dataset, notes: flags.withoutNotes, totals: flags.withoutTotals)
    }
    return found
  }

  private func resolve(_ input: String, _ finder: DatasetFinder) throws(Findings) -> FoundDataset {
    guard EngineChoice.isCluster(flags.place.engine), ClusterPlace.isOne(input) else {
      return try finder.resolve(input)
    }
    return FoundDataset(dataset: Dataset(name: input, sources: [.file(path: input)]))
  }

  private func apply(to reading: inout ReadingOptions) throws(Findings) {
    if let delimiter = flags.delimiter { reading.delimiter = try Self.delimiter(delimiter) }
    if let encoding = flags.encoding { reading.encoding = try Self.encoding(encoding) }
    if flags.noHeaderRow { reading.hasHeader = false }
    if let lines = flags.skipLines { reading.skipLines = try Self.natural(lines, "--skip-lines") }
    if let rows = flags.headerRows { reading.headerRows = try Self.headerRows(rows) }
    if let records = flags.skipAfterHeader {
      reading.skipAfterHeader = try Self.natural(records, "--skip-after-header")
    }
    if let order = flags.dateOrder { reading.dateOrder = order }
    if let years = flags.yearReading { reading.yearReading = years }
    if let onError = flags.onError { reading.onError = onError }
    if let path = flags.rejects { reading.rejectsPath = path }
    try flags.place.threading.check()
    if let bytes = flags.maxField {
      // Beyond it no machine holds a cell.
      let most = 1 << 40
      guard (1...most).contains(bytes) else {
        throw Findings(
          [Finding(CommandRule.badNumber("--max-field", from: 1, to: most), text: String(bytes))], kind: .usage)
      }
      reading.maximumFieldBytes = bytes
    }
  }

  private static func delimiter(_ text: String) throws(Findings) -> UInt8 {
    let named = [
      "tab": UInt8(ascii: "\t"), "\\t": UInt8(ascii: "\t"), "comma": UInt8(ascii: ","), "semicolon": UInt8(ascii: ";"),
    ]
    if let byte = named[text.lowercased()] { return byte }
    guard text.utf8.count == 1, let byte = text.utf8.first, byte != UInt8(ascii: "\""), byte >= 0x20 || byte == 0x09,
      byte < 0x7F
    else { throw Findings([Finding(CommandRule.badDelimiter, text: text)], kind: .usage) }
    return byte
  }

  private static func encoding(_ text: String) throws(Findings) -> TextEncoding {
    guard let encoding = EncodingName.read(text) else {
      throw Findings([Finding(CommandRule.badEncoding, text: text)], kind: .usage)
    }
    return encoding
  }

  private static func natural(_ number: Int, _ option: String) throws(Findings) -> Int {
    guard (0...1_000_000).contains(number) else {
      throw Findings(
        [Finding(CommandRule.badNumber(option, from: 0, to: 1_000_000), text: String(number))], kind: .usage)
    }
    return number
  }

  private static func headerRows(_ text: String) throws(Findings) -> ClosedRange<Int> {
    let bounds = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = bounds.first ?? nil, let last = bounds.last ?? nil, bounds.count <= 2, first >= 1, last >= first,
      last <= 1000
    else { throw Findings([Finding(CommandRule.badHeaderRows, text: text)], kind: .usage) }
    return first...last
  }
}
