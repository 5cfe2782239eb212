/// Bounds of one field in the bytes of a batch; the end is exclusive.
package struct FieldBounds: BitwiseCopyable, Sendable {
  package var start: UInt32
  package var end: UInt32
  package var count: Int { Int(end - start) }
}

/// Where the callbacks of libcsv put unescaped fields: the bytes of all fields in one row, and their bounds.
///
/// It is reached through a plain pointer, so that no reference is counted for every field of a file.
struct FieldSink: ~Copyable {
  var bytes: GrowableBuffer<UInt8>
  var fields: GrowableBuffer<FieldBounds>
  /// Set by the end of a record; the splitter clears it.
  var recordEnded = false
  /// Longest field since the splitter cleared it.
  var longestField = 0

  private var recordFirstField = 0
  private var recordFirstByte = 0

  init(capacity: Int) {
    bytes = GrowableBuffer(capacity: capacity)
    fields = GrowableBuffer(capacity: max(64, capacity / 8))
  }

  mutating func removeAll() {
    bytes.count = 0
    fields.count = 0
    recordEnded = false
    longestField = 0
  }

  var recordFieldCount: Int { fields.count - recordFirstField }

  /// A record begins with the next field.
  mutating func beginRecord() {
    recordFirstField = fields.count
    recordFirstByte = bytes.count
    recordEnded = false
    longestField = 0
  }

  /// Takes back the fields of the last record.
  mutating func dropRecord() {
    fields.count = recordFirstField
    bytes.count = recordFirstByte
  }

  func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let bounds = fields.base[index]
    return UnsafeBufferPointer(start: bytes.base + Int(bounds.start), count: bounds.count)
  }

  /// Number, from 1, of the first field of the last record that is as asked.
  func column(where isWanted: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int? {
    (recordFirstField..<fields.count).first { isWanted(field($0)) }.map { $0 - recordFirstField + 1 }
  }

  @inline(__always)
  private mutating func take(_ field: UnsafePointer<UInt8>?, count: Int) {
    let start = UInt32(truncatingIfNeeded: bytes.count)
    if let field, count > 0 { bytes.append(field, count: count) }
    fields.append(FieldBounds(start: start, end: start &+ UInt32(truncatingIfNeeded: count)))
    if count > longestField { longestField = count }
  }

  static let takeField: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
    field, count, context in
    guard let sink = context?.assumingMemoryBound(to: FieldSink.self) else { return }
    sink.pointee.take(UnsafePointer(field?.assumingMemoryBound(to: UInt8.self)), count: count)
  }

  static let takeRecordEnd: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, context in
    guard let sink = context?.assumingMemoryBound(to: FieldSink.self) else { return }
    sink.pointee.recordEnded = true
  }
}
