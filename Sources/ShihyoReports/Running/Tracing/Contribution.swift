package import ShihyoEngine
package import ShihyoModel

/// What one record of the input adds to one part of a figure.
package struct Contribution: Hashable, Sendable {
  package let row: TracedRow
  /// In the unit of the part; nil where no cell of the record holds a number.
  package let amount: ExactDecimal?
}

/// What the rows of one part come to.
package struct PartTotal: Hashable, Sendable {
  package private(set) var rows = 0
  /// nil where the digits do not fit.
  package private(set) var sum: ExactDecimal? = .zero
  /// Cells that hold no value.
  package private(set) var reasons = ReasonCounts()

  mutating func add(_ contribution: Contribution) {
    rows += 1
    if let amount = contribution.amount { sum = sum.flatMap { $0.adding(amount) } }
    for case .absent(let reason) in contribution.row.values { reasons[reason] += 1 }
  }
}

/// Reads the inputs of some parts again and shows the rows that make them, part by part in the order of each file.
///
/// - Errors: those of `RowTrace`, and what `visit` throws.
/// - Cost: one pass over each dataset; memory does not grow with the rows.
package struct ContributionReader {
  package let parts: [FigurePart]
  private let terms: [[(place: Int, isNegative: Bool, shift: Int)]]

  package init(_ parts: [FigurePart]) {
    self.parts = parts
    terms = parts.map { part in
      let unit = part.sum.terms.lazy.compactMap { Self.unit(of: $0.measure, part) }.first
      return part.sum.terms.compactMap { term in
        guard let place = part.query.aggregates.firstIndex(of: term.measure.supportingPrimitive) else { return nil }
        // As the sum itself does: the first unit holds, others of the same base are converted (円 to 千円).
        let own = Self.unit(of: term.measure, part)
        let shift = own.flatMap { own in unit.map { own.exponent - $0.exponent } } ?? 0
        return (place, term.isNegative, shift)
      }
    }
  }

  private static func unit(of measure: Measure, _ part: FigurePart) -> MeasureUnit? {
    measure.column.flatMap { part.dataset.schema?.field(named: $0)?.unit }
  }

  /// - Parameter visit: the place of the part, and one of its rows.
  /// - Returns: one total per part.
  package func run(visit: (Int, Contribution) throws -> Void) throws -> [PartTotal] {
    var totals = parts.map { _ in PartTotal() }
    var datasets: [Dataset] = []
    for part in parts where !datasets.contains(part.dataset) { datasets.append(part.dataset) }
    for dataset in datasets {
      let places = parts.indices.filter { parts[$0].dataset == dataset && !parts[$0].groups.isEmpty }
      if places.isEmpty { continue }
      let questions = places.map { RowTrace.Question(parts[$0].query, groups: parts[$0].groups) }
      // Parts of one dataset show the same columns, so that one reading serves all.
      let columns = Self.columns(of: parts.filter { $0.dataset == dataset })
      _ = try RowTrace().run(questions, on: dataset, showing: columns) { row in
        let part = places[row.question]
        let contribution = Contribution(row: row, amount: amount(row, part))
        totals[part].add(contribution)
        try visit(part, contribution)
      }
    }
    return totals
  }

  private func amount(_ row: TracedRow, _ part: Int) -> ExactDecimal? {
    var amount: ExactDecimal?
    for term in terms[part] {
      guard case .number(let number) = row.values[term.place],
        let scaled = number.scaled(byPowerOfTen: term.shift),
        let next = term.isNegative ? (amount ?? .zero).subtracting(scaled) : (amount ?? .zero).adding(scaled)
      else { continue }
      amount = next
    }
    return amount
  }

  /// What tells a row from its neighbours: the primary key, else the declared keys, and what the question looks at.
  package static func columns(of parts: [FigurePart]) -> [String] {
    guard let dataset = parts.first?.dataset else { return [] }
    var asked: [String] = []
    for query in parts.map(\.query) {
      for key in query.keys {
        switch key.source {
        case .column(let name), .split(let name, _): asked.append(name)
        case .options(let names): asked += names
        }
      }
      asked += query.filter.map(\.column)
    }
    guard let schema = dataset.schema else { return asked.withoutRepetition }
    let keys =
      schema.primaryKey.isEmpty ? schema.fields.filter { $0.role == .key }.prefix(6).map(\.name) : schema.primaryKey
    let wanted = Set((keys + asked).map { Label(TextFolding.fold($0)) })
    return schema.fields.map(\.name).filter { wanted.contains(Label(TextFolding.fold($0))) }
  }
}

extension [String] {
  fileprivate var withoutRepetition: [String] {
    var seen: Set<Label> = []
    return filter { seen.insert(Label($0)).inserted }
  }
}
