import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// How a paper speaks of an edition: 令和7年度第2四半期 第1版（令和7年11月28日公表）.
struct EditionMention: Hashable {
  let words: Bilingual

  init(_ edition: PublishedEdition, _ run: RunRecord) {
    let time = edition.period?.bilingualLabel ?? Bilingual(ja: edition.periodName, en: edition.periodName)
    let choice = edition.period == nil || edition.settings.isEmpty ? "" : " " + edition.settings
    let day =
      run.published.map { Bilingual(ja: $0.label(.ja) + "公表", en: "published " + $0.label(.en)) }
      ?? Bilingual(ja: "公表日の記録なし", en: "day of publication not recorded")
    words = Bilingual(
      ja: "\(time.ja)\(choice) 第\(edition.number)版（\(day.ja)）",
      en: "\(time.en)\(choice), edition \(edition.number) (\(day.en))")
  }
}
