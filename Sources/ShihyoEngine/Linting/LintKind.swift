import ShihyoModel

/// What a column is of, as far as its declaration and heading say: what a number column is, a few words among its cells do not
/// decide.
enum LintKind {
  /// The descriptor says so.
  case declaredNumbers
  /// The heading says so: 件数, 金額（千円）.
  case numbers
  /// Names, codes, times, remarks: digits in it are no amounts.
  case other
  /// Only the cells can tell.
  case open

  /// - Parameter heading: as read; the headings beside it tell codes that stand next to their labels.
  init(_ heading: String, field: Field?, among headings: [String]) {
    if let type = field?.type, type != .any {
      self = type == .integer || type == .number ? .declaredNumbers : .other
    } else if field?.unit != nil || field?.role == .measure {
      self = .declaredNumbers
    } else {
      self = Self.of(heading, among: headings)
    }
  }

  /// By the heading alone.
  static func of(_ heading: String, among headings: [String]) -> LintKind {
    let (words, unit) = split(TextFolding.fold(heading))
    // Codes stand beside their labels: 天候, 天候区分.
    let isCode = !words.isEmpty && headings.contains { other in ["区分", "名", "名称"].contains { other == heading + $0 } }
    if isCode || HeaderWords.isCode(words) || HeaderWords.isTime(words) || HeaderWords.isMonth(words) { return .other }
    if OwnHeadings.quotations.contains(words) || otherWords.contains(where: words.lowercased().hasSuffix) {
      return .other
    }
    if let unit, units.contains(unit.base) { return .numbers }
    return ["件", "人", "計"].contains(words) || amounts.contains(where: words.lowercased().hasSuffix) ? .numbers : .open
  }

  /// Labels of the rows; remarks, times and numbers are none.
  static func isLabel(_ heading: String) -> Bool {
    let (words, unit) = split(TextFolding.fold(heading))
    guard unit.map({ !units.contains($0.base) }) ?? true, !words.isEmpty else { return false }
    return !remarks.contains { words.lowercased().hasSuffix($0) } && !amounts.contains { words.hasSuffix($0) }
  }

  private static let remarks = [
    "備考", "注", "注記", "摘要", "説明", "内容", "理由", "欄", "住所", "所在地", "番地", "建物", "電話", "fax", "url", "メール", "コード", "番号",
    "note",
    "notes", "remarks", "address", "text",
  ]

  /// The heading, folded, without a unit in brackets behind it.
  static func withoutUnit(_ heading: String) -> String { split(TextFolding.fold(heading)).words }

  /// 金額（千円） is 金額, and 千円.
  private static func split(_ folded: String) -> (words: String, unit: MeasureUnit?) {
    guard let open = folded.firstIndex(of: "("), open > folded.startIndex, let close = folded.lastIndex(of: ")"),
      open < close
    else { return (folded, nil) }
    let inside = String(folded[folded.index(after: open)..<close])
    return (TextFolding.fold(String(folded[..<open])), MeasureUnit(parsing: inside))
  }

  private static let otherWords = [
    "名", "名称", "備考", "注", "注記", "摘要", "説明", "内容", "理由", "欄", "区分", "分類", "種別", "種類", "住所", "所在地", "電話", "fax", "url",
    "メール",
    "日付", "年月", "年月日", "月日", "時点", "期間", "期日", "曜日", "時間帯", "日時", "時刻", "担当", "年齢", "年齢層", "単位", "ランク", "等級", "順位",
    "rank", "line", "行", "name", "note", "notes",
    "date", "code", "unit", "text", "label",
  ]
  private static let amounts = [
    "数", "人口", "世帯", "率", "割合", "構成比", "年比", "年度比", "月比", "期比", "額", "金額", "量", "面積", "合計", "総計", "小計", "平均", "指数",
    "count", "amount", "population",
  ]
  private static let units: Set<String> = [
    "人", "件", "円", "世帯", "戸", "台", "回", "日", "時間", "分", "コマ", "か所", "館", "校", "園", "室", "席", "本", "冊", "枚", "点", "ポイント",
    "組", "団体",
    "社", "歳", "倍", "%", "‰", "㎡", "㎢", "ha", "km", "m", "t", "kg", "kWh", "℃", "棟", "事業所", "施設", "箇所", "頭", "隻", "床",
  ]
}
