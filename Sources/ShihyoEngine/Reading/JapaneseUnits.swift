/// CP932: Shift_JIS as Windows has it.
struct CP932Units: UnitDecoder {
  let table: [UInt16]

  init?() {
    guard let table = JapaneseTables.cp932 else { return nil }
    self.table = table
  }

  func next(_ bytes: UnsafePointer<UInt8>, count: Int) -> DecodedUnit {
    let lead = Int(bytes[0])
    let row: Int
    switch lead {
    case 0..<0x80: return .scalar(UInt32(lead), length: 1)
    case 0xA1...0xDF: return .scalar(UInt32(0xFF61 + lead - 0xA1), length: 1)
    case 0x81...0x9F: row = lead - 0x81
    case 0xE0...0xFC: row = lead - 0xC1
    default: return .invalid(length: 1)
    }
    guard count > 1 else { return .incomplete }
    let trail = Int(bytes[1])
    let column: Int
    switch trail {
    case 0x40...0x7E: column = trail - 0x40
    case 0x80...0xFC: column = trail - 0x41
    default: return .invalid(length: 1)
    }
    let value = table[row * 188 + column]
    // A trail byte may be an ASCII letter, so only the lead byte is given up.
    return value == 0 ? .invalid(length: 1) : .scalar(UInt32(value), length: 2)
  }
}

/// EUC-JP with the characters that Windows adds to it.
struct EUCJPUnits: UnitDecoder {
  let table: [UInt16]

  init?() {
    guard let table = JapaneseTables.jis else { return nil }
    self.table = table
  }

  func next(_ bytes: UnsafePointer<UInt8>, count: Int) -> DecodedUnit {
    let lead = bytes[0]
    switch lead {
    case 0..<0x80: return .scalar(UInt32(lead), length: 1)
    case 0x8E:
      guard count > 1 else { return .incomplete }
      guard (0xA1...0xDF).contains(bytes[1]) else { return .invalid(length: 1) }
      return .scalar(UInt32(0xFF61) + UInt32(bytes[1] - 0xA1), length: 2)
    case 0x8F: return pair(bytes, at: 1, plane: 1, count: count)
    case 0xA1...0xFE: return pair(bytes, at: 0, plane: 0, count: count)
    default: return .invalid(length: 1)
    }
  }

  private func pair(_ bytes: UnsafePointer<UInt8>, at offset: Int, plane: Int, count: Int) -> DecodedUnit {
    for index in offset...(offset + 1) {
      guard index < count else { return .incomplete }
      guard (0xA1...0xFE).contains(bytes[index]) else { return .invalid(length: 1) }
    }
    let cell = Int(bytes[offset] - 0xA1) * 94 + Int(bytes[offset + 1] - 0xA1)
    let value = table[plane * 94 * 94 + cell]
    return value == 0 ? .invalid(length: 1) : .scalar(UInt32(value), length: offset + 2)
  }
}

/// ISO-2022-JP: seven-bit text that escape sequences switch between ASCII, kana and JIS tables.
struct ISO2022JPUnits: UnitDecoder {
  private enum CharacterSet { case ascii, kana, jis0208, jis0212 }

  let table: [UInt16]
  private var current = CharacterSet.ascii

  init?() {
    guard let table = JapaneseTables.jis else { return nil }
    self.table = table
  }

  mutating func next(_ bytes: UnsafePointer<UInt8>, count: Int) -> DecodedUnit {
    let first = bytes[0]
    if first == 0x1B { return escape(bytes, count: count) }
    guard first < 0x80 else { return .invalid(length: 1) }
    // Line ends and other controls may stand between the characters of any set.
    guard first > 0x20, first < 0x7F, current != .ascii else { return .scalar(UInt32(first), length: 1) }
    if current == .kana {
      return first < 0x60 ? .scalar(UInt32(0xFF61) + UInt32(first - 0x21), length: 1) : .invalid(length: 1)
    }
    guard count > 1 else { return .incomplete }
    guard bytes[1] > 0x20, bytes[1] < 0x7F else { return .invalid(length: 1) }
    let cell = Int(first - 0x21) * 94 + Int(bytes[1] - 0x21)
    let value = table[(current == .jis0212 ? 94 * 94 : 0) + cell]
    return value == 0 ? .invalid(length: 2) : .scalar(UInt32(value), length: 2)
  }

  private mutating func escape(_ bytes: UnsafePointer<UInt8>, count: Int) -> DecodedUnit {
    guard count >= 3 else { return .incomplete }
    switch (bytes[1], bytes[2]) {
    case (0x28, 0x42), (0x28, 0x4A): current = .ascii
    case (0x28, 0x49): current = .kana
    case (0x24, 0x40), (0x24, 0x42): current = .jis0208
    case (0x24, 0x28):
      guard count >= 4 else { return .incomplete }
      guard bytes[3] == 0x44 else { return .invalid(length: 1) }
      current = .jis0212
      return .shift(length: 4)
    default: return .invalid(length: 1)
    }
    return .shift(length: 3)
  }
}
