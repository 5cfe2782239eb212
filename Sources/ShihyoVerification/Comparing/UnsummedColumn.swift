import ShihyoEngine
public import ShihyoModel

/// A column whose numbers changed and are not added up, and why: the sum of rates or of codes says nothing.
public struct UnsummedColumn: Hashable, Sendable {
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Declared as a rate, or in ％.
    case rate
    /// No descriptor says it; the name does: 率, 割合, 平均.
    case namedLikeRate = "named-like-rate"
    /// 番号, 年度: digits that are a name or a time.
    case code

    public var label: Bilingual {
      switch self {
      case .rate: Bilingual(ja: "率や平均の列", en: "a column of rates")
      case .namedLikeRate: Bilingual(ja: "名前から率や平均とみた列", en: "by its name a column of rates")
      case .code: Bilingual(ja: "名前から番号や年とみた列", en: "by its name a column of codes or times")
      }
    }
  }

  public var column: String
  public var reason: Reason

  /// For people: what is not added up, and what to do where that is wrong.
  var note: Bilingual {
    let meant = Bilingual(
      ja: reason == .rate ? "" : "足せる数なら、定義ファイルで additivity を宣言してください。",
      en: reason == .rate ? "" : " If its numbers do add up, declare additivity in a descriptor.")
    return Bilingual(
      ja: "「\(column)」は\(reason.label.ja)なので、計を出していない。行ごとの変更だけを示す。" + meant.ja,
      en: "\(column) is \(reason.label.en): it is not summed, only its rows are compared." + meant.en)
  }

  /// nil where the numbers add up. A declared additivity is believed; without one the unit and the name tell.
  static func reason(_ name: String, fields: [Field], unit: MeasureUnit?) -> Reason? {
    if fields.contains(where: { $0.additivity == .rate }) { return .rate }
    if fields.contains(where: { $0.additivity != nil }) { return nil }
    if let unit, ["%", "倍", "ポイント"].contains(unit.base) { return .rate }
    let folded = TextFolding.fold(name).lowercased()
    if HeaderWords.isRate(name) || rates.contains(where: folded.contains) { return .namedLikeRate }
    let isCode = HeaderWords.isCode(name) || HeaderWords.isTime(name) || HeaderWords.isMonth(name)
    return isCode || HeaderWords.isPlace(name) ? .code : nil
  }

  private static let rates = ["%", "倍率", "伸び", "前期比", "前月比", "中央値", "最大", "最小", "mean", "median", "share", "growth"]
}
