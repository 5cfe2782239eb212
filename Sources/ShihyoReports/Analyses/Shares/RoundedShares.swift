import ShihyoModel
import ShihyoStatistics

/// The amounts of a table of shares rounded to a base, groups down and categories across, so that all of it still adds up.
///
/// - Note: bases and shares are then those of the rounded amounts, so that they tell no more than what is printed.
/// - Errors: `RoundingRule.notWhole`, `StatisticsRule`.
/// - Source: statistics.md, section 10 (Cox 1987).
enum RoundedShares {
  static let note = Bilingual(ja: "構成比は丸めた数から計算した。", en: "Shares are of the rounded counts.")

  static func groups(_ groups: [ShareGroup], base: Int, measure: Measure) throws(Findings) -> [ShareGroup] {
    let across = groups.flatMap { $0.entries.map(\.category) }.uniqued
    let column = Dictionary(uniqueKeysWithValues: across.enumerated().map { ($1, $0) })
    var table = Array(repeating: Array(repeating: 0, count: across.count), count: groups.count)
    for (row, group) in groups.enumerated() {
      for entry in group.entries {
        guard let place = column[entry.category] else { continue }
        let name = (group.keys + [entry.category]).map { ReportTable.KeyCell($0).label.ja }
        table[row][place] = try RoundedTable.count(entry.amount, of: name.joined(separator: "・"))
      }
    }
    let rounded: ControlledRounding
    do throws(StatisticsRule) {
      rounded = try ControlledRounding(table, base: base)
    } catch {
      throw Findings([Finding(error)])
    }
    var result: [ShareGroup] = []
    for (row, group) in groups.enumerated() {
      let entries = group.entries.map { entry in
        var entry = entry
        if let place = column[entry.category] {
          entry.amount = RoundedTable.moved(entry.amount, rounded.cells[row][place])
        }
        return entry
      }
      var moved = try ShareGroup(
        keys: group.keys, categories: entries + group.totals + group.recounts, records: nil,
        excludesUnknown: group.excludesUnknown, measure: measure)
      moved.baseCount = nil
      result.append(moved)
    }
    return result
  }
}
