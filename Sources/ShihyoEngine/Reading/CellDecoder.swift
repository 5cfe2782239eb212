package import ShihyoModel

/// Turns the bytes of one cell into text, in one of the encodings whose files are split as bytes.
///
/// - Errors: nil where a byte does not belong to the encoding; never a replacement character. In CP932 also nil for a cell
///   that is Japanese in UTF-8.
/// - Cost: O(bytes). ASCII and UTF-8 are checked and copied; the Japanese encodings go through a table.
package struct CellDecoder: Sendable {
  package let encoding: TextEncoding
  private let cp932: CP932Units?
  private let eucJP: EUCJPUnits?

  /// UTF-16 and ISO-2022-JP are turned into UTF-8 before a file is split, so for these the cells are UTF-8.
  package init(_ encoding: TextEncoding) {
    switch encoding {
    case .cp932, .eucJP: self.encoding = encoding
    case .utf8, .iso2022JP, .utf16LittleEndian, .utf16BigEndian: self.encoding = .utf8
    }
    cp932 = encoding == .cp932 ? CP932Units() : nil
    eucJP = encoding == .eucJP ? EUCJPUnits() : nil
  }

  /// False where the system has no table for the encoding; then only ASCII can be decoded.
  package var isAvailable: Bool { encoding == .utf8 || cp932 != nil || eucJP != nil }

  package func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if bytes.isEmpty { return "" }
    if encoding == .utf8 || bytes.allSatisfy({ $0 < 0x80 }) { return String(validating: bytes, as: UTF8.self) }
    if let cp932 { return ForeignText.isJapaneseUTF8(bytes) ? nil : text(bytes, cp932) }
    if let eucJP { return text(bytes, eucJP) }
    return nil
  }

  package func decode(_ bytes: [UInt8]) -> String? { bytes.withUnsafeBufferPointer { decode($0) } }

  /// Offset in the cell of the first byte that does not belong to the encoding.
  package func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    switch encoding {
    case .cp932:
      ForeignText.isJapaneseUTF8(bytes)
        ? bytes.firstIndex { $0 >= 0x80 } : cp932?.firstInvalid(in: bytes) ?? (cp932 == nil ? 0 : nil)
    case .eucJP: eucJP?.firstInvalid(in: bytes) ?? (eucJP == nil ? 0 : nil)
    default: UTF8Units().firstInvalid(in: bytes)
    }
  }

  /// What is wrong with a cell that cannot be decoded; `read` is the encoding of its file.
  func fault(of bytes: UnsafeBufferPointer<UInt8>, in read: TextEncoding) -> ReadingRule {
    encoding == .cp932 && ForeignText.isJapaneseUTF8(bytes) ? .otherEncoding(read: read) : .invalidBytes(read)
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>, _ units: some UnitDecoder) -> String? {
    guard let base = bytes.baseAddress else { return "" }
    var units = units
    var isValid = true
    // No character of two bytes takes more than three bytes in UTF-8, nor does one of a single byte.
    let text = String(unsafeUninitializedCapacity: bytes.count * 3) { target in
      var position = 0
      var written = 0
      while position < bytes.count {
        guard case .scalar(let scalar, let length) = units.next(base + position, count: bytes.count - position) else {
          isValid = false
          return 0
        }
        position += length
        written += UTF8Writer.write(scalar, to: target, at: written)
      }
      return written
    }
    return isValid ? text : nil
  }
}

/// Writes scalars as UTF-8 into memory that has room for four bytes at the place.
enum UTF8Writer {
  @inline(__always)
  static func write(_ scalar: UInt32, to target: UnsafeMutableBufferPointer<UInt8>, at index: Int) -> Int {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | (scalar >> shift & 0x3F)) }
    switch scalar {
    case 0..<0x80:
      target[index] = UInt8(truncatingIfNeeded: scalar)
      return 1
    case 0x80..<0x800:
      target[index] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      target[index + 1] = tail(0)
      return 2
    case 0x800..<0x10000:
      target[index] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      target[index + 1] = tail(6)
      target[index + 2] = tail(0)
      return 3
    default:
      target[index] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
      target[index + 1] = tail(12)
      target[index + 2] = tail(6)
      target[index + 3] = tail(0)
      return 4
    }
  }
}
