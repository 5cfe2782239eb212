package import ShihyoModel

/// A run of records: unescaped fields in one piece of memory, with their bounds, and where each record stands.
///
/// This is the seam behind the grammar: nothing after it may know whether libcsv or an index found the fields.
/// - Shape: every record has as many fields as the header; records stand in file order. Which records share a batch
///   depends on the block size, everything else about them does not.
/// - Errors: rejected records are not among `records`; they are in `rejected`, with one finding each.
/// - Cost: a field is reached in O(1); a batch keeps its memory from being used again while it is held.
package struct RecordBatch: Sendable {
  package struct Record: BitwiseCopyable, Sendable {
    /// Number of the record below the header, from 1; rejected ones count.
    package let number: Int
    /// Physical line where it opens, from 1: CR, LF and CR LF each end a line, inside quotes too.
    package let line: Int
    package let lineCount: Int
    /// Offset of its first byte in the file, from 0; in the file's UTF-8 where `isTranscoded`.
    package let byteOffset: Int
    package let firstField: Int
    package let fieldCount: Int
    let rawStart: Int
    let rawEnd: Int
  }

  package struct Rejected: Sendable {
    package let number: Int
    package let line: Int
    package let lineCount: Int
    let rawStart: Int
    let rawEnd: Int
  }

  package internal(set) var records: [Record] = []
  package internal(set) var rejected: [Rejected] = []
  /// By position in the file.
  package internal(set) var findings: [Finding] = []
  /// All findings, those beyond the limit of what is kept too.
  package internal(set) var findingCount = 0
  /// Blank and space-only lines passed over.
  package internal(set) var blankLines = 0
  /// The encoding of the fields: one that `CellDecoder` takes.
  package internal(set) var encoding = TextEncoding.utf8
  /// The fields are the UTF-8 of a file in another encoding.
  package internal(set) var isTranscoded = false
  package let header: HeaderInfo
  var faults: [Transcoder.Fault] = []
  /// Where reshaped records come from; nil where rows are records.
  var origin: RecordOrigin?
  /// Where a record stands for several that another machine has counted; nil where each is one.
  var counted: CountedCells?
  let arena: FieldArena

  init(header: HeaderInfo, arena: FieldArena) {
    self.header = header
    self.arena = arena
  }

  var isEmpty: Bool { records.isEmpty && rejected.isEmpty && blankLines == 0 }

  /// The bytes of one field, unescaped; both indices from 0.
  @inline(__always)
  package func withField<Result>(
    _ record: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let record = records[record]
    precondition(column >= 0 && column < record.fieldCount, "no such column")
    let bounds = arena.fieldBase[record.firstField + column]
    defer { withExtendedLifetime(arena) {} }
    return try body(UnsafeBufferPointer(start: arena.byteBase + Int(bounds.start), count: bounds.count))
  }

  /// Every field of the record is empty.
  func isEmpty(_ record: Int) -> Bool {
    let record = records[record]
    defer { withExtendedLifetime(arena) {} }
    return (0..<record.fieldCount).allSatisfy { arena.fieldBase[record.firstField + $0].count == 0 }
  }

  /// The record as read, with its line end; in the encoding of the batch.
  package func rawBytes(of record: Record) -> [UInt8] { raw(record.rawStart, record.rawEnd) }

  /// What was rejected, as read. After an error of the grammar this is the line where the record opened, because
  /// reading goes on at the next one; of a line that is too long it is the beginning.
  package func rawBytes(of rejected: Rejected) -> [UInt8] { raw(rejected.rawStart, rejected.rawEnd) }

  func raw(_ start: Int, _ end: Int) -> [UInt8] {
    defer { withExtendedLifetime(arena) {} }
    return Array(UnsafeBufferPointer(start: arena.raw.base + start, count: end - start))
  }
}
