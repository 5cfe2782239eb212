import ShihyoModel

/// The cells of one row in UTF-8, in the memory of the batch that is being made; records share these bytes.
struct RowText {
  /// One per column of the file.
  var cells: [FieldBounds] = []
  /// Physical line.
  var line = 0

  func bytes(_ column: Int, in arena: FieldArena) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: arena.byteBase + Int(cells[column].start), count: cells[column].count)
  }

  func text(_ column: Int, in arena: FieldArena) -> String {
    String(decoding: bytes(column, in: arena), as: UTF8.self)
  }

  func isBlank(_ column: Int, in arena: FieldArena) -> Bool { Self.isBlank(bytes(column, in: arena)) }

  /// Nothing but spaces, the full-width one too.
  static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.isEmpty { return true }
    guard let first = bytes.first, first <= 0x20 || first >= 0xC2 else { return false }
    return TextFolding.isBlank(String(decoding: bytes, as: UTF8.self))
  }
}

extension FieldArena {
  /// Adds bytes and says where they are; the bytes may not be this arena's own.
  func store(_ bytes: UnsafeBufferPointer<UInt8>) -> FieldBounds {
    let start = UInt32(truncatingIfNeeded: sink.pointee.bytes.count)
    sink.pointee.bytes.append(bytes)
    return FieldBounds(start: start, end: UInt32(truncatingIfNeeded: sink.pointee.bytes.count))
  }

  func store(_ text: String) -> FieldBounds {
    var text = text
    return text.withUTF8 { store($0) }
  }
}
