import ShihyoDefinitions
import ShihyoModel

/// One figure of a pivot table and where it belongs.
struct PivotCell {
  var metric: MetricDefinition
  var moment: ReportComposer.Moment
  /// nil: the figure itself.
  var comparison: PeriodComparison?
  /// Of `by`, then of the column across; `PivotTotal.key` where a total is added up over them.
  var keys: [KeyValue]
  var figure: Figure
  var differsFromPrinted = false
  /// Why there is no comparison.
  var otherMonths: ComparedMonths?
  var isPartial = false
  var stateOf: Period?
  var gaps: [SeriesGaps.Gap] = []
  /// Added up over the groups of `by`.
  var isBelow = false
  /// Added up over those of the column across.
  var isBeside = false
}
