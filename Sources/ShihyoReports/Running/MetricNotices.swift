import ShihyoDefinitions
import ShihyoModel

/// What is odd about the printed figures of metrics: said below the paper, and to who runs it.
struct MetricNotices {
  private struct Of {
    var metric: MetricDefinition
    var gaps: RatioGaps?
    var places: [Bilingual] = []
    /// Where a share is below 0 or above 100.
    var outside: [Bilingual] = []
    /// The column of times that the metric does not name, where it prints all of them.
    var unnamedTime: String?
    /// A condition of the base that the part does not have.
    var narrowed: String?
  }

  private var all: [Of] = []

  /// How a figure is called: the groups, and the period.
  static func name(_ filter: [Condition], _ keys: [KeyValue], _ period: Period?) -> Bilingual {
    var words = filter.filter { $0.comparison == .equal && $0.values.count == 1 }.map {
      Bilingual(ja: $0.values[0], en: $0.values[0])
    }
    words += keys.map { ReportTable.KeyCell($0).label }
    if let period { words.append(period.bilingualLabel) }
    return Bilingual(ja: words.map(\.ja).joined(separator: "・"), en: words.map(\.en).joined(separator: ", "))
  }

  /// The cells that the two sides of a quotient leave out; one figure that stands in several places counts once.
  mutating func add(
    _ metric: MetricDefinition, _ place: Bilingual, _ numerator: SignedSumValue, _ denominator: SignedSumValue
  ) {
    guard case .ratio(_, let top, let base) = metric.computation else { return }
    let index = index(of: metric)
    guard !all[index].places.contains(place) else { return }
    all[index].places.append(place)
    var gaps = all[index].gaps ?? RatioGaps(top.sum, base.sum, label: metric.label, tellsEqual: false)
    gaps.add(place, numerator, denominator)
    all[index].gaps = gaps
  }

  mutating func addOutside(_ metric: MetricDefinition, _ place: Bilingual) {
    let index = index(of: metric)
    if !all[index].outside.contains(place) { all[index].outside.append(place) }
  }

  mutating func addAllPeriods(_ metric: MetricDefinition, column: String) {
    all[index(of: metric)].unnamedTime = column
  }

  mutating func addNarrowed(_ metric: MetricDefinition, by condition: String) {
    all[index(of: metric)].narrowed = condition
  }

  private mutating func index(of metric: MetricDefinition) -> Int {
    let known = all.firstIndex { $0.metric.id == metric.id && $0.metric.place == metric.place }
    if let known { return known }
    all.append(Of(metric: metric))
    return all.count - 1
  }

  var notes: [Bilingual] {
    all.flatMap { entry -> [Bilingual] in
      let label = entry.metric.label
      var notes: [Bilingual] = []
      if entry.unnamedTime != nil {
        notes.append(
          Bilingual(
            ja: "\(label.ja)：全期間の値（この資料の期間だけの値ではない）。",
            en: "\(label.en): of all periods in the data, not of the period of this paper."))
      }
      if let gaps = entry.gaps?.note { notes.append(gaps) }
      if let outside = Self.listed(entry.outside) {
        notes.append(
          Bilingual(
            ja: "\(label.ja)：0～100％の外にある割合がある（\(outside.ja)）。分子が分母の一部かどうか、定義を確認すること。",
            en: "\(label.en): a share lies outside 0 to 100 % (\(outside.en)): "
              + "check that its numerator is part of its denominator."))
      }
      return notes
    }
  }

  var warnings: [Finding] {
    all.flatMap { entry -> [Finding] in
      let id = entry.metric.id
      var rules: [MetricRunRule] = []
      if let column = entry.unnamedTime { rules.append(.allPeriods(id, column: column)) }
      if let condition = entry.narrowed { rules.append(.baseNarrowed(id, condition)) }
      if let place = entry.gaps?.summary { rules.append(.sidesDiffer(id, place)) }
      if let outside = Self.listed(entry.outside) { rules.append(.shareOutside(id, outside)) }
      return rules.map { Finding($0, at: entry.metric.place, text: id) }
    }
  }

  private static func listed(_ places: [Bilingual]) -> Bilingual? {
    guard !places.isEmpty else { return nil }
    let named = places.prefix(RatioGaps.mostNamed)
    let rest = places.count - named.count
    return Bilingual(
      ja: named.map(\.ja).joined(separator: "、") + (rest > 0 ? "、ほか\(rest)" : ""),
      en: named.map(\.en).joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : ""))
  }
}
