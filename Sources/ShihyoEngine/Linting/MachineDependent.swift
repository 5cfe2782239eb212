/// Characters that only the NEC and IBM rows of CP932 hold: other systems show something else or nothing (check item 1-10).
enum MachineDependent {
  /// The first one of a text.
  static func first(in text: String) -> Unicode.Scalar? {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    return text.unicodeScalars.first { $0.value >= 0x80 && scalars.contains($0) }
  }

  /// Rows 13 (NEC), 89–92 (NEC's selection of IBM's) and 115–119 (IBM), without what JIS X 0208 has as well.
  private static let scalars: Set<Unicode.Scalar> = {
    guard let table = JapaneseTables.cp932 else { return [] }
    var own: Set<Unicode.Scalar> = []
    var standard: Set<Unicode.Scalar> = []
    for (entry, value) in table.enumerated() where value != 0 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let row = entry / 188
      let lead = row < 31 ? 0x81 + row : 0xC1 + row
      switch lead {
      case 0x87, 0xED, 0xEE, 0xFA, 0xFB, 0xFC: own.insert(scalar)
      case 0xF0...0xF9: continue  // for the user to define
      default: standard.insert(scalar)
      }
    }
    return own.subtracting(standard)
  }()
}
