public import ShihyoModel

/// What can be said of a published number. Each is counted apart: what was only copied is never said to be proved.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
  /// 一致: recomputed from data, to the printed digit.
  case proved
  /// 端数の範囲内: what the data give rounds to what is printed, or differs by no more than rounding can explain.
  case withinRounding = "within-rounding"
  /// 不一致
  case wrong
  /// 判定不能: cannot be told, and why.
  case undecidable
  /// 導出値: computed from printed numbers, itself not printed; proves nothing.
  case derived
  /// 転記のみ（元データなし）: copied from its document; no data lies behind it.
  case copied

  public var label: Bilingual {
    switch self {
    case .proved: Bilingual(ja: "一致", en: "proved")
    case .withinRounding: Bilingual(ja: "端数の範囲内", en: "within rounding")
    case .wrong: Bilingual(ja: "不一致", en: "does not hold")
    case .undecidable: Bilingual(ja: "判定不能", en: "cannot be told")
    case .derived: Bilingual(ja: "導出値", en: "derived")
    case .copied: Bilingual(ja: "転記のみ（元データなし）", en: "copied (no data)")
    }
  }
}
