import CLibcsv
import Glibc
import ShihyoModel

/// Owns one libcsv parser: created once, freed once, never copied.
///
/// What libcsv does not do by itself is settled here, once:
/// - strict, and strict at the end: else a stray quote swallows the rest of a file, and a missing last quote passes;
/// - no byte counts as a space, so nothing is trimmed around cells;
/// - delimiter and options are fixed at the start: changing them inside a field can overrun libcsv's buffer;
/// - `csv_fini` clears the status, so an error is taken from `csv_parse` itself and `finish` never follows one;
/// - callbacks cannot stop the parser and fields have no limit: the sink notes what is too long, and the caller
///   bounds the bytes of a record that it feeds.
struct CSVParserHandle: ~Copyable {
  private let raw: UnsafeMutablePointer<csv_parser>
  private let delimiter: UInt8
  private let path: String?

  enum Outcome: Equatable {
    case fine
    /// A quote inside a field that did not begin with one; at this byte of what was fed.
    case quoteInField(at: Int)
    /// Something other than a delimiter or line end after a closing quote.
    case textAfterQuote(at: Int)
    case unterminatedQuote
  }

  init(delimiter: UInt8, path: String?) throws(Findings) {
    let raw = UnsafeMutablePointer<csv_parser>.allocate(capacity: 1)
    guard Self.prepare(raw, delimiter) else {
      raw.deallocate()
      throw Self.outOfMemory(path)
    }
    self.delimiter = delimiter
    self.path = path
    self.raw = raw
  }

  deinit {
    csv_free(raw)
    raw.deallocate()
  }

  private static func outOfMemory(_ path: String?) -> Findings {
    Findings([Finding(ReadingRule.outOfMemory, at: Place(file: path))], kind: .inputOutput)
  }

  /// The memory of a field grows by steps; those of the library, 128 bytes, would move a long one thousands of times.
  private static let smallestStep = 1 << 14

  /// So that a field of any length is moved a few times only: steps as long as the line, or half of what there is.
  private func widenStep(for count: Int) {
    csv_set_blk_size(raw, max(Self.smallestStep, count, Int(raw.pointee.entry_size) / 2))
  }

  private static func prepare(_ raw: UnsafeMutablePointer<csv_parser>, _ delimiter: UInt8) -> Bool {
    guard csv_init(raw, UInt8(CSV_STRICT | CSV_STRICT_FINI)) == 0 else { return false }
    csv_set_delim(raw, delimiter)
    csv_set_space_func(raw) { _ in 0 }
    csv_set_blk_size(raw, smallestStep)
    return true
  }

  /// Feeds whole physical lines; fields and line ends of records arrive in `sink`.
  @inline(__always)
  func feed(_ bytes: UnsafePointer<UInt8>, count: Int, sink: UnsafeMutablePointer<FieldSink>) throws(Findings)
    -> Outcome
  {
    if count > Self.smallestStep || raw.pointee.entry_size > 4 * Self.smallestStep { widenStep(for: count) }
    let consumed = csv_parse(raw, bytes, count, FieldSink.takeField, FieldSink.takeRecordEnd, sink)
    if consumed == count { return .fine }
    guard csv_error(raw) == CSV_EPARSE else { throw Self.outOfMemory(path) }
    return raw.pointee.quoted == 0 ? .quoteInField(at: consumed) : .textAfterQuote(at: consumed)
  }

  /// The input ends here: completes a last record that has no line end.
  func finish(sink: UnsafeMutablePointer<FieldSink>) throws(Findings) -> Outcome {
    if csv_fini(raw, FieldSink.takeField, FieldSink.takeRecordEnd, sink) == 0 { return .fine }
    guard csv_error(raw) == CSV_EPARSE else { throw Self.outOfMemory(path) }
    return .unterminatedQuote
  }

  /// Forgets a record that was begun.
  func reset() throws(Findings) {
    csv_free(raw)
    guard Self.prepare(raw, delimiter) else { throw Self.outOfMemory(path) }
  }
}
