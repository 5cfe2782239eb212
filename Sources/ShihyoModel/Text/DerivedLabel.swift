/// Labels of rows that are computed from other rows, or hold a part of one, and are no total: 平均, 対前年比, うち女性, 再掲.
package enum DerivedLabel {
  /// 前年度繰越金 is an income, うちわ a thing, 内田町 a place: none of them matches.
  package static func matches(_ text: String) -> Bool {
    if text.utf8.count > 60 || text.utf8.allSatisfy({ $0 < 0x80 && !isLetter($0) }) { return false }
    let label = TextFolding.fold(text).filter { $0 != " " }
    let bare = label.drop { "([<【〔・-".contains($0) }
    if words.contains(bare.lowercased()) { return true }
    if parts.contains(where: bare.hasPrefix) { return true }
    if bare.hasPrefix("うち"), label.count <= 20 {
      // うちわ goes on in kana, うち女性 and (うち) do not.
      guard let next = bare.dropFirst(2).unicodeScalars.first else { return true }
      return !(0x3041...0x3096).contains(next.value)
    }
    return bare.count <= 8
      && (bare.hasSuffix("平均") || ["増減", "対前年", "対前期", "対前月", "構成比", "前年比"].contains(where: bare.hasPrefix))
  }

  private static let parts = ["再掲", "(再掲", "内数", "うち)", "内)", "内書", "内訳)", "内訳]", "内訳:", "内訳・"]
  private static let words: Set<String> = [
    "平均", "平均値", "最大", "最大値", "最小", "最小値", "最高", "最低", "中央値", "前年", "前年度", "前年同月", "前年同期", "前月", "前期", "差引", "差額", "繰越",
    "前頁繰越", "次頁繰越", "前頁より繰越", "前ページより", "次ページへ", "内訳", "average", "mean", "median", "sum", "all", "ofwhich",
    "difference",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
