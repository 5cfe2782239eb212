import ShihyoModel

/// The people of each group, from another table than the events.
///
/// - Note: people are of a date. Of a declared flow the sum over its times is taken; of all else several times in one group are refused,
///   where the table declares which column says when or a key is a period.
/// - Errors: `RateRule.severalTimes`, `AnalysisRule`, `AgeRule`, thrown as `Findings`.
struct RatePeople: Hashable {
  let population: RateAnalysis.Population
  private let plan: MeasurePlan
  private let dates: AdditivityCheck

  init(_ population: RateAnalysis.Population, keys: [GroupKey]) throws(Findings) {
    self.population = population
    let people = Measure.primitive(.sum(population.column))
    plan = MeasurePlan(keys: keys, filter: [], measures: [people])
    dates = try AdditivityCheck([people], keys: keys, filter: [], schema: Self.dated(population, keys: keys))
  }

  /// Whose people they are.
  var note: Bilingual {
    Bilingual(
      ja: "人口は \(population.input) の「\(population.column)」による。件数と同じ時点・範囲の人口かどうか確認すること。",
      en: "People: \"\(population.column)\" of \(population.input). Check that it is of the same date and area.")
  }

  var queries: [Query] { plan.queries + dates.queries }

  /// - Parameter tables: the answers to `queries`.
  func cells(_ tables: [ResultTable], ordering: KeyOrdering) throws(Findings) -> [RateJoin.Cell] {
    guard let table = tables.first else { return [] }
    for case .stockOverTime(_, let time, let group) in dates.stocksOverTime(tables.dropFirst()) {
      throw Findings([Finding(RateRule.severalTimes(input: population.input, time: time, group: group))])
    }
    return try plan.cells(table, schema: population.schema, ordering: ordering)
  }

  /// The schema as far as dates go: people are a stock unless declared otherwise, and the column of a period says when.
  private static func dated(_ population: RateAnalysis.Population, keys: [GroupKey]) -> Schema {
    var fields = population.schema?.fields ?? []
    func place(_ name: String) -> Int {
      if let place = fields.firstIndex(where: { $0.name == name }) { return place }
      fields.append(Field(name: name))
      return fields.count - 1
    }
    let people = place(population.column)
    fields[people].additivity = fields[people].additivity ?? .stock
    for key in keys {
      guard case .column(let name) = key.source, case .period = key.form else { continue }
      let column = place(name)
      if !fields[column].isTime { fields[column].type = .date }
    }
    return Schema(fields: fields)
  }
}

extension MeasurePlan {
  /// Groups with the figure of the only measure; brackets merged into those of their key.
  func cells(_ table: ResultTable, schema: Schema?, ordering: KeyOrdering) throws(Findings) -> [RateJoin.Cell] {
    var table = table
    for (column, key) in keys.enumerated() {
      guard case .brackets(let scheme) = key.form else { continue }
      table = try Rebracketing.merge(table, column: column, into: scheme)
    }
    var cells: [RateJoin.Cell] = []
    for group in try groups([table], schema: schema, ordering: ordering) {
      guard let figure = group.figures[measures[0]] else { continue }
      cells.append(RateJoin.Cell(keys: group.keys, figure: figure))
    }
    return cells
  }
}
