import ShihyoModel

/// What a category is in a partition: a part of it, or one of the labels that stand beside the parts.
enum CategoryClass: Hashable {
  case part
  /// 不詳, 無回答 or a cell without a value.
  case unknown
  /// 総数, 計: never a part.
  case total
  /// （再掲）, うち: counted again, never a part.
  case recount

  init(_ key: KeyValue) {
    self =
      switch key {
      case .number, .period: .part
      case .absent: .unknown
      case .age(.bracket): .part
      case .age(.unknown), .age(.noAnswer): .unknown
      case .age(.total): .total
      case .age(.recount): .recount
      case .text(let label): Self.ofText(TextFolding.fold(label.text))
      }
  }

  /// - Source: domain.md, sections 7 and 8.
  private static func ofText(_ label: String) -> CategoryClass {
    if totals.contains(label.lowercased()) { return .total }
    if unknowns.contains(label.lowercased()) || label.contains("不詳") { return .unknown }
    if label.hasPrefix("(再掲)") || label.hasPrefix("再掲") { return .recount }
    // うち75歳以上 is a recount; うちわ is a word.
    if label.hasPrefix("うち"), let next = label.unicodeScalars.dropFirst(2).first,
      !(0x3041...0x309F).contains(next.value)
    {
      return .recount
    }
    return .part
  }

  private static let totals: Set<String> = ["総数", "計", "合計", "小計", "総計", "全体", "total"]
  private static let unknowns: Set<String> = ["不明", "無回答", "未回答", "答えたくない", "unknown", "no-answer", "no answer"]
}
