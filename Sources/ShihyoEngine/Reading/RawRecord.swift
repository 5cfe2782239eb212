/// A well-formed record as read: finds the place of a byte of a field, for messages.
struct RawRecord {
  private let bytes: [UInt8]
  private let delimiter: UInt8

  init(_ bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  /// Offset in the record, and line ends before it, of byte `wanted` of the unescaped field number `field` (from 0).
  func offset(ofField field: Int, byte wanted: Int) -> (offset: Int, line: Int) {
    var current = 0
    var index = 0
    var inField = 0
    var isQuoted = index < bytes.count && bytes[index] == 0x22
    if isQuoted { index += 1 }
    while index < bytes.count {
      if isQuoted, bytes[index] == 0x22 {
        if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
          if current == field, inField == wanted { break }
          index += 2
          inField += 1
        } else {
          isQuoted = false
          index += 1
        }
      } else if !isQuoted, bytes[index] == delimiter {
        current += 1
        inField = 0
        index += 1
        isQuoted = index < bytes.count && bytes[index] == 0x22
        if isQuoted { index += 1 }
      } else {
        if current == field, inField == wanted { break }
        index += 1
        inField += 1
      }
    }
    var counter = LineCounter(line: 0)
    bytes.withUnsafeBufferPointer { counter.add(UnsafeBufferPointer(rebasing: $0[..<index])) }
    return (index, counter.line)
  }

  /// All fields, unescaped. Lenient, for rows of another form than the header's: a quote that is not closed ends with the bytes.
  func fields() -> [[UInt8]] {
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte != 0x22 {
          fields[fields.count - 1].append(byte)
        } else if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
          fields[fields.count - 1].append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == 0x22, fields[fields.count - 1].isEmpty {
        isQuoted = true
      } else if byte == delimiter {
        fields.append([])
      } else if byte == 0x0A || byte == 0x0D {
        break
      } else {
        fields[fields.count - 1].append(byte)
      }
      index += 1
    }
    return fields
  }

  func field(_ index: Int) -> [UInt8] {
    let fields = fields()
    return index < fields.count ? fields[index] : []
  }
}
