import ShihyoModel

/// Cells that a spreadsheet seems to have damaged. The first places are kept; where most of the column looks like that, it is
/// a column of dates or of such numbers, and nothing is said.
struct DamageTally: Sendable {
  private static let mostKept = 100
  private var first: [(rule: CheckRule, stand: KeyIndex.Stand)] = []
  private var count = 0
  private var errorCount = 0

  mutating func add(_ rule: CheckRule, at stand: KeyIndex.Stand) {
    if rule == .spreadsheetError { errorCount += 1 } else { count += 1 }
    if first.count < Self.mostKept { first.append((rule, stand)) }
  }

  func findings(ofValues values: Int) -> [(rule: CheckRule, stand: KeyIndex.Stand)] {
    let isUsual = count * 2 > values && count > 1
    return first.filter { $0.rule == .spreadsheetError || !isUsual }
  }
}

/// Units that stand in the cells themselves.
struct UnitTally: Sendable {
  private var counts: [Label: Int] = [:]
  private var order: [(unit: Label, stand: KeyIndex.Stand)] = []
  private static let mostUnits = 20

  /// The counter of a number with a unit, as 件 in 5,964件; nil for any other text.
  static func unit(in text: String) -> String? {
    guard text.utf8.count <= 48 else { return nil }
    return NumberGrammar().adoptingUnit(of: text)?.unit?.symbol
  }

  mutating func add(_ unit: String, at stand: KeyIndex.Stand) {
    let label = Label(unit)
    if counts[label] == nil {
      guard order.count < Self.mostUnits else { return }
      order.append((label, stand))
    }
    counts[label, default: 0] += 1
  }

  /// Several units, or one that most cells lack. Without a type a column of addresses may hold 3丁目 here and there, so half of
  /// the cells must be numbers with units before anything is said.
  func finding(ofValues values: Int, isDeclared: Bool) -> (CheckRule, KeyIndex.Stand)? {
    let cells = counts.values.reduce(0, +)
    guard cells > 0, isDeclared || cells * 2 >= values else { return nil }
    if order.count > 1 { return (.mixedUnits(order.map(\.unit.text)), order[1].stand) }
    guard isDeclared, cells < values, let first = order.first else { return nil }
    return (.unitInSomeCells(unit: first.unit.text, cells: cells, values: values), first.stand)
  }
}

/// Percentages of which some are written as ratios: 56.6 and 0.566 in one column (domain.md, section 5).
///
/// 0.9 among 27.7 and 71.4 is a small percentage. A ratio that means the same as its neighbours has about two more decimals.
struct PercentageTally: Sendable {
  private struct Group: Sendable {
    var count = 0
    var first: KeyIndex.Stand
  }
  private var small: [Int: Group] = [:]
  private var large: [Int: Group] = [:]

  static func isPercentage(unit: MeasureUnit?, header: String) -> Bool {
    if let unit { return unit.base == "%" }
    let folded = TextFolding.fold(header)
    return folded.contains("%") || folded.contains("率") || folded.contains("割合") || folded.contains("構成比")
  }

  mutating func add(_ magnitude: ColumnSurvey.Magnitude, at stand: KeyIndex.Stand) {
    switch magnitude {
    case .other: return
    case .upToOne(let decimals): small[decimals, default: Group(first: stand)].count += 1
    case .aboveOne(let decimals): large[decimals, default: Group(first: stand)].count += 1
    }
  }

  var finding: (CheckRule, KeyIndex.Stand)? {
    guard let mostDecimals = large.keys.max() else { return nil }
    let all = (Array(small.values) + large.values).reduce(0) { $0 + $1.count }
    let ratios = small.filter { $0.key >= mostDecimals + 2 }
    let count = ratios.values.reduce(0) { $0 + $1.count }
    guard count > 0, let first = ratios.values.map(\.first).min(by: { ($0.source, $0.line) < ($1.source, $1.line) })
    else { return nil }
    return (.percentAndRatio(ratios: count, values: all), first)
  }
}
