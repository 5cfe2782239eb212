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
  package let header: HeaderInfo

  /// Opens the source and reads up to its first record of data.
  package init(
    source: Dataset.Source, options: ReadingOptions = ReadingOptions(), blockBytes: Int = 1 << 20
  ) throws(Findings) {
    if let delimiter = options.delimiter, !SeparatorLine.isPossible(delimiter) {
      throw Findings([Finding(ReadingRule.delimiterInvalid)], kind: .usage)
    }
    builder = try BatchBuilder.open(source, options: options, blockBytes: max(1, blockBytes))
    header = builder.header
  }

  /// What is known of the encoding by now: a file may be ASCII for long and show its encoding late.
  package var encoding: EncodingChoice { builder.encoding }
  package var counts: ReadingCounts { builder.counts }

  /// The next records; nil after the last. A batch may hold only findings or blank lines.
  package func nextBatch() throws(Findings) -> RecordBatch? { try builder.nextBatch() }
}

extension RecordReader {
  /// Where the next record begins; nil at the end, and where the bytes of the file cannot be read in any order.
  var resumption: Resumption? { builder.resumption }

  /// Goes on behind records that another reader has read from the place of `resumption`.
  func resume(at point: Resumption) { builder.resume(at: point) }
}

/// The border between two records, and what a reader must know to go on from it.
struct Resumption: Sendable {
  /// Offset in the file of the next record, its physical line, and the records before it.
  var position: Int
  var line: Int
  var records: Int
  let encoding: TextEncoding
  /// Only ASCII so far: the encoding is open.
  let isASCII: Bool
  /// Open for as long as its reader lives.
  let descriptor: Int32
  let size: Int
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

  package var accepted: Int { records - rejected }
}
