package import ShihyoModel

/// The sign that stands in a table where there is no number, and what the legend says of it.
extension Reason {
  func sign(_ language: Language) -> String {
    switch self {
    case .nilCase: language == .ja ? "－" : "-"
    case .missing: "…"
    case .suppressed: "x"
    case .notSurveyed: language == .ja ? "未調査" : "not asked"
    case .empty: language == .ja ? "空欄" : "blank"
    case .unknownMark: "?"
    }
  }

  package var meaning: Bilingual {
    switch self {
    case .nilCase: Bilingual(ja: "該当なし", en: "no such case")
    case .missing: Bilingual(ja: "不詳・未受領", en: "not available")
    case .suppressed: Bilingual(ja: "秘匿", en: "suppressed")
    case .notSurveyed: Bilingual(ja: "調査していない", en: "not surveyed")
    case .empty: Bilingual(ja: "記入なし", en: "nothing entered")
    case .unknownMark: Bilingual(ja: "意味の分からない記号", en: "a mark without a known meaning")
    }
  }
}

/// A sign beside a number. `before` and `after` keep the last digits of a column in line.
struct MarkSign: Sendable {
  let mark: Marks
  let before: Bilingual
  let after: String
  let meaning: Bilingual

  init(_ mark: Marks, before: Bilingual = Bilingual(ja: "", en: ""), after: String = "", meaning: Bilingual) {
    self.mark = mark
    self.before = before
    self.after = after
    self.meaning = meaning
  }

  /// After a number they stand in this order, before it in the opposite one, so that brackets are outermost.
  static let all = [
    MarkSign(.ofWhich, before: Bilingual(ja: "#", en: "#"), meaning: Bilingual(ja: "内数", en: "of which")),
    MarkSign(.approximate, before: Bilingual(ja: "約", en: "~"), meaning: Bilingual(ja: "概数", en: "approximate")),
    MarkSign(.provisional, after: "p", meaning: Bilingual(ja: "速報値", en: "provisional")),
    MarkSign(.revised, after: "r", meaning: Bilingual(ja: "改定値", en: "revised")),
    MarkSign(.estimated, after: "e", meaning: Bilingual(ja: "推計値", en: "estimated")),
    MarkSign(.seriesBreak, after: "B", meaning: Bilingual(ja: "系列の断層", en: "series break")),
    MarkSign(.roundedToZero, after: "z", meaning: Bilingual(ja: "四捨五入により0", en: "rounded to zero")),
    MarkSign(.smallBase, after: "*", meaning: Bilingual(ja: "分母が小さく注意を要する", en: "small base, use with care")),
    MarkSign(.bound, after: "L", meaning: Bilingual(ja: "以上・以下などの限界値", en: "a bound, not a value")),
    MarkSign(.adjusted, after: "^", meaning: Bilingual(ja: "計に合わせた端数調整", en: "adjusted so that the parts add up")),
    MarkSign(
      .partial, after: "†",
      meaning: Bilingual(ja: "期間の一部だけの値、またはそれとの比較", en: "part of the period only, or a comparison with such a value")),
    MarkSign(.incomplete, after: "!", meaning: Bilingual(ja: "値のないセルを除いた結果", en: "cells without a value are left out")),
    MarkSign(
      .reference, before: Bilingual(ja: "(", en: "("), after: ")", meaning: Bilingual(ja: "参考値", en: "reference value")),
  ]
}
