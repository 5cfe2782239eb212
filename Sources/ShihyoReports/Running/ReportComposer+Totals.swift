import ShihyoDefinitions
import ShihyoModel

/// What stands for a key that a total is added up over.
enum PivotTotal {
  static let key = KeyValue.age(.total)
}

/// 計 of a table with `total: true`: below its groups, beside those of the column across, and of both in the corner.
extension ReportComposer {
  /// - Errors: `noTotal` for quotients other than shares; for them no table can have one.
  func totals(
    _ entries: [MetricFigures.Entry], of figures: MetricFigures, _ block: TableBlock
  ) throws(Findings) -> [MetricFigures.Entry] {
    guard block.hasTotal else { return [] }
    switch figures.metric.kind {
    case .multiple, .change, .rate, .mean, .median, .quantile, .distinct:
      throw Findings([Finding(ReportRunRule.noTotal(figures.metric.id), at: block.place, text: figures.metric.id)])
    case .count, .sum, .share, .value: break
    }
    // 総数 and うち stand beside the parts in some tables.
    let parts = entries.filter { entry in
      entry.keys.allSatisfy { ![.total, .recount].contains(CategoryClass($0)) }
    }
    let width = block.by.count
    var totals: [MetricFigures.Entry] = []
    func add(_ keys: [KeyValue], _ parts: [MetricFigures.Entry]) throws(Findings) {
      if let total = try total(parts, keys: keys, of: figures, block) { totals.append(total) }
    }
    let below = [KeyValue](repeating: PivotTotal.key, count: width)
    if case .column = block.across {
      if width > 0 {
        for row in Self.grouped(parts, by: { Array($0.prefix(width)) }) {
          try add(row.keys + [PivotTotal.key], row.parts)
        }
        for column in Self.grouped(parts, by: { Array($0.suffix(1)) }) {
          try add(below + column.keys, column.parts)
        }
      }
      try add(below + [PivotTotal.key], parts)
    } else if width > 0 {
      try add(below, parts)
    }
    return totals
  }

  /// In the order of their first parts.
  private static func grouped(
    _ parts: [MetricFigures.Entry], by keys: ([KeyValue]) -> [KeyValue]
  ) -> [(keys: [KeyValue], parts: [MetricFigures.Entry])] {
    var places: [[KeyValue]: Int] = [:]
    var groups: [(keys: [KeyValue], parts: [MetricFigures.Entry])] = []
    for part in parts {
      let own = keys(part.keys)
      if let place = places[own] {
        groups[place].parts.append(part)
      } else {
        places[own] = groups.count
        groups.append((own, [part]))
      }
    }
    return groups
  }

  /// Counts add up, and shares that were published as such; a share is taken of the sums of its sides.
  ///
  /// - Missing: parts without a value are left out, and the total says so; where a part is hidden, so is the total.
  private func total(
    _ parts: [MetricFigures.Entry], keys: [KeyValue], of figures: MetricFigures, _ block: TableBlock
  ) throws(Findings) -> MetricFigures.Entry? {
    guard let first = parts.first else { return nil }
    var figure = first.figure
    var origin: FigureOrigin?
    let held = parts.filter { $0.figure.exactValue != nil }
    if figures.hiding != nil, let hidden = parts.first(where: { $0.figure.value == .absent(.suppressed) }) {
      figure = hidden.figure
      figure.kind = .sum
      return MetricFigures.Entry(keys: keys, figure: figure)
    }
    (figure.n, figure.marks, figure.reasons) = (nil, [], ReasonCounts())
    for part in parts {
      figure.marks.formUnion(part.figure.marks)
      figure.reasons.merge(part.figure.reasons)
    }
    let isRatio = if case .ratio = figures.metric.computation { true } else { false }
    if held.isEmpty {
      let isSame = parts.allSatisfy { $0.figure.value == first.figure.value }
      figure.value = isSame ? first.figure.value : .absent(.missing)
      (figure.numerator, figure.denominator) = (nil, nil)
    } else if case .ratio(let kind, _, _) = figures.metric.computation {
      guard let quotient = Self.quotient(kind, of: held) else {
        throw Findings([Finding(ReportRunRule.noTotal(figures.metric.id), at: block.place, text: figures.metric.id)])
      }
      (figure.value, figure.numerator, figure.denominator) = (quotient.value, quotient.numerator, quotient.denominator)
      origin = desk.keepsOrigins ? FigureOrigin(merging: held.map(\.origin)) : nil
    } else {
      let sum = held.reduce(Rational.zero) { $0 + ($1.figure.exactValue ?? .zero) }
      let decimals = held.compactMap { $0.figure.decimalValue?.decimals }.max() ?? 0
      figure.value = sum.rounded(to: decimals).flatMap { Rational($0) == sum ? .decimal($0) : nil } ?? .exact(sum)
      (figure.numerator, figure.denominator) = (nil, nil)
      origin = desk.keepsOrigins ? FigureOrigin.total(held.map(TracedFigure.init)) : nil
    }
    if !isRatio { figure.kind = .sum }
    if !held.isEmpty, held.count < parts.count { figure.marks.insert(.incomplete) }
    return MetricFigures.Entry(
      keys: keys, figure: figure, isPartial: parts.contains(where: \.isPartial),
      stateOf: parts.compactMap(\.stateOf).first, gaps: parts.flatMap(\.gaps).uniqued,
      months: parts.compactMap(\.months).first, origin: origin)
  }

  /// nil where a figure does not hold its sides (a share of means).
  private static func quotient(_ kind: RatioKind, of entries: [MetricFigures.Entry]) -> Figure? {
    var sides = (ExactDecimal.zero, ExactDecimal.zero)
    for entry in entries {
      guard let own = entry.figure.numerator.flatMap({ sides.0.adding($0) }),
        let base = entry.figure.denominator.flatMap({ sides.1.adding($0) })
      else { return nil }
      sides = (own, base)
    }
    var (numerator, denominator) = (SignedSumValue(Rational(sides.0)), SignedSumValue(Rational(sides.1)))
    (numerator.decimal, denominator.decimal) = (sides.0, sides.1)
    return kind.figure(numerator, over: denominator, digits: nil)
  }
}
