import ShihyoModel
import ShihyoStatistics

/// What is said where a change has no rate.
///
/// - Source: domain.md, sections 4 and 9.
enum ChangeWords {
  static let appeared = Bilingual(ja: "皆増", en: "all new")
  static let vanished = Bilingual(ja: "皆減", en: "all gone")
  static let bothZero = Bilingual(ja: "ともに0", en: "both are 0")
  static let fromZero = Bilingual(ja: "もとが0", en: "from 0")
  static let fromNegative = Bilingual(ja: "比べる値が負", en: "the earlier value is negative")
  static let baseNotPositive = Bilingual(ja: "基準の値が0以下", en: "the base value is 0 or less")
  static let ends = Bilingual(ja: "前後の期が足りない", en: "not enough periods before and after")
  static let gaps = Bilingual(ja: "前後に値のない期がある", en: "a period before or after has no value")
  static let notLikeForLike = Bilingual(
    ja: "累計する期が前年とそろわない", en: "the two years do not hold the same periods")
  static let totalUnchanged = Bilingual(ja: "全体の増減が0", en: "the total did not change")

  /// Words that tables print in the cell itself.
  static let standing: Set<Bilingual> = [appeared, vanished, FigureText.nothing]
}

extension Change {
  /// 増減率 in per cent, or why there is none.
  var percentage: Figure.Value {
    switch self {
    case .relative(let change): .exact(change * Rational(100))
    case .appeared: .undefined(ChangeWords.appeared)
    case .vanished: .undefined(ChangeWords.vanished)
    case .nothing: .undefined(ChangeWords.bothZero)
    case .missing: .absent(.missing)
    case .negativeBefore: .undefined(ChangeWords.fromNegative)
    case .fellFromZero: .undefined(ChangeWords.fromZero)
    }
  }
}
