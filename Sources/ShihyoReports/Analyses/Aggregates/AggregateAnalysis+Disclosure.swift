import ShihyoModel

extension AggregateAnalysis {
  /// The records of each group of the keys that do not overlap; nil where none do, or nothing is hidden.
  static func basePlan(keys: [GroupKey], filter: [Condition], disclosure: DisclosureRequest?) -> MeasurePlan? {
    guard let disclosure, keys.contains(where: \.source.isOverlapping) else { return nil }
    return MeasurePlan(
      keys: keys.filter { !$0.source.isOverlapping }, filter: filter, measures: [disclosure.measure])
  }

  /// One decision for all figures of a group.
  func hiding(_ groups: [MeasuredGroup], bases: [MeasuredGroup]) throws(Findings) -> GroupHiding? {
    guard let disclosure else { return nil }
    return try GroupHiding(
      disclosure, keys: keys, groups: groups, bases: bases, ratios: columns.compactMap(\.ratio))
  }

  /// The totals that nobody may print, beside the one that this table has.
  func hiddenTotals(_ hiding: GroupHiding?) -> ReportTable? {
    guard let hiding else { return nil }
    let places = hiding.hiddenTotals.filter { !showsTotal || $0.contains { $0 != nil } }
    return HiddenTotals.table(
      places, keys: keys.map { ReportTable.KeyColumn($0, schema: schema) },
      count: Column.measure(hiding.request.measure).valueColumn(schema: schema))
  }
}
