package import ShihyoDefinitions
package import ShihyoModel

/// One edition under `reports/NAME/published/PERIOD/EDITION`: its ledger and its run record.
package struct PublishedEdition: Hashable, Sendable {
  package let report: String
  /// `FY2025Q2`, `2024-11`, with parameters `FY2025Q2,ward=甲区`: the name of its folder.
  package let periodName: String
  /// From 1; a correction is a further edition.
  package let number: Int
  package let folder: String

  package var ledgerPath: String { FilePath.join(folder, "figures.csv") }
  package var runPath: String { FilePath.join(folder, "run.json") }

  /// `published/FY2025Q2/1`
  package var name: String { "published/\(periodName)/\(number)" }

  package var period: Period? { Period(machineSpelling: EditionName.parts(of: periodName).period) }

  /// How a paper speaks of it: 令和7年度第2四半期 第1版、令和7年11月28日公表.
  package func mention(published: CalendarDate?) -> Bilingual {
    let parts = EditionName.parts(of: periodName)
    let time: Bilingual =
      if let period { period.bilingualLabel } else if parts.period == "undated" {
        Bilingual(ja: "時点の記載なし", en: "undated")
      } else { Bilingual(ja: parts.period, en: parts.period) }
    let choice = parts.settings.isEmpty ? "" : " " + parts.settings
    let day =
      published.map { Bilingual(ja: $0.label(.ja) + "公表", en: "published " + $0.label(.en)) }
      ?? Bilingual(ja: "公表日の記録なし", en: "day of publication not recorded")
    return Bilingual(
      ja: "\(time.ja)\(choice) 第\(number)版、\(day.ja)", en: "\(time.en)\(choice), edition \(number), \(day.en)")
  }

  /// What `--set` chose: `ward=甲区`; empty: nothing. An edition is compared only with those of the same
  /// choice.
  package var settings: String { EditionName.parts(of: periodName).settings }

  /// As `settings` spells them.
  package static func settings(_ parameters: [String: String]) -> String { EditionName.settings(parameters) }

  /// What no editor will reach: a name beyond is somebody's folder, not an edition.
  package static let highestNumber = 99_999

  /// All editions of a report that hold a ledger, the newest first: by the end of the period, the folder, then the edition.
  package static func all(of report: ReportDefinition) -> [PublishedEdition] {
    folders(of: report).filter { DefinitionFile.exists($0.ledgerPath) }
  }

  /// Those that must have been there and hold no ledger: an emptied folder, or a number below one that is there.
  package static func lost(of report: ReportDefinition) -> [PublishedEdition] {
    let folders = folders(of: report)
    return folders.reversed().flatMap { edition -> [PublishedEdition] in
      let earlier = folders.filter { $0.periodName == edition.periodName && $0.number < edition.number }
      let next = (earlier.map(\.number).max() ?? 0) + 1
      let missing = (next..<edition.number).map { number in
        PublishedEdition(
          report: report.name, periodName: edition.periodName, number: number,
          folder: FilePath.join(
            FilePath.join(FilePath.join(report.folder, "published"), edition.periodName), "\(number)"))
      }
      return missing + (DefinitionFile.exists(edition.ledgerPath) ? [] : [edition])
    }
  }

  private static func folders(of report: ReportDefinition) -> [PublishedEdition] {
    let published = FilePath.join(report.folder, "published")
    var editions: [PublishedEdition] = []
    for period in DefinitionFile.names(in: published) {
      let folder = FilePath.join(published, period)
      for name in DefinitionFile.names(in: folder) {
        guard let number = Int(name), (1...highestNumber).contains(number) else { continue }
        editions.append(
          PublishedEdition(
            report: report.name, periodName: period, number: number, folder: FilePath.join(folder, name)))
      }
    }
    return editions.sorted { first, second in
      if first.end != second.end { return first.end > second.end }
      if first.periodName != second.periodName { return Label(first.periodName) < Label(second.periodName) }
      return first.number > second.number
    }
  }

  /// The last day of the period; what names no time comes before every period.
  var end: Int { Self.end(of: EditionName.parts(of: periodName).period) }

  /// The last day of a time as ids and folders spell it: `FY2025Q2`, `2024-11`, `2025-09-30`, `2025-04-01_2025-05-31`.
  static func end(of spelling: String) -> Int {
    if let period = Period(machineSpelling: spelling) { return period.last.dayNumber }
    let last = spelling.split(separator: "_").last.map(String.init) ?? spelling
    return (try? TimeGrammar().read(last).value.last.dayNumber) ?? .min
  }
}
