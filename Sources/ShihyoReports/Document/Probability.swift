import ShihyoModel

/// A p value in a sentence.
enum Probability {
  static func words(_ p: Double) -> Bilingual {
    guard p >= 0.0005, let exact = Rational(exactly: p)?.rounded(to: 3) else {
      return Bilingual(ja: "偶然だけでこれほど違う確率は0.1％未満", en: "chance alone would do this in fewer than 1 of 1000 cases")
    }
    let percent = ExactDecimal(coefficient: exact.widened(to: 3)?.coefficient ?? exact.coefficient, decimals: 1)
    return Bilingual(ja: "偶然だけでこれほど違う確率は\(percent)％", en: "chance alone would do this in \(percent) % of cases")
  }
}
