import ShihyoModel

/// Spaces and line breaks that stand for layout in a label: 件　数, 備 考, a leading space, a line break in a heading.
///
/// - Names: 山田　太郎 has its space to part two words, as an author wrote it; 総　数 has it to be as wide as its neighbour.
enum LayoutSpace {
  /// Beyond this many characters a text is a sentence, in which spaces part its pieces.
  private static let longestLabel = 30

  /// - Parameter isPerson: names of people stand in the column: 林　隆 is one.
  static func stands(in text: String, isPerson: Bool = false) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    if isSpace(first) || isSpace(last) { return true }
    guard text.count <= longestLabel else { return false }
    let pieces = text.unicodeScalars.split(whereSeparator: isSpace).map(Array.init)
    let spaces = text.unicodeScalars.count(where: isSpace)
    let isParted = spaces == pieces.count - 1 && !text.contains(where: \.isNewline)
    if isParted, pieces.count == 2, isPerson || pieces.allSatisfy(isName) { return false }
    if pieces.count > 1, pieces.allSatisfy({ $0.count == 1 && isIdeograph($0[0]) }) { return true }
    var before: Unicode.Scalar = "a"
    for scalar in text.unicodeScalars {
      if isSpace(scalar), scalar == "\u{3000}" || scalar == "\n" || scalar == "\r" || isSpace(before) { return true }
      before = scalar
    }
    return false
  }

  /// Half of a name that stands in a column whose heading says nothing of people: 山田.
  private static func isName(_ piece: [Unicode.Scalar]) -> Bool {
    (2...3).contains(piece.count) && piece.allSatisfy(isIdeograph)
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
      || (0x20000...0x3FFFF).contains(scalar.value) || scalar == "々"
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    [" ", "\u{3000}", "\u{A0}", "\t", "\n", "\r"].contains(scalar)
  }
}

/// A spreadsheet's formula: =SUM(B1:B2), ="001". A line drawn with = is none.
enum Formula {
  static func stands(in text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "="), let next = text.dropFirst().first else { return false }
    return next.isASCII && (next.isLetter || next.isNumber || "(+-\"'$@".contains(next))
  }
}

/// 〃 and 同上: the name is that of the cell above or beside.
enum OmittedName {
  static func stands(in folded: String) -> Bool {
    ["〃", "同上", "同左", "同右", "仝", "々", "\"", "''", "\u{201D}", "(同上)"].contains(folded)
  }
}

/// The full name of a prefecture, with or without its 都, 府 or 県.
enum Prefectures {
  static func full(_ folded: String) -> String? { names[folded] }

  private static let names: [String: String] = {
    let names = """
      青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 滋賀 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 \
      山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄
      """.split { $0 == " " || $0 == "\n" }.map(String.init)
    var full = Dictionary(names.map { ($0, $0 + "県") }, uniquingKeysWith: { first, _ in first })
    full["東京"] = "東京都"
    full["大阪"] = "大阪府"
    full["京都"] = "京都府"
    for name in Array(full.values) + ["北海道"] { full[name] = name }
    return full
  }()
}
