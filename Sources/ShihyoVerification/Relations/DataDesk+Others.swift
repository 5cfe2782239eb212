import ShihyoModel
import ShihyoReports

/// What a number that is wrong may have been taken from: the same question of another group, and another measure of the same
/// group.
///
/// - Hidden: where metrics hide small counts, no group is named of a breakdown that holds one, and no small measure: that a wrong
///   number is its value would tell it.
extension DataDesk {
  struct Other: Sendable {
    /// `区=乙区`, `sum(完了)`
    var name: String
    var quantity: Quantity
  }

  /// Beyond this many groups one of them is alike by chance.
  private static let mostGroups = 50
  private static let mostMeasures = 20

  /// The answer of every other group, for each condition that chooses one.
  ///
  /// - Cost: one query a condition.
  func otherGroups(_ reference: DataReference) async -> [Other] {
    var found: [Other] = []
    let threshold = threshold(of: reference)
    for (index, condition) in reference.conditions.enumerated() {
      guard condition.comparison == .equal, condition.values.count == 1, condition.grain == nil else { continue }
      var rest = reference.conditions
      rest.remove(at: index)
      let own = TextFolding.fold(condition.values[0])
      let groups = ((try? await groups(reference, by: condition.column, rest)) ?? [])
        .map { (label: $0.label, quantity: Quantity($0.figure)) }
      guard groups.count <= Self.mostGroups, groups.allSatisfy({ $0.quantity.isShown(threshold) }) else { continue }
      for (label, quantity) in groups where TextFolding.fold(label) != own && !label.isEmpty {
        found.append(Other(name: "\(condition.column)=\(label)", quantity: quantity))
      }
    }
    return found
  }

  private func groups(
    _ reference: DataReference, by column: String, _ filter: [Condition]
  ) async throws -> [(label: String, figure: Figure)] {
    switch reference.source {
    case .metric(let name, let spelled):
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      let groups = try await runner(of: parts[0]).groups(
        parts.count > 1 ? parts[1] : "", by: column, period: try spelled.map(Self.period), filter: filter,
        engine: engine)
      return groups.map { (label: Self.text($0.key), figure: $0.figure) }
    case .measure(let text, let input):
      let dataset = try dataset(input)
      let analysis = try AggregateAnalysis(
        keys: [GroupKey(column: column)], filter: filter, columns: [try Self.column(text)], schema: dataset.schema)
      let tables = try await engine.run(analysis.queries, on: dataset)
      let rows = try analysis.document(tables, input: dataset.name).tables.first?.rows ?? []
      return rows.compactMap { row in
        guard let key = row.keys.first, let figure = row.figures.first else { return nil }
        return (label: key.label.ja, figure: figure)
      }
    }
  }

  /// Other metrics of the period, or sums of other columns, of the same group.
  func otherMeasures(_ reference: DataReference) async -> [Other] {
    var found: [Other] = []
    let threshold = threshold(of: reference)
    for (name, other) in (try? measures(beside: reference)) ?? [] {
      guard let quantity = try? await quantity(other), quantity.number != nil, quantity.isShown(threshold)
      else { continue }
      found.append(Other(name: name, quantity: quantity))
    }
    return found
  }

  private func measures(beside reference: DataReference) throws -> [(String, DataReference)] {
    var others: [(String, DataReference)] = []
    var other = reference
    switch reference.source {
    case .metric(let name, let period):
      let dataset = String(name.prefix { $0 != "." })
      for id in try runner(of: dataset).ids where dataset + "." + id != name {
        other.source = .metric(dataset + "." + id, period: period)
        others.append((dataset + "." + id, other))
      }
    case .measure(let text, let input):
      for field in try dataset(input).schema?.fields ?? [] where field.type == .integer || field.type == .number {
        let sum = "sum(\(field.name))"
        guard field.additivity != .rate, sum != text else { continue }
        other.source = .measure(sum, of: input)
        others.append((sum, other))
      }
    }
    return Array(others.prefix(Self.mostMeasures))
  }
}

extension DataDesk {
  private func threshold(of reference: DataReference) -> Int? {
    let name =
      switch reference.source {
      case .metric(let name, _): name.prefix { $0 != "." }
      case .measure(_, let input): input.prefix { $0 != "/" }
      }
    return HidingData.threshold(of: String(name), finder: finder)
  }
}

extension Quantity {
  /// Whether the counts that it is made of are too large to be hidden.
  fileprivate func isShown(_ threshold: Int?) -> Bool {
    guard let threshold else { return true }
    let least = Rational(threshold)
    if let parts { return parts.numerator >= least && parts.denominator >= least }
    return number.map { $0.magnitude >= least } ?? true
  }
}
