import ShihyoModel

/// Spaces and line breaks that stand for layout in a label: 件　数, a leading space, a line break in a heading.
enum LayoutSpace {
  /// Beyond this many characters a text is a sentence, in which spaces part its pieces.
  private static let longestLabel = 30

  static func stands(in text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    if isSpace(first) || isSpace(last) { return true }
    guard text.count <= longestLabel else { return false }
    var before: Unicode.Scalar = "a"
    for scalar in text.unicodeScalars {
      if isSpace(scalar), scalar == "\u{3000}" || scalar == "\n" || scalar == "\r" || isSpace(before) { return true }
      before = scalar
    }
    return false
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    [" ", "\u{3000}", "\u{A0}", "\t", "\n", "\r"].contains(scalar)
  }
}

/// Two numbers in one cell: 12(3), 1、2, 3/5.
enum SeveralValues {
  static func stand(in folded: String) -> Bool {
    let pieces = folded.split { ["(", ")", "、", "/", "・", "\n", ";"].contains($0) }.map(String.init)
    let numbers = pieces.filter { piece in
      let digits = piece.split(separator: " ").joined()
      return ExactDecimal(digits.split(separator: ",").joined()) != nil
    }
    return numbers.count > 1 && numbers.count == pieces.count
  }
}

/// Headings that say the unit of their numbers, or that have none to say.
enum UnitWords {
  static func standIn(_ heading: String) -> Bool {
    let folded = TextFolding.fold(heading)
    if folded.contains("(") || folded.contains("単位") || folded.contains("%") || folded.contains("=") { return true }
    // A period as heading: the table says the unit once for all of them.
    if Period(machineSpelling: folded) != nil || (try? TimeGrammar(yearReading: .fiscal).read(folded)) != nil {
      return true
    }
    let endings = [
      "数", "人口", "世帯", "率", "割合", "比", "指数", "年", "月", "日", "年度", "番号", "コード", "ID", "No", "No.", "順位", "順", "ランク",
      "点", "回", "人", "件", "館", "緯度", "経度", "電話", "行", "文書", "line", "count", "share", "index", "year", "id", "n",
      "number", "rank", "code", "records",
    ]
    if endings.contains(where: { folded.lowercased().hasSuffix($0.lowercased()) }) { return true }
    // Names of our own machine output: `change.previous`, `points.year-ago`, `share-of-count`.
    return ["change.", "points.", "share", "index", "moving"].contains { folded.hasPrefix($0) }
  }
}

/// Prefectures without 都, 府 or 県.
enum Prefectures {
  static func full(_ folded: String) -> String? { shortened[folded] }

  private static let shortened: [String: String] = {
    let names = """
      青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 滋賀 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 \
      山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄
      """.split { $0 == " " || $0 == "\n" }.map(String.init)
    var full = Dictionary(names.map { ($0, $0 + "県") }, uniquingKeysWith: { first, _ in first })
    full["東京"] = "東京都"
    full["大阪"] = "大阪府"
    full["京都"] = "京都府"
    return full
  }()
}
