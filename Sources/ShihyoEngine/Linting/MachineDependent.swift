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

  /// What says the same in JIS X 0208: (1) for ①, 高 for 髙; nil where nothing does.
  static func replacement(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x2460...0x2473: return "(\(scalar.value - 0x245F))"
    case 0x2160...0x2169: return roman[Int(scalar.value - 0x2160)]
    case 0x2170...0x2179: return roman[Int(scalar.value - 0x2170)].lowercased()
    default:
      guard let place = spelled.firstIndex(where: { $0.character == scalar }) else { return nil }
      return spelled[place].instead
    }
  }

  private static let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]

  private static let spelled: [(character: Unicode.Scalar, instead: String)] = """
    ㈱(株) ㈲(有) ㈹(代) ㊤上 ㊥中 ㊦下 ㊧左 ㊨右 ㍻平成 ㍼昭和 ㍽大正 ㍾明治 №No. ㏍K.K. ℡TEL ㎜mm ㎝cm ㎞km ㎎mg ㎏kg ㏄cc ㎡m2 ㍉ミリ ㌔キロ ㌢センチ \
    ㍍メートル ㌘グラム ㌧トン ㌃アール ㌶ヘクタール ㍑リットル ㍗ワット ㌍カロリー ㌦ドル ㌣セント ㌫パーセント ㍊ミリバール ㌻ページ 〝" 〟" 髙高 﨑崎 德徳 瀨瀬 濵浜 栁柳 增増 寬寛 \
    悅悦 敎教 曻昇 桒桑 橫横 淸清 綠緑 緖緒 薰薫 賴頼 郞郎 鄕郷 閒間 靑青 黑黒 甁瓶 羡羨
    """.split(separator: " ").compactMap { pair in
      pair.unicodeScalars.first.map { ($0, String(pair.unicodeScalars.dropFirst())) }
    }
}
