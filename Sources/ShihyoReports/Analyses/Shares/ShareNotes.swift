import ShihyoModel
import ShihyoStatistics

/// What is printed under a table of shares, each sentence once.
enum ShareNotes {
  static let adjusted = Bilingual(
    ja: "構成比は合計が100になるよう調整した（最大剰余法）。調整した値には印を付けた。",
    en: "Shares are adjusted to add up to 100 (largest remainder); those that were moved are marked.")
  static let overlapping = Bilingual(
    ja: "複数回答。割合の分母は対象の件数（値）で、割合の計は100を超えることがある。",
    en: "Several answers are possible; the base of each share is the records, and shares can add up to more than 100.")
  static let unknownIncluded = Bilingual(
    ja: "不詳・無回答・空欄を分母に含む。", en: "Unknown, no answer and empty cells are in the base.")
  static let unknownExcluded = Bilingual(
    ja: "不詳・無回答・空欄を分母に含めない。", en: "Unknown, no answer and empty cells are not in the base.")
  static let incomplete = Bilingual(
    ja: "値のないセルを除いた合計を分母とする。", en: "The base leaves out cells without a value.")

  static let intervalOfSums = Bilingual(
    ja: "区間は、合計した数を、1つずつ選ばれた人や件の数とみなしている。延べ数や金額には当てはまらない。",
    en: "The interval takes the sums as numbers of people or things drawn one by one; it does not fit visits or money.")

  static func recounts(_ names: [String]) -> Bilingual {
    Bilingual(
      ja: "再掲のため内訳に含めない: \(names.joined(separator: "、"))",
      en: "Counted again elsewhere and left out: \(names.joined(separator: ", "))")
  }

  static func totalLeftOut(_ names: [String]) -> Bilingual {
    Bilingual(
      ja: "合計の行のため内訳に含めない: \(names.joined(separator: "、"))",
      en: "Total rows, left out of the parts: \(names.joined(separator: ", "))")
  }

  /// A printed total against the sum of its parts; nil where they are equal.
  ///
  /// Only numbers that can have been rounded (decimals, or a scaled unit such as 千円) may differ within rounding.
  static func difference(
    _ name: String, printed: ExactDecimal, parts: ExactDecimal, count: Int, canBeRounded: Bool, isComplete: Bool
  ) -> Bilingual? {
    if printed == parts { return nil }
    guard isComplete else {
      return Bilingual(
        ja: "「\(name)」\(printed) と内訳の計 \(parts) の一致は、値のない内訳があるため判定できない。",
        en: "\"\(name)\" \(printed) cannot be compared with the sum of its parts \(parts): a part has no value.")
    }
    let digits = max(printed.decimals, parts.decimals)
    if canBeRounded, let gap = printed.subtracting(parts)?.widened(to: digits)?.coefficient,
      let units = Int(exactly: gap), RoundingGap.allowed(parts: count).contains(units)
    {
      return Bilingual(
        ja: "「\(name)」\(printed) と内訳の計 \(parts) の差は端数の範囲内。",
        en: "\"\(name)\" \(printed) and the sum of its parts \(parts) differ within rounding.")
    }
    return Bilingual(
      ja: "「\(name)」\(printed) と内訳の計 \(parts) が一致しない。",
      en: "\"\(name)\" \(printed) is not the sum of its parts, \(parts).")
  }
}
