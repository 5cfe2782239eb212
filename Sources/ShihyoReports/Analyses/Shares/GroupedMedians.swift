import ShihyoModel
import ShihyoStatistics

/// The median of numbers that are known by bracket only, for each group of a table of shares.
///
/// - Undefined, in words: in an open bracket («60以上»), without values, with brackets that overlap.
/// - Source: statistics.md, section 2.
extension SharesAnalysis {
  func medians(of groups: [ShareGroup], _ hiding: ShareHiding?) -> ReportTable? {
    guard showsMedian else { return nil }
    let rows = groups.map { group in
      ReportTable.Row(keys: group.keys.map { ReportTable.KeyCell($0) }, figures: [median(group, hiding)])
    }
    return ReportTable(
      name: "median", title: Bilingual(ja: "中央値（階級からの推計）", en: "Median, estimated from brackets"),
      keyColumns: by.map { ReportTable.KeyColumn($0, schema: schema) },
      valueColumns: [ReportTable.ValueColumn(name: "median", label: Bilingual(ja: "中央値", en: "Median"), unit: "歳")],
      rows: rows,
      notes: [
        Bilingual(
          ja: "各階級の中では均等に並ぶとして求めた。不詳は含まない。",
          en: "Supposes an even spread within each bracket; unknown is left out.")
      ])
  }

  private func median(_ group: ShareGroup, _ hiding: ShareHiding?) -> Figure {
    var figure = Figure(kind: .median, value: .absent(.missing), unit: "歳", digits: digits, textDigits: 1)
    // Half of the people and the counts of the brackets can tell a hidden count.
    if let hiding, hiding.hidesBase(of: group) || group.entries.contains(where: { hiding.hides($0, of: group) }) {
      return figure.with(.absent(.suppressed))
    }
    var brackets: [(lower: Int, upper: Int?, count: Int)] = []
    for entry in group.entries where entry.place == .part {
      guard case .age(.bracket(let bracket)) = entry.category, let number = entry.number?.reduced,
        number.decimals == 0, let count = Int(exactly: number.coefficient)
      else {
        return figure.with(.undefined(Bilingual(ja: "階級か件数でない区分がある", en: "a category is no bracket, or no count")))
      }
      brackets.append((bracket.lower, bracket.upper, count))
    }
    do throws(StatisticsRule) {
      switch try GroupedMedian(brackets.sorted { $0.lower < $1.lower }) {
      case .value(let value): figure.value = .exact(value)
      case .atLeast(let lower):
        figure.value = .undefined(Bilingual(ja: "開いた階級の中にある（\(lower)以上）", en: "in an open bracket (\(lower) or more)"))
      }
    } catch {
      figure.value = .undefined(error.message)
    }
    return figure
  }
}
