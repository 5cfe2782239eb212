import CFieldIndex

/// What the index must find, byte by byte, with no word and no mask.
struct ReferenceIndex: Equatable {
  var ends: [UInt32] = []
  var recordEnds = 0
  var flags: UInt32 = 0
  var isOpen = false

  init(_ text: [UInt8], delimiter: UInt8) {
    var mayOpen = true
    var afterClose = false
    var afterReturn = false
    for (offset, byte) in text.enumerated() {
      if byte >= 0x80 { flags |= UInt32(FIELD_INDEX_NOT_ASCII) }
      if byte == 0 { flags |= UInt32(FIELD_INDEX_ZERO_BYTE) }
      if byte == 0x22 { flags |= UInt32(FIELD_INDEX_QUOTE) }
      if byte == 0x0D { flags |= UInt32(FIELD_INDEX_RETURN) }
      if afterReturn, byte != 0x0A { flags |= UInt32(FIELD_INDEX_LONE_RETURN) }
      afterReturn = false
      if isOpen {
        if byte == delimiter { flags |= UInt32(FIELD_INDEX_QUOTED_DELIMITER) }
        if byte == 0x22 {
          isOpen = false
          afterClose = true
        }
        continue
      }
      let isEnd = byte == delimiter || byte == 0x0A
      if afterClose, !isEnd, byte != 0x0D, byte != 0x22 { flags |= UInt32(FIELD_INDEX_IRREGULAR_QUOTE) }
      if byte == 0x22 {
        if !mayOpen, !afterClose { flags |= UInt32(FIELD_INDEX_IRREGULAR_QUOTE) }
        isOpen = true
      }
      if isEnd { ends.append(UInt32(offset)) }
      if byte == 0x0A { recordEnds += 1 }
      mayOpen = isEnd
      afterClose = false
      afterReturn = byte == 0x0D
    }
    if afterReturn { flags |= UInt32(FIELD_INDEX_LONE_RETURN) }
  }

  /// The index itself, over pieces that end at `cuts`.
  init(_ text: [UInt8], delimiter: UInt8, path: field_index_path, cuts: [Int]) {
    var state = field_index_start()
    var start = 0
    for cut in cuts + [text.count] {
      var found = [UInt32](repeating: 0, count: cut - start + Int(FIELD_INDEX_SLACK))
      let count = text[start..<cut].withUnsafeBufferPointer { piece in
        piece.baseAddress.map { base in
          field_index_scan(path, base, piece.count, delimiter, UInt32(start), &state, &found)
        } ?? 0
      }
      ends.append(contentsOf: found[..<count])
      start = cut
    }
    field_index_finish(&state)
    recordEnds = state.record_ends
    flags = state.flags
    isOpen = state.open_quote != 0
  }
}
