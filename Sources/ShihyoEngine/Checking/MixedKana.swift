import ShihyoModel

/// Finds words of EUC-JP in a column of CP932, where they are half-width kana and no error: 門司 is ﾌ醉ﾊ, 本庁 ﾋﾜﾄ｣.
///
/// A column of half-width kana has them in most cells. Where few have nothing else, an even number of them, and EUC-JP makes
/// kanji or kana of them, a part of another file is likely if they are hardly a word of kana (as ﾌﾟｰﾙ, ｾﾝﾀｰ are), or if the same
/// characters stand in other cells.
enum MixedKana {
  private static let mostLabels = 2_000

  static func findings(
    _ labels: [(text: String, stand: KeyIndex.Stand)]
  ) -> [(rule: CheckRule, stand: KeyIndex.Stand)] {
    guard labels.count <= mostLabels else { return [] }
    let suspects = labels.filter { isHalfWidth($0.text) }
    let others = labels.filter { !isHalfWidth($0.text) && !$0.text.utf8.allSatisfy { $0 < 0x80 } }
    guard !suspects.isEmpty, suspects.count < others.count else { return [] }
    let known = Set(others.flatMap { $0.text.unicodeScalars }.filter { $0.value >= 0x80 })
    return suspects.compactMap { suspect in
      guard let reading = reading(suspect.text),
        suspects.count * 2 <= others.count && !KanaWord.isLikely(suspect.text)
          || reading.unicodeScalars.contains(where: known.contains)
      else { return nil }
      return (.otherEncodingLikely(reading: reading), suspect.stand)
    }
  }

  /// Half-width kana and characters of one's own, and nothing else but ASCII.
  private static func isHalfWidth(_ text: String) -> Bool {
    var count = 0
    for scalar in text.unicodeScalars where scalar.value >= 0x80 {
      guard isKana(scalar) || isOwn(scalar) else { return false }
      count += 1
    }
    return count > 0
  }

  private static func isKana(_ scalar: Unicode.Scalar) -> Bool { (0xFF61...0xFF9F).contains(scalar.value) }
  private static func isOwn(_ scalar: Unicode.Scalar) -> Bool { (0xE000...0xE757).contains(scalar.value) }

  /// The bytes that the text is in CP932, read as EUC-JP.
  private static func reading(_ text: String) -> String? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if isOwn(scalar) {
        // F040 to F9FC, 188 characters a row without 7F.
        let (row, place) = Int(scalar.value - 0xE000).quotientAndRemainder(dividingBy: 188)
        bytes += [UInt8(0xF0 + row), UInt8(place < 63 ? 0x40 + place : 0x41 + place)]
      } else {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value < 0x80 ? scalar.value : scalar.value - 0xFEC0))
      }
    }
    return CellDecoder(.eucJP).decode(bytes)
  }
}
