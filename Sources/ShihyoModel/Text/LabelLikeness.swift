/// The form in which labels are compared that a person would take for one: coarser than `TextFolding`, and only for warnings.
///
/// - Folds, beyond `TextFolding`: case, hidden characters, blanks beside Japanese characters, zeros in front of a number (04月 is
///   4月), dashes and 長音, variants of a kanji (區, 髙), and letters of another script that look the same (ニ and 二, А and A).
/// - Cost: O(n), with an allocation.
package enum LabelLikeness {
  package static func form(of text: String) -> String {
    var result: [Unicode.Scalar] = []
    var waiting = false
    let scalars = Array(TextFolding.fold(text).unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      if isHidden(scalar) { continue }
      let twin = twins[scalar] ?? scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      if scalar == " " {
        waiting = true
        continue
      }
      if waiting, let last = result.last, last.isASCII, scalar.isASCII { result.append(" ") }
      waiting = false
      if scalar == "0", place + 1 < scalars.count, isDigit(scalars[place + 1]), !(result.last.map(isInNumber) ?? false)
      {
        continue
      }
      result.append(twin)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: result)
    return String(view)
  }

  /// Whether a text in ASCII is its own form.
  package static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var before: UInt8 = 0x2F
    for (place, byte) in bytes.enumerated() {
      guard (0x20..<0x7F).contains(byte), !(0x41...0x5A).contains(byte) else { return false }
      if byte == 0x30, !(0x30...0x39).contains(before), before != 0x2E, before != 0x2C, place + 1 < bytes.count,
        (0x30...0x39).contains(bytes[place + 1])
      {
        return false
      }
      before = byte
    }
    return bytes.first != 0x20 && bytes.last != 0x20
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Behind these a zero counts: 1.05, 1,005, 105.
  private static func isInNumber(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || scalar == "." || scalar == "," }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    // An accent that stands apart from its letter: 小倉 with U+0301 in it.
    default: scalar.properties.isVariationSelector || (0x0300...0x036F).contains(scalar.value)
    }
  }

  private static let twins: [Unicode.Scalar: Unicode.Scalar] = {
    var twins: [Unicode.Scalar: Unicode.Scalar] = [:]
    for group in groups.split(whereSeparator: \.isWhitespace) {
      guard let first = group.unicodeScalars.first else { continue }
      for scalar in group.unicodeScalars { twins[scalar] = first }
    }
    return twins
  }()

  /// The first of each group stands for it.
  private static let groups = """
    区區 高髙 崎﨑嵜碕 辺邊邉 浜濱濵 斎齋 沢澤 広廣 国國 学學 県縣 桜櫻 瀬瀨 徳德 柳栁 増增 寛寬 昇曻 黒黑 青靑 清淸 横橫 真眞 恵惠 槙槇 巌巖 旧舊 桧檜 薮藪 \
    鴎鷗 礼禮 弥彌 円圓 場塲 篭籠 ケヶ 二ニ カ力ヵ 口ロ 八ハ 工エ ト卜 タ夕 へヘ べベ ぺペ 〇○◯ -ー一‐‑‒–—―−
    aАаΑα bВΒ cСс eЕеΕ hНΗ iІіΙ kКΚκ mМΜ nΝ oОоΟο pРрΡρ tТΤ xХхΧχ yУуΥ zΖ
    """
}
