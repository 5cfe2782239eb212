import ShihyoModel

/// Events and people of the same groups, joined by their labels.
struct RateJoin {
  struct Cell {
    var keys: [KeyValue]
    var figure: Figure
    var folded: [KeyValue] { keys.map(\.folded) }
  }
  struct Stratum {
    var category: KeyValue
    var events: ExactDecimal
    var people: ExactDecimal
    var standard: ExactDecimal
  }
  struct Group {
    var keys: [KeyValue]
    var events: Figure
    var people: Figure
    /// By the key of the standard; nil where one of its categories has no people here, or the standard has no such category.
    var strata: [Stratum]?
  }

  private(set) var groups: [Group] = []
  /// Categories of the key of the standard that are not in the standard, such as unknown ages.
  private(set) var leftOut: [KeyValue] = []

  static let noPeople = Bilingual(ja: "対応する人口がない", en: "no people to compare with")
  static let unmatched = Bilingual(ja: "基準人口の区分と合わない", en: "the categories are not those of the standard")

  /// - Parameter width: keys of a group; the key of the standard follows them.
  /// - Errors: `RateRule.noGroupInCommon` where no label of the two tables agrees.
  init(
    events: [Cell], people: [Cell], standard: [Cell]?, width: Int, measure: Measure,
    population: RateAnalysis.Population
  ) throws(Findings) {
    let parts = people.filter { $0.keys.allSatisfy { CategoryClass($0) == .part } }
    let known = Dictionary(parts.map { ($0.folded, $0.figure) }, uniquingKeysWith: { one, _ in one })
    guard known.isEmpty || events.isEmpty || events.contains(where: { known[$0.folded] != nil }) else {
      let rule = RateRule.noGroupInCommon(
        input: population.input, events: Self.names(events), people: Self.names(parts))
      throw Findings([Finding(rule)])
    }
    let ages = standard.map { $0.filter { CategoryClass($0.keys[0]) == .part } }
    let ageKeys = ages.map { Set($0.map { $0.folded[0] }) }
    var order: [[KeyValue]] = []
    var members: [[KeyValue]: [Cell]] = [:]
    for cell in events {
      let keys = Array(cell.keys.prefix(width))
      if members[keys] == nil { order.append(keys) }
      members[keys, default: []].append(cell)
    }
    for keys in order {
      let folded = keys.map(\.folded)
      let own = members[keys] ?? []
      // With a standard, ages that it does not know are in neither rate.
      let counted = own.filter { cell in ageKeys.map { $0.contains(cell.folded[width]) } ?? true }
      for cell in own where ageKeys != nil && !counted.contains(where: { $0.keys == cell.keys }) {
        if !leftOut.contains(cell.keys[width]) { leftOut.append(cell.keys[width]) }
      }
      let persons = parts.filter { Array($0.folded.prefix(width)) == folded }
      var group = Group(
        keys: keys, events: try Self.sum(counted.map(\.figure), kind: measure == .count ? .count : .sum, measure),
        people: try Self.sum(persons.map(\.figure), kind: .sum, measure), strata: nil)
      if persons.isEmpty { group.people.value = .undefined(Self.noPeople) }
      if let ages {
        group.strata = ages.reduce(into: [Stratum]?.some([])) { strata, age in
          let key = folded + [age.folded[0]]
          guard let weight = age.figure.decimalValue, let size = known[key]?.decimalValue else {
            strata = nil
            return
          }
          let event = counted.first { $0.folded == key }?.figure.decimalValue ?? .zero
          strata?.append(Stratum(category: age.keys[0], events: event, people: size, standard: weight))
        }
      }
      groups.append(group)
    }
  }

  private static func sum(_ figures: [Figure], kind: Figure.Kind, _ measure: Measure) throws(Findings) -> Figure {
    guard let first = figures.first else { return Figure(kind: kind, value: .decimal(.zero), n: 0) }
    guard figures.count > 1 else { return first }
    return try first.combined(with: Array(figures.dropFirst()), sign: 1, measure: measure.machineName)
  }

  private static func names(_ cells: [Cell]) -> [String] {
    cells.prefix(5).map { cell in cell.keys.map { ReportTable.KeyCell($0).label.ja }.joined(separator: "・") }
  }
}
