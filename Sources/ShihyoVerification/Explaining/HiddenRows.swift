import ShihyoModel
import ShihyoReports

/// Which parts of figures stand on rows of a hidden figure of the same paper: listed, these rows would tell what is hidden.
///
/// - Rule: two parts of one dataset are apart only where a key or condition that both have says so (甲区 and 乙区, two quarters).
///   What cannot be told apart counts as shared: a total by its nature, and a table by another key, too.
/// - Cost: O(hidden parts × groups); nothing is read.
struct HiddenRows {
  private let hidden: [FigurePart]

  /// - Parameter figures: of the run; only those that are hidden count.
  init(_ figures: [Figure], origins: [FigureID: FigureOrigin]) {
    hidden = figures.filter(\.isHidden).flatMap { figure in
      figure.id.flatMap { origins[$0] }.map(Self.counted) ?? []
    }
  }

  var isEmpty: Bool { hidden.isEmpty }

  /// Whether rows of some hidden figure may be among those of a part.
  func reach(_ part: FigurePart) -> Bool {
    hidden.contains { $0.dataset == part.dataset && !Self.areApart($0, part) }
  }

  /// The rows that a hidden figure counts; the base of a hidden share is everybody's and hides nothing by itself.
  private static func counted(_ origin: FigureOrigin) -> [FigurePart] {
    switch origin {
    case .sum(let part), .selection(let part), .ratio(.share, numerator: let part, denominator: _): [part]
    case .ratio(_, let numerator, let denominator): [numerator, denominator]
    case .change(_, let now, let before): [now, before].flatMap { $0.origin.map(counted) ?? [] }
    case .total(let figures), .derived(_, let figures): figures.flatMap { $0.origin.map(counted) ?? [] }
    }
  }

  private static func areApart(_ left: FigurePart, _ right: FigurePart) -> Bool {
    if left.groups.isEmpty || right.groups.isEmpty { return true }
    if left.query == right.query, left.query.keys.allSatisfy(\.isOneAnswer) {
      return left.groups.isDisjoint(with: right.groups)
    }
    let (first, second) = (values(left), values(right))
    return first.contains { key, own in second[key].map(own.isDisjoint) ?? false }
  }

  /// What each key and each plain condition of a part narrows its rows to.
  private static func values(_ part: FigurePart) -> [GroupKey: Set<String>] {
    var values: [GroupKey: Set<String>] = [:]
    for condition in part.query.filter where condition.comparison == .equal && condition.grain == nil {
      let key = GroupKey(column: condition.column)
      let own = Set(condition.values.map(TextFolding.fold))
      values[key] = values[key].map { $0.intersection(own) } ?? own
    }
    for (place, key) in part.query.keys.enumerated() where key.isOneAnswer {
      let own = Set(part.groups.compactMap { $0.indices.contains(place) ? ReportTable.KeyCell($0[place]).code : nil })
      values[key] = Set(own.map(TextFolding.fold))
    }
    return values
  }
}

extension GroupKey {
  /// A record with several answers stands in several groups, which are not apart.
  fileprivate var isOneAnswer: Bool { if case .column = source { true } else { false } }
}
