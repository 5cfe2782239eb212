import ShihyoModel

/// Headings that say the unit of their numbers, or that have none to say.
enum UnitWords {
  static func standIn(_ heading: String) -> Bool {
    let folded = TextFolding.fold(heading)
    if folded.contains("(") || folded.contains("単位") || folded.contains("%") || folded.contains("=") { return true }
    // A period as heading: the table says the unit once for all of them.
    if Period(machineSpelling: folded) != nil || (try? TimeGrammar(yearReading: .fiscal).read(folded)) != nil {
      return true
    }
    if EnglishHeading.says(folded) || people.contains(folded) { return true }
    if HeaderWords.isPlace(folded) || endings.contains(where: { folded.lowercased().hasSuffix($0) }) { return true }
    return HeaderWords.unit(folded) != nil || OwnHeadings.hasNoUnit(folded)
  }

  private static let people: Set<String> = ["男", "女", "男性", "女性", "男子", "女子", "男女計"]

  private static let endings = [
    "数", "人口", "世帯", "率", "割合", "比", "指数", "年", "月", "日", "年度", "西暦", "和暦", "番号", "コード", "id", "no", "no.", "順位", "順",
    "ランク",
    "点", "回", "人", "件", "館", "緯度", "経度", "電話", "行", "文書", "line", "count", "share", "index", "year", "n", "number",
    "rank",
    "code", "records",
  ]
}

/// What `shihyo … -f csv` itself writes into the heading.
enum OwnHeadings {
  /// Pure numbers, counts of rows, and numbers in the unit of the measure beside them.
  static func hasNoUnit(_ heading: String) -> Bool {
    plain.contains(heading) || beginnings.contains(where: heading.hasPrefix)
  }

  /// Columns that quote cells as they were read, whatever these hold.
  static let quotations: Set<String> = [
    "printed", "old", "new", "text", "example", "smallest", "largest", "odd-text", "表記", "原文", "column",
  ]

  private static let beginnings = ["change.", "points.", "share", "index", "moving", "contribution"]

  private static let plain: Set<String> = [
    "table", "row", "rows", "step", "difference", "design-effect", "slope", "lower", "upper", "s", "z", "p", "p-exact",
    "tau", "least", "most", "previous", "current", "gone", "ranked", "complete", "completion-rate", "under-way", "late",
    "not-done", "not-entered", "other", "values", "nil", "missing", "suppressed", "empty", "odd", "distinct", "longest",
    "printed", "file", "page", "行末", "欄",
  ]
}
