package import ShihyoModel

/// Reads one file, or standard input, from bytes to batches of records.
///
/// - Order: batches, records and findings come in file order; nothing depends on the block size but where one batch
///   ends and the next begins.
/// - Errors: what makes the rest unreadable is thrown (no file, no header, an encoding that cannot be told, a file that
///   changed); a record that is wrong is rejected with a finding and reading goes on.
/// - Cost: O(bytes) time; memory for some blocks, and for one record where a single one is longer.
package final class RecordReader {
  /// How many findings are kept; all are counted.
  package static let maximumFindings = 10_000

  private var builder: BatchBuilder
  /// nil where rows are records.
  private var reshaper: Reshaper?
  private var isFinished = false
  package let header: HeaderInfo

  /// Opens the source and reads up to its first record of data.
  package init(
    source: Dataset.Source, options: ReadingOptions = ReadingOptions(), blockBytes: Int = 1 << 20
  ) throws(Findings) {
    if let delimiter = options.delimiter, !SeparatorLine.isPossible(delimiter) {
      throw Findings([Finding(ReadingRule.delimiterInvalid)], kind: .usage)
    }
    // A row may give many records, so fewer rows are held at a time.
    let bytes = options.shape?.unpivot == nil ? blockBytes : min(blockBytes, max(1 << 14, blockBytes / 16))
    let opened = try BatchBuilder.open(source, options: options, blockBytes: max(1, bytes))
    let physical = opened.header
    builder = opened
    reshaper = try options.shape.map { (shape) throws(Findings) in
      try Reshaper(shape, header: physical, source: source, options: options)
    }
    header = reshaper?.header ?? physical
  }

  /// What is known of the encoding by now: a file may be ASCII for long and show its encoding late.
  package var encoding: EncodingChoice { builder.encoding }
  package var counts: ReadingCounts {
    guard let reshaped = reshaper?.counts else { return builder.counts }
    var counts = builder.counts
    counts.records = reshaped.records
    counts.rejected = reshaped.rejected
    counts.layout = reshaped.layout
    return counts
  }

  /// The next records; nil after the last. A batch may hold only findings or blank lines.
  package func nextBatch() throws(Findings) -> RecordBatch? {
    guard reshaper != nil else { return try builder.nextBatch() }
    if isFinished { return nil }
    if let batch = try builder.nextBatch() { return try reshaper?.reshape(batch) }
    isFinished = true
    return reshaper?.finish(builder.encoding.encoding)
  }
}

extension RecordReader {
  /// Where the next record begins; nil at the end, where rows are not the records, and where bytes do not stand as in the file.
  var resumption: Resumption? { reshaper == nil ? builder.resumption : nil }

  /// Bytes of standard input that were read and not yet split into records, for another reader that goes on with them.
  var pendingBytes: [UInt8] { builder.pendingBytes }

  /// Goes on behind records that another reader has read from the place of `resumption`.
  ///
  /// - Parameter pending: of standard input, what that reader has read beyond the place.
  func resume(at point: Resumption, pending: [UInt8] = []) { builder.resume(at: point, pending: pending) }
}

/// The border between two records, and what a reader must know to go on from it.
struct Resumption: Sendable {
  enum Source: Sendable {
    /// Can be read at any place.
    case file(descriptor: Int32, size: Int)
    /// Can be read once, in order.
    case stream(descriptor: Int32, pending: Int, isAtEnd: Bool)
  }

  /// Offset in the file of the next record, its physical line, and the records before it.
  var position: Int
  var line: Int
  var records: Int
  let encoding: TextEncoding
  /// Only ASCII so far: the encoding is open.
  let isASCII: Bool
  /// Open for as long as its reader lives.
  var source: Source
  /// Bytes that were read of a stream.
  var bytesRead: Int

  /// Bytes that follow, as far as it is known: of a stream only at its end.
  var remaining: Int {
    switch source {
    case .file(_, let size): size - position
    case .stream(_, let pending, let isAtEnd): isAtEnd ? pending : .max
    }
  }
}

/// What was read so far; complete after the last batch.
package struct ReadingCounts: Hashable, Sendable {
  /// Records below the header, rejected ones too.
  package internal(set) var records = 0
  package internal(set) var rejected = 0
  /// Blank and space-only lines, from the first line that was not skipped.
  package internal(set) var blankLines = 0
  /// Physical lines.
  package internal(set) var lines = 0
  package internal(set) var bytes = 0
  package internal(set) var findings = 0
  /// Rows that are no records, where a layout is declared.
  package internal(set) var layout = LayoutCounts()

  package var accepted: Int { records - rejected }
}
