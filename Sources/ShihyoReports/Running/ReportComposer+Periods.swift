import ShihyoDefinitions
import ShihyoModel

extension ReportComposer {
  /// The time of a figure: what is looked up, and how its id spells it.
  struct Moment: Hashable {
    /// nil: the metric has no column of times.
    var period: Period?
    var spelling: String
    var label: Bilingual
  }

  /// - Parameter reference: as written; nil: the metric's own 時点, else the period of the run.
  func moment(
    _ metric: MetricDefinition, _ reference: PeriodReference?, at place: Place
  ) throws(Findings) -> Moment {
    if reference == nil || metric.time == nil, let asOf = metric.asOf {
      switch asOf.time {
      case .period(let period): return moment(metric.time == nil ? nil : period, period, label: asOf.text)
      case .instant(let date): return Moment(period: nil, spelling: date.description, label: asOf.text)
      case .span(let first, let last):
        return Moment(period: nil, spelling: "\(first)_\(last)", label: asOf.text)
      case nil: return Moment(period: nil, spelling: "undated", label: asOf.text)
      }
    }
    guard metric.time != nil else {
      return Moment(period: nil, spelling: "undated", label: Bilingual(ja: "", en: ""))
    }
    guard let period = try periods(reference ?? .report, at: place).first else {
      // While asking, every period is still open.
      return Moment(period: nil, spelling: "undated", label: Bilingual(ja: "", en: ""))
    }
    return moment(period, period, label: nil)
  }

  private func moment(_ lookedUp: Period?, _ period: Period, label: Bilingual?) -> Moment {
    Moment(
      period: lookedUp, spelling: period.machineSpelling,
      label: label ?? Bilingual(ja: period.label(.ja), en: period.label(.en)))
  }

  /// The periods that a reference means, earliest first; none while asking where the run's own is needed.
  func periods(_ reference: PeriodReference, at place: Place) throws(Findings) -> [Period] {
    if case .fixed(let fixed) = reference { return [fixed] }
    guard let period else {
      if desk.isAsking { return [] }
      throw Findings([Finding(ReportRunRule.noPeriod, at: place)])
    }
    return switch reference {
    case .report, .latestQuarter: [period]
    case .previous: [period.advanced(by: -1)]
    case .yearAgo: [period.yearBefore]
    case .fiscalYear: [Period(.fiscalYear, containing: period.first)]
    case .last(let count): (0..<count).reversed().map { period.advanced(by: -$0) }
    case .fixed(let fixed): [fixed]
    }
  }
}
