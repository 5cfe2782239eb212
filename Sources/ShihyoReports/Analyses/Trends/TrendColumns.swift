import ShihyoModel

/// The headings of a trend: machine names (`change.previous`, `points.year-ago`, `index`) and what people call them.
struct TrendColumns {
  let grain: Grain
  let isRate: Bool
  /// Of the values compared.
  let unit: String?
  let base: Period
  let window: Int

  func columns(_ comparison: TrendComparison) -> [ReportTable.ValueColumn] {
    switch comparison {
    case .change(let against): [isRate ? difference(against) : change(against)]
    case .difference(let against): [difference(against)]
    case .level(let against):
      [
        column(
          "level.\(against.rawValue)", ja: "\(Self.before(against, grain).ja)=100の水準",
          en: "Level, \(Self.before(against, grain).en) = 100")
      ]
    case .index:
      [column("index", ja: "指数（\(base.label(.ja))=100）", en: "Index, \(base.label(.en)) = 100")]
    case .moving:
      [
        column(
          "moving", ja: "移動平均（\(terms)期、中心化）", en: "Moving average (\(terms) periods, centred)", unit: unit)
      ]
    case .toDate: toDate
    case .meanGrowth:
      [
        column(
          "mean-growth", ja: "年平均増減率（\(base.label(.ja))から）", en: "Mean annual growth since \(base.label(.en))",
          unit: "％")
      ]
    case .contribution(let against):
      [
        column(
          "contribution.\(against.rawValue)", ja: "\(Self.ratio(against, grain))寄与度",
          en: "Contribution, \(Self.since(against, grain))", unit: "ポイント"),
        column(
          "contribution-share.\(against.rawValue)", ja: "\(Self.ratio(against, grain))寄与率",
          en: "Share of change, \(Self.since(against, grain))", unit: "％"),
      ]
    }
  }

  private func change(_ against: TrendComparison.Against) -> ReportTable.ValueColumn {
    column(
      "change.\(against.rawValue)", ja: "\(Self.ratio(against, grain))増減率",
      en: "Change \(Self.since(against, grain))", unit: "％")
  }

  private func difference(_ against: TrendComparison.Against) -> ReportTable.ValueColumn {
    let isPercent = isRate && unit == "％"
    return column(
      "\(isPercent ? "points" : "difference").\(against.rawValue)", ja: "\(Self.before(against, grain).ja)差",
      en: "Difference \(Self.since(against, grain))", unit: isPercent ? "ポイント" : unit)
  }

  private var toDate: [ReportTable.ValueColumn] {
    let isCalendar = grain == .calendarQuarter
    let year = isCalendar ? Bilingual(ja: "年", en: "Calendar year") : Bilingual(ja: "年度", en: "Fiscal year")
    let isPercent = isRate && unit == "％"
    let words =
      isRate
      ? column(
        isPercent ? "points.to-date" : "difference.to-date", ja: "\(year.ja)累計の前\(year.ja)差",
        en: "To date, difference on the year before", unit: isPercent ? "ポイント" : unit)
      : column(
        "change.to-date", ja: "\(year.ja)累計の前\(year.ja)比増減率", en: "To date, change on the year before", unit: "％")
    return [column("to-date", ja: "\(year.ja)累計", en: "\(year.en) to date", unit: unit), words]
  }

  private var terms: String { window.isMultiple(of: 2) ? "2×\(window)" : String(window) }

  private func column(_ name: String, ja: String, en: String, unit: String? = nil) -> ReportTable.ValueColumn {
    ReportTable.ValueColumn(name: name, label: Bilingual(ja: ja, en: en), unit: unit)
  }

  /// 前期, 前年同期, as each grain calls them.
  static func before(_ against: TrendComparison.Against, _ grain: Grain) -> Bilingual {
    let ja: String =
      switch (against, grain) {
      case (.previous, .day): "前日"
      case (.previous, .month): "前月"
      case (.previous, .quarter), (.previous, .half), (.previous, .calendarQuarter): "前期"
      case (_, .fiscalYear): "前年度"
      case (_, .calendarYear): "前年"
      case (.yearAgo, .day): "前年同日"
      case (.yearAgo, .month): "前年同月"
      case (.yearAgo, .quarter), (.yearAgo, .half), (.yearAgo, .calendarQuarter): "前年同期"
      }
    return Bilingual(ja: ja, en: against == .previous ? "previous \(grain.label.en)" : "year before")
  }

  private static func ratio(_ against: TrendComparison.Against, _ grain: Grain) -> String {
    before(against, grain).ja + "比"
  }

  private static func since(_ against: TrendComparison.Against, _ grain: Grain) -> String {
    "on " + before(against, grain).en
  }
}
