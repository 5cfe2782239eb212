public import ShihyoModel

/// One thing that a trend shows beside each value.
///
/// - Units: changes are 増減率 in per cent for amounts, differences in points for percentages. A level (前年 = 100) is another thing
///   and has to be asked for by its own name.
/// - Source: domain.md, section 9.
public enum TrendComparison: Hashable, Sendable {
  public enum Against: String, Hashable, Sendable, CaseIterable {
    /// 前期: the period before.
    case previous
    /// 前年同期: the same period of the year before.
    case yearAgo = "year-ago"
  }

  /// 増減率, or the difference in points where the value is a rate.
  case change(Against)
  /// 増減数: the difference in the unit of the value.
  case difference(Against)
  /// now / before × 100.
  case level(Against)
  /// 指数: value / base value × 100.
  case index
  /// Centred moving average.
  case moving
  /// 年度累計, and its change against the same periods of the year before.
  case toDate
  /// 寄与度 and 寄与率 of each group to the change of the total.
  case contribution(Against)
  /// 年平均増減率 from the base period to this one.
  case meanGrowth

  /// The words of `--compare`.
  public static let names = [
    "previous", "year-ago", "difference", "difference.year-ago", "level", "level.year-ago", "index", "moving",
    "to-date",
    "contribution", "contribution.year-ago", "mean-growth",
  ]

  /// Names separated by commas, each once; the column names of machine output (`change.previous`, `points.year-ago`) are known too.
  ///
  /// - Errors: `TrendRule.unknownComparison` for each that is not known.
  public static func list(_ text: String) throws(Findings) -> [TrendComparison] {
    var found: [TrendComparison] = []
    var unknown: [Finding] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = TextFolding.fold(String(part))
      if let comparison = TrendComparison(name) {
        if !found.contains(comparison) { found.append(comparison) }
      } else {
        unknown.append(Finding(TrendRule.unknownComparison(nearest: NearestName.find(name, in: names)), text: name))
      }
    }
    guard unknown.isEmpty else { throw Findings(unknown, kind: .usage) }
    return found
  }

  private init?(_ name: String) {
    if let against = Against(rawValue: name) {
      self = .change(against)
      return
    }
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let word = parts.first, let against = parts.count == 1 ? .previous : Against(rawValue: parts[1]) else {
      return nil
    }
    switch word {
    case "change" where parts.count == 2, "points" where parts.count == 2: self = .change(against)
    case "difference": self = .difference(against)
    case "level": self = .level(against)
    case "contribution": self = .contribution(against)
    case "index" where parts.count == 1: self = .index
    case "moving" where parts.count == 1: self = .moving
    case "mean-growth" where parts.count == 1: self = .meanGrowth
    case "to-date" where parts.count == 1: self = .toDate
    default: return nil
    }
  }
}
