import ShihyoModel
import ShihyoStatistics

/// What the tests say, in words.
extension TrendTest {
  func sentence(_ part: Part) -> [ReportDocument.Inline] {
    let name = name(part)
    switch part.outcome {
    case .none(let rule):
      return [.text(Bilingual(ja: "\(name.ja)：\(rule.message.ja)", en: "\(name.en): \(rule.message.en)"))]
    case .tested(let test):
      let chance = Probability.words(test.chance)
      let words =
        test.chance < 0.05
        ? test.s > 0
          ? Bilingual(ja: "増える傾向があるといえる", en: "the values rise") : Bilingual(ja: "減る傾向があるといえる", en: "the values fall")
        : Bilingual(ja: "増減の傾向があるとはいえない", en: "no trend is shown")
      var inlines: [ReportDocument.Inline] = [
        .text(
          Bilingual(
            ja: "\(name.ja)：\(words.ja)（傾向がなくても\(chance.ja)）。\(step.ja)あたりの変化は",
            en: "\(name.en): \(words.en) (\(chance.en)); change per \(step.en): ")),
        .figure(slope(test.slope.slope, part)),
      ]
      if test.slope.lower != nil, test.slope.upper != nil {
        inlines += [
          .text(Bilingual(ja: "（95％区間 ", en: " (95 % interval ")), .figure(slope(test.slope.lower, part)),
          .text(Bilingual(ja: "～", en: " to ")), .figure(slope(test.slope.upper, part)),
          .text(Bilingual(ja: "）。", en: ").")),
        ]
      } else {
        inlines.append(.text(Bilingual(ja: "。", en: ".")))
      }
      return inlines
    }
  }

  private func name(_ part: Part) -> Bilingual {
    var labels = part.series.keys.map { ReportTable.KeyCell($0).label }
    if part.series.isTotal { labels = [ReportTable.KeyCell.total.label] }
    if !part.isWhole || labels.isEmpty { labels.append(span(part).label) }
    return Bilingual(ja: labels.map(\.ja).joined(separator: "・"), en: labels.map(\.en).joined(separator: ", "))
  }

  func notes(_ parts: [Part]) -> [Bilingual] {
    var notes = [
      seasons == nil
        ? Bilingual(
          ja: "マン・ケンドールの検定。値の大小だけを比べ、増え方の形を問わない。",
          en: "Mann–Kendall's test: it compares which values are larger, whatever the shape of the curve.")
        : Bilingual(
          ja: "季節別のマン・ケンドールの検定。\(analysis.grain == .day ? "同じ曜日" : "同じ季節の期")どうしだけを比べる。",
          en:
            "Seasonal Mann–Kendall test: values are compared only with those of \(analysis.grain == .day ? "the same weekday" : "the same period of other years")."
        ),
      Bilingual(
        ja: "変化はセン（テイル・セン）の傾き：2つの期の間の変化をすべて求めた中央値で、外れた1期に動かされにくい。",
        en: "The change is Theil–Sen's slope: the median of the changes between all pairs of periods."),
      Bilingual(
        ja: "前の期の値に引きずられる系列では、偶然の確率は実際より小さく出る。",
        en: "Where each value leans on the one before, the probabilities come out too small."),
    ]
    if parts.contains(where: { !$0.isWhole }) {
      notes.append(
        Bilingual(ja: "系列の断層（B）の前と後は別々に検定した。", en: "The parts before and after a break (B) are tested apart."))
    }
    if series.contains(where: { $0.points.contains { $0.figure.marks.contains(.partial) } }) {
      notes.append(
        Bilingual(ja: "データが一部だけの期は検定に含めない。", en: "Periods of which the data holds only a part are not in the test."))
    }
    if series.contains(where: { $0.points.contains(where: \.isHidden) }) {
      notes.append(Bilingual(ja: "秘匿した期は検定に含めない。", en: "Hidden periods are not in the test."))
    }
    return notes
  }
}
