import ShihyoDefinitions
package import ShihyoModel

/// Which groups of an answer, times included, were put together into one group of a figure: noted side by side for both sides
/// of a ratio.
struct OriginNotes {
  /// Keys without the time.
  let keyCount: Int
  private var sides: [[[KeyValue]: Set<[KeyValue]>]] = []

  init(keyCount: Int) { self.keyCount = keyCount }

  mutating func add(_ groups: [[KeyValue]]) {
    var side: [[KeyValue]: Set<[KeyValue]>] = [:]
    for keys in groups { side[Array(keys.prefix(keyCount)), default: []].insert(keys) }
    sides.append(side)
  }

  /// One set per side; empty where no row of that side stands in the group.
  func groups(of keys: [KeyValue]) -> [Set<[KeyValue]>] { sides.map { $0[keys] ?? [] } }
}

extension FigureOrigin {
  /// nil where the parts of the two periods were not kept.
  init?(
    _ comparison: PeriodComparison, at period: Period, now: MetricFigures.Entry, before: MetricFigures.Entry
  ) {
    guard now.origin != nil || before.origin != nil else { return nil }
    self = .change(
      comparison, now: TracedFigure(now.figure, origin: now.origin, label: period.bilingualLabel),
      before: TracedFigure(
        before.figure, origin: before.origin, label: comparison.base(of: period).bilingualLabel))
  }
}

extension FigureOrigin {
  /// A quotient over the groups of several: the rows of all numerators, and of all denominators. nil where one is no quotient.
  init?(merging origins: [FigureOrigin?]) {
    guard case .ratio(let kind, var numerator, var denominator)?? = origins.first else { return nil }
    for origin in origins.dropFirst() {
      guard case .ratio(_, let part, let base)? = origin else { return nil }
      numerator.groups.formUnion(part.groups)
      denominator.groups.formUnion(base.groups)
    }
    self = .ratio(kind, numerator: numerator, denominator: denominator)
  }
}

extension TracedFigure {
  /// A part of a total, named by its group.
  init(_ entry: MetricFigures.Entry) {
    let labels = entry.keys.map { ReportTable.KeyCell($0).label }
    self.init(
      entry.figure, origin: entry.origin,
      label: Bilingual(ja: labels.map(\.ja).joined(separator: "・"), en: labels.map(\.en).joined(separator: ", ")))
  }
}

extension Period {
  package var bilingualLabel: Bilingual { Bilingual(ja: label(.ja), en: label(.en)) }
}

extension SignedSum {
  /// Whether rows add up to it; a median or a smallest value is taken from them.
  package var isAdditive: Bool {
    terms.allSatisfy { term in
      switch term.measure {
      case .primitive(.count), .primitive(.countValues), .primitive(.sum): true
      case .primitive(.min), .primitive(.max), .mean, .median, .quantile, .distinct: false
      }
    }
  }
}
