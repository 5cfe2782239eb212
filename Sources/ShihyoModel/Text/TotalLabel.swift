/// Labels of rows that are sums of other rows.
package enum TotalLabel {
  /// 計, 門司区計, 全税目. 会計 and 統計 end in 計, too, and are none.
  package static func matches(_ text: String) -> Bool {
    // A label that ends in a digit, as most of the many do that are no words, is none.
    if let last = text.utf8.last, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) { return false }
    let label = TextFolding.fold(text).filter { $0 != " " }
    if words.contains(label.lowercased()) { return true }
    guard label.hasSuffix("計"), label.count <= 12 else { return false }
    return !["会計", "統計", "時計", "家計", "設計", "推計"].contains { label.hasSuffix($0) }
  }

  private static let words: Set<String> = [
    "総数", "全体", "全市", "全国", "全県", "全区", "全域", "全税目", "全産業", "全年齢", "全世帯", "全業種", "全科目", "市全体", "県全体", "区全体", "ケイ",
    "ゴウケイ", "ショウケイ", "total", "grandtotal",
    "subtotal",
  ]
}
