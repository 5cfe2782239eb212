public import ShihyoModel

/// How many people of a population stand in each category of one key: what weights are to meet.
///
/// - Shape: rows of totals, recounts and unknown are no categories.
/// - Units: people; any scale that all margins share.
/// - Errors: a stock that would be summed over time, `SurveyRule.marginValue` for a category without a number or below 0.
public struct SurveyMargins: Hashable, Sendable {
  public let key: GroupKey
  public let column: String
  /// How notes call the input.
  public let input: String
  let schema: Schema?
  private let plan: MeasurePlan
  private let additivity: AdditivityCheck

  public init(_ key: GroupKey, column: String, input: String, schema: Schema?) throws(Findings) {
    self.key = key
    self.column = column
    self.input = input
    self.schema = schema
    let measure = Measure.primitive(.sum(column))
    plan = MeasurePlan(keys: [key], filter: [], measures: [measure])
    additivity = try AdditivityCheck([measure], keys: [key], filter: [], schema: schema)
  }

  /// To be asked of the input of the margins.
  public var queries: [Query] { plan.queries + additivity.queries }

  /// - Parameter tables: the answers to `queries`.
  func targets(_ tables: [ResultTable]) throws(Findings) -> [(category: KeyValue, people: ExactDecimal)] {
    guard var table = tables.first else { return [] }
    try additivity.check(tables.dropFirst())
    if case .brackets(let scheme) = key.form { table = try Rebracketing.merge(table, column: 0, into: scheme) }
    var targets: [(category: KeyValue, people: ExactDecimal)] = []
    for group in try plan.groups([table], schema: schema, ordering: KeyOrdering()) {
      guard let category = group.keys.first, CategoryClass(category) == .part else { continue }
      guard let figure = group.figures[.primitive(.sum(column))], case .decimal(let people) = figure.value,
        !people.isNegative, figure.reasons.total == 0
      else {
        let rule = SurveyRule.marginValue(
          input: input, column: column, category: ReportTable.KeyCell(category).label.ja)
        throw Findings([Finding(rule)])
      }
      targets.append((category.folded, people))
    }
    return targets
  }
}

extension KeyValue {
  /// Labels of two inputs meet folded, as names typed by people do.
  var folded: KeyValue {
    if case .text(let label) = self { .text(Label(TextFolding.fold(label.text))) } else { self }
  }
}
