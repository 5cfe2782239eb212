import ShihyoModel

/// What is printed under a trend.
enum TrendNotes {
  /// As many periods as are named before «and others».
  static let mostNamed = 6

  static let exactChange = Bilingual(
    ja: "増減は端数処理前の値から計算しているため、表示された値どうしの計算と一致しない場合がある。",
    en: "Changes are computed from unrounded values, so they can differ from what the printed values give.")
  static let acrossBreak = Bilingual(
    ja: "Bの付いた増減・指数・平均などは系列の断層をまたぐため、前後をそのまま比べられない。",
    en: "Changes, indices and means with B span a break in the series: what lies on either side is not alike.")
  static let ratioOfSums = Bilingual(
    ja: "比は各期の分子の計÷分母の計による（比の平均ではない）。",
    en: "Each ratio is the sum of its numerators over the sum of its denominators, not a mean of ratios.")
  static let contributionGap = Bilingual(
    ja: "片方の期にだけ値のある区分があるため、寄与度の計が全体の増減率と一致しない。",
    en:
      "Some groups have a value in one of the two periods only, so contributions do not add up to the change of the total."
  )

  /// The periods of which the data holds only a part.
  static func partial(_ entries: [Bilingual]) -> Bilingual? {
    guard !entries.isEmpty else { return nil }
    let (ja, en) = named(entries)
    return Bilingual(ja: "データが期間の一部だけの期: \(ja)", en: "Periods of which the data holds only a part: \(en)")
  }

  static func missing(_ periods: [Period]) -> Bilingual? {
    guard !periods.isEmpty else { return nil }
    let (ja, en) = named(periods.map { Bilingual(ja: $0.label(.ja), en: $0.label(.en)) })
    return Bilingual(ja: "データのない期: \(ja)", en: "Periods without data: \(en)")
  }

  /// Series that have no row in a month which the data hold.
  static func seriesGaps(_ entries: [Bilingual]) -> Bilingual? {
    guard !entries.isEmpty else { return nil }
    let (ja, en) = named(entries)
    return Bilingual(
      ja: "行がなく、値に含まれていないもの: \(ja)", en: "Not in the values, since there is no row: \(en)")
  }

  /// Groups that a total does not hold in a period between their own first and last.
  static func totalGaps(_ entries: [Bilingual]) -> Bilingual? {
    guard !entries.isEmpty else { return nil }
    let (ja, en) = named(entries)
    return Bilingual(ja: "計が含まない区分（その期のデータがない）: \(ja)", en: "Not in the total, for want of data: \(en)")
  }

  static func withoutTimeHidden(column: String) -> Bilingual {
    Bilingual(
      ja: "列「\(column)」に時期のない行は、どの期にも含めていない（数は示さない）。",
      en: "Rows without a time in \"\(column)\" are in no period; how many is not shown.")
  }

  /// Records that stand in no period.
  static func withoutTime(_ count: Int, column: String) -> Bilingual? {
    guard count > 0 else { return nil }
    return Bilingual(
      ja: "列「\(column)」に時期のない\(count)行は、どの期にも含めていない。",
      en: "\(count) records without a time in \"\(column)\" are in no period.")
  }

  private static func named(_ entries: [Bilingual]) -> (ja: String, en: String) {
    let rest = entries.count - mostNamed
    let first = entries.prefix(mostNamed)
    return (
      first.map(\.ja).joined(separator: "、") + (rest > 0 ? "、ほか\(rest)" : ""),
      first.map(\.en).joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : "")
    )
  }
}
