import ShihyoDefinitions
import ShihyoModel

/// One figure from the groups of both sides.
extension MetricFigures {
  func checkOneRow(_ table: ResultTable, at place: Place) throws(Findings) {
    guard case .value = metric.computation else { return }
    for row in table.rows where row.recordCount > 1 {
      throw Findings([Finding(ReportRunRule.notOneRow(metric.id, row.recordCount), at: place, text: metric.id)])
    }
  }

  func figure(
    _ keys: [KeyValue], _ answers: [[[KeyValue]: MeasuredGroup]]
  ) throws(Findings) -> (figure: Figure, sides: Sides?) {
    switch metric.computation {
    case .value, .sum:
      guard let group = answers[0][keys] else { return (Figure(kind: figureKind, value: .absent(.missing)), nil) }
      let terms = sides[0].sum.terms
      if terms.count == 1, !terms[0].isNegative, let figure = group.figures[terms[0].measure] { return (figure, nil) }
      return (Figure(kind: .sum, signed: try SignedSumValue(sides[0].sum, in: group)), nil)
    case .ratio(let kind, _, _):
      let own = answers[0][keys]
      guard let denominator = answers[1][keys] else {
        return (
          Figure(kind: kind.figureKind, value: .absent(.missing), unit: kind.unit, textDigits: kind.textDigits), nil
        )
      }
      let values = try values(kind, own ?? .empty(keys, sides[0].sum), denominator)
      return (kind.figure(values.numerator, over: values.denominator, digits: nil), own == nil ? nil : values)
    }
  }

  /// Both sides, in one unit where they are compared.
  private func values(
    _ kind: RatioKind, _ numerator: MeasuredGroup, _ denominator: MeasuredGroup
  ) throws(Findings) -> Sides {
    do throws(Findings) {
      let whole = try SignedSumValue(sides[1].sum, in: denominator)
      let part = try SignedSumValue(sides[0].sum, in: numerator)
      return (kind.comparesLikeWithLike ? try part.inUnit(of: whole) : part, whole)
    } catch {
      throw error.placed(at: metric.place)
    }
  }

  /// What is odd about a figure that is printed; of one that is hidden nothing is said.
  func note(_ entry: Entry, _ sides: Sides?, at period: Period?, _ desk: inout QueryDesk) {
    guard case .ratio(let kind, _, _) = metric.computation, let printedFilter, !desk.isAsking, !desk.collectsPeriods,
      let value = entry.figure.exactValue, let sides
    else { return }
    let place = MetricNotices.name(printedFilter, entry.keys, period)
    desk.notices.add(metric, place, sides.numerator, sides.denominator)
    if kind == .share, value.isNegative || value > Rational(100) { desk.notices.addOutside(metric, place) }
  }

  private var figureKind: Figure.Kind { if case .value = metric.computation { .minimum } else { .sum } }

  /// Unit, digits and words as the steward declared them.
  func finished(_ figure: Figure) -> Figure {
    var figure = figure
    if case .count = metric.kind { figure.kind = .count }
    figure.unit = metric.unit ?? figure.unit ?? unitOfColumn
    figure.definition = metric.definition ?? metric.label
    if let digits = metric.digits {
      if case .exact = figure.value { figure.textDigits = digits } else { figure.digits = digits }
    }
    return figure
  }

  private var unitOfColumn: String? {
    // The unit of a numerator is not that of the quotient.
    if case .ratio = metric.computation { return nil }
    return sides.first?.sum.terms.first.flatMap { $0.measure.unit(schema: dataset.schema) }
  }
}

extension MeasuredGroup {
  /// A group in which no record of the numerator stands: counts and sums of nothing are 0.
  static func empty(_ keys: [KeyValue], _ sum: SignedSum) -> MeasuredGroup {
    MeasuredGroup(
      keys: keys,
      figures: MeasuredFigures(
        measures: sum.terms.map(\.measure), figures: sum.terms.map { _ in Figure.count(0) }))
  }
}

extension Figure {
  init(kind: Kind, signed: SignedSumValue) {
    let value: Value =
      switch signed.content {
      case .value(let rational): signed.decimal.map { .decimal($0) } ?? .exact(rational)
      case .absent(let reason): .absent(reason)
      case .undefined(let words): .undefined(words)
      }
    self.init(kind: kind, value: value, marks: signed.marks, reasons: signed.reasons)
  }
}

extension Findings {
  /// Its findings without a place, at this one.
  func placed(at place: Place) -> Findings {
    Findings(
      findings.map { finding in
        var finding = finding
        if finding.place == Place() { finding.place = place }
        return finding
      }, kind: kind)
  }
}

extension SignedSum {
  /// Where a side is pointed at; nil: it counts records.
  var firstColumn: String? { terms.lazy.compactMap(\.measure.column).first }

  /// That of the first column that declares one.
  func unit(schema: Schema?) -> MeasureUnit? {
    terms.lazy.compactMap { $0.measure.unit(schema: schema) }.first.flatMap { MeasureUnit(parsing: $0) }
  }
}
