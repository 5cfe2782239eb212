public import ShihyoModel

/// What cannot be rounded to a base.
public enum RoundingRule: FindingRule {
  case baseOutside
  case hiddenAsWell
  /// A rounded count is no sample.
  case withInterval
  case notACount(column: String)
  case overlapping(column: String)
  case notWhole(group: String)

  public var code: String {
    switch self {
    case .baseOutside: "rounding.base-outside"
    case .hiddenAsWell: "rounding.hidden-as-well"
    case .withInterval: "rounding.with-interval"
    case .notACount: "rounding.not-a-count"
    case .overlapping: "rounding.overlapping"
    case .notWhole: "rounding.not-whole"
    }
  }

  public var message: Bilingual {
    switch self {
    case .baseOutside: Bilingual(ja: "丸めの単位が範囲の外です", en: "the base of rounding is out of range")
    case .hiddenAsWell:
      Bilingual(ja: "--round-base と --disclosure は一緒に使えません", en: "--round-base and --disclosure do not go together")
    case .withInterval:
      Bilingual(ja: "--round-base と --interval は一緒に使えません", en: "--round-base and --interval do not go together")
    case .notACount(let column):
      Bilingual(ja: "件数や合計でない列は、倍数に丸められません: \(column)", en: "only counts and sums can be rounded to a base: \(column)")
    case .overlapping(let column):
      Bilingual(
        ja: "複数回答の列「\(column)」は内訳の計が合計にならないため、丸められません",
        en: "the groups of \"\(column)\" do not add up, so they cannot be rounded together")
    case .notWhole(let group):
      Bilingual(
        ja: "0以上の整数でない数か、値のないセルがあります: \(group)", en: "no whole number from 0, or cells without a value: \(group)")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .baseOutside:
      Bilingual(ja: "--round-base 3 のように2以上の整数にしてください", en: "write a whole number from 2, --round-base 3")
    case .hiddenAsWell, .withInterval: Bilingual(ja: "どちらか一方にしてください", en: "choose one of them")
    case .notACount: Bilingual(ja: "--count か --sum だけにしてください", en: "ask for --count or --sum alone")
    case .overlapping: Bilingual(ja: "--by からその列を外してください", en: "leave that column out of --by")
    case .notWhole: Bilingual(ja: "件数の列を指定してください", en: "name a column of counts")
    }
  }

  public static var examples: [RoundingRule] {
    [
      .baseOutside, .hiddenAsWell, .withInterval, .notACount(column: "mean(年齢)"), .overlapping(column: "理由"),
      .notWhole(group: "門司区"),
    ]
  }
}
