import ShihyoModel

/// What a figure is computed from, as far as its id leaves it open: figures of one id must have one source.
struct FigureSource: Hashable {
  /// `dataset/resource`
  var dataset: String
  /// The id of a metric, or the column that a block counts.
  var measure: String
  /// What is looked up; nil: all rows.
  var period: Period?
  /// What else tells it apart: the value that counts as complete, the periods of a trend.
  var detail = ""
  /// Conditions that the id does not say, folded.
  private(set) var unsaid: Set<Condition> = []
  /// Those of them that an id can say: `組織=総務市民局`.
  private(set) var sayable: [String: String] = [:]

  /// - Parameter fixed: columns whose value the id says, so that a condition on them says nothing more.
  init(
    dataset: String, measure: String, period: Period? = nil, detail: String = "", filter: [Condition] = [],
    fixed: [String] = []
  ) {
    (self.dataset, self.measure, self.period, self.detail) = (dataset, measure, period, detail)
    let fixed = Set(fixed.map { TextFolding.fold($0) })
    for condition in filter {
      let column = TextFolding.fold(condition.column)
      if condition.grain == nil, fixed.contains(column) { continue }
      let values = Set(condition.values.map { TextFolding.fold($0) }).sorted { Label($0) < Label($1) }
      unsaid.insert(
        Condition(column: column, grain: condition.grain, comparison: condition.comparison, values: values))
      if condition.isOneValue { sayable[condition.column] = condition.values[0] }
    }
  }

  var isWhollySaid: Bool { unsaid.isEmpty }

  /// Where the id says what it can.
  var saidInFull: FigureSource {
    var source = self
    source.unsaid = unsaid.filter { !$0.isOneValue }
    source.sayable = [:]
    return source
  }

  /// Columns whose value a key says: those that are taken as they stand.
  static func columns(fixedBy keys: [GroupKey]) -> [String] {
    keys.compactMap { if case .column(let name) = $0.source, $0.form == .text { name } else { nil } }
  }
}

extension Condition {
  /// The value of a column, which an id can say.
  var isOneValue: Bool { grain == nil && comparison == .equal && values.count == 1 }
}

/// The figures of a report by their ids: which id was given to what, and where.
struct GivenIDs {
  private struct Given {
    var source: FigureSource
    var value: Figure.Value
    var place: Place
  }

  private var given: [FigureID: Given] = [:]
  /// Told once for each pair of places, in however many rows they meet.
  private var told: Set<[Place]> = []

  enum Answer {
    case new(FigureID)
    /// The same figure stands in the ledger.
    case known(FigureID)
    /// Another figure has the id. nil: it has been told.
    case taken(Finding?)
  }

  /// The id itself; where another figure has it, whose id leaves nothing open, the one that also says the conditions.
  mutating func give(_ id: FigureID, to figure: Figure, from source: FigureSource, at place: Place) -> Answer {
    guard let first = given[id] else {
      given[id] = Given(source: source, value: figure.value, place: place)
      return .new(id)
    }
    if first.source == source, first.value == figure.value { return .known(id) }
    if first.source.isWhollySaid, !source.sayable.isEmpty {
      var fuller = id
      fuller.dimensions.merge(source.sayable) { said, _ in said }
      return give(fuller, to: figure, from: source.saidInFull, at: place)
    }
    guard told.insert([first.place, place]).inserted else { return .taken(nil) }
    let line = first.place.line ?? 0
    let isHidden = [first.value, figure.value].contains(.absent(.suppressed)) && first.source == source
    let rule: ReportRunRule =
      isHidden ? .hiddenElsewhere(id.spelling, line: line) : .figureIDTwice(id.spelling, line: line)
    return .taken(Finding(rule, at: place, text: id.metric))
  }
}
