/// What the next bytes of a text stand for.
enum DecodedUnit {
  case scalar(UInt32, length: Int)
  /// Bytes that belong to the encoding, not to the text (an escape sequence).
  case shift(length: Int)
  case invalid(length: Int)
  /// A character begins, but its bytes end here.
  case incomplete

  /// One byte of ASCII, which is itself in UTF-8.
  var isASCIIByte: Bool { if case .scalar(let scalar, 1) = self { scalar < 0x80 } else { false } }
}

/// Reads one character after the other from the bytes of one encoding.
protocol UnitDecoder {
  /// `count` is at least 1.
  mutating func next(_ bytes: UnsafePointer<UInt8>, count: Int) -> DecodedUnit
}

extension UnitDecoder {
  /// Offset of the first byte that does not belong to this encoding; nil where all do.
  ///
  /// - Parameter endsHere: the text ends with these bytes; else a character cut off at their end is fine.
  func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>, endsHere: Bool = true) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var decoder = self
    var position = 0
    while position < bytes.count {
      switch decoder.next(base + position, count: bytes.count - position) {
      case .scalar(_, let length), .shift(let length): position += length
      case .invalid: return position
      case .incomplete: return endsHere ? position : nil
      }
    }
    return nil
  }
}

/// UTF-8 as Unicode defines it: shortest forms only, no surrogates, nothing above U+10FFFF.
struct UTF8Units: UnitDecoder {
  func next(_ bytes: UnsafePointer<UInt8>, count: Int) -> DecodedUnit {
    let lead = bytes[0]
    if lead < 0x80 { return .scalar(UInt32(lead), length: 1) }
    let length: Int
    var secondRange: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { secondRange = 0xA0...0xBF }
      if lead == 0xED { secondRange = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { secondRange = 0x90...0xBF }
      if lead == 0xF4 { secondRange = 0x80...0x8F }
    default: return .invalid(length: 1)
    }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for index in 1..<length {
      guard index < count else { return .incomplete }
      let range = index == 1 ? secondRange : 0x80...0xBF
      guard range.contains(bytes[index]) else { return .invalid(length: index) }
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
    }
    return .scalar(scalar, length: length)
  }
}

/// UTF-16 in either byte order; a surrogate without its partner is invalid.
struct UTF16Units: UnitDecoder {
  let isBigEndian: Bool

  private func unit(_ bytes: UnsafePointer<UInt8>) -> UInt32 {
    isBigEndian ? UInt32(bytes[0]) << 8 | UInt32(bytes[1]) : UInt32(bytes[1]) << 8 | UInt32(bytes[0])
  }

  func next(_ bytes: UnsafePointer<UInt8>, count: Int) -> DecodedUnit {
    guard count >= 2 else { return .incomplete }
    let first = unit(bytes)
    guard first & 0xF800 == 0xD800 else { return .scalar(first, length: 2) }
    guard first < 0xDC00 else { return .invalid(length: 2) }
    guard count >= 4 else { return .incomplete }
    let second = unit(bytes + 2)
    guard second & 0xFC00 == 0xDC00 else { return .invalid(length: 2) }
    return .scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF), length: 4)
  }
}
