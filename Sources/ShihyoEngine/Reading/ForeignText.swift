/// Tells Japanese in UTF-8 from CP932, cell by cell: a file that was put together of both reads as nonsense without an error.
///
/// 門司区 in UTF-8 is 髢蜿ｸ蛹ｺ in CP932, all of it characters that exist. Text of CP932 whose bytes happen to be UTF-8 begins with a
/// rare kanji and has the trail byte of a second one, a letter, behind three bytes; so letters there are held against it.
enum ForeignText {
  /// Whether the bytes of a cell are kana, kanji and full-width forms in UTF-8.
  static func isJapaneseUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var characters = 0
    var letters = 0
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      guard (0xE3...0xE9).contains(lead) || lead == 0xEF, index + 2 < bytes.count,
        (lead == 0xEF ? 0xBC...0xBE : 0x80...0xBF).contains(bytes[index + 1]), (0x80...0xBF).contains(bytes[index + 2])
      else { return false }
      characters += 1
      index += 3
      if index < bytes.count, (0x40...0x7E).contains(bytes[index]) { letters += 1 }
    }
    return characters > 0 && letters * 2 <= characters && (letters == 0 || characters > 2)
  }
}
