import Glibc

/// A field as it stands in regular text, quotes and all.
enum RawField {
  /// The field without its quotes: the bytes themselves where none is doubled, else a copy in `scratch`; valid until
  /// either changes.
  @inline(__always)
  static func unescaped(
    _ field: UnsafeBufferPointer<UInt8>, _ scratch: inout GrowableBuffer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    // In regular text a field that begins with a quote ends with one.
    guard let start = field.baseAddress, field.count >= 2, start[0] == 0x22 else { return field }
    let inner = UnsafeBufferPointer(start: start + 1, count: field.count - 2)
    return memchr(start + 1, 0x22, inner.count) == nil ? inner : undoubled(inner, &scratch)
  }

  private static func undoubled(
    _ inner: UnsafeBufferPointer<UInt8>, _ scratch: inout GrowableBuffer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    scratch.count = 0
    var index = 0
    while index < inner.count {
      scratch.append(inner[index])
      index += inner[index] == 0x22 ? 2 : 1
    }
    return scratch.elements
  }

  /// Replaces `cells` by the bounds of the fields of a key: cells of neighbouring columns stand between delimiters, spans
  /// between line feeds.
  ///
  /// - Parameter count: how many there are.
  static func findCells(
    of key: UnsafeBufferPointer<UInt8>, delimiter: UInt8, count: Int, in cells: inout [Range<Int>]
  ) {
    cells.removeAll(keepingCapacity: true)
    var start = 0
    var isQuoted = false
    if count > 1 {
      for (index, byte) in key.enumerated() {
        if byte == 0x22 {
          isQuoted.toggle()
        } else if !isQuoted, byte == delimiter || byte == 0x0A {
          cells.append(start..<index)
          start = index + 1
        }
      }
    }
    cells.append(start..<key.count)
  }
}
