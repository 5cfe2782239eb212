import ShihyoModel

/// Texts that open a note below a table.
package enum RemarkText {
  /// As a steward would write it in `note-rows`; folded before it is compared.
  ///
  /// - Returns: nil where the text opens like any label: 資料館 is a place, 注文件数 a column.
  package static func beginning(of text: String) -> String? {
    let folded = TextFolding.fold(text)
    if let known = beginnings.first(where: { folded.hasPrefix(TextFolding.fold($0)) }) { return known }
    if alone.contains(folded) { return folded }
    // 注1, 注 …; *1 and *) but no product of numbers.
    if folded.hasPrefix("注"), let next = folded.dropFirst().first, next.isNumber || " .、".contains(next) { return "注" }
    if folded.hasPrefix("*"), folded.count > 4 { return "*" }
    return nil
  }

  private static let beginnings = [
    "（注", "注）", "注：", "注記", "注釈", "[注", "【注", "<注", "※", "資料：", "（資料", "資料）", "資料 ", "出典：", "（出典", "出典）", "出典 ", "出所：",
    "（出所", "備考：", "（備考", "備考）", "凡例：", "（凡例", "Note:", "Notes:", "Source:",
  ]
  private static let alone: Set<String> = ["注", "備考", "凡例", "資料", "出典", "注意事項"]
}
