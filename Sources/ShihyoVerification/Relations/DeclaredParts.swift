/// うち: which known figure is declared to be a part of which, by `part(a, whole)`.
///
/// - Shape: a part of a part is a part of the whole; what is `unclear` declares nothing.
struct DeclaredParts: Sendable {
  /// Parts of each whole, in the order of the rows.
  private var direct: [String: [String]] = [:]

  init(_ figures: [KnownFigure]) {
    for figure in figures {
      for clause in figure.clauses where clause.unclear == nil {
        guard case .part(let part, .reference(let whole, nil)) = clause.content else { continue }
        switch part {
        case nil: direct[whole, default: []].append(figure.id)
        case .reference(let id, nil)?: direct[whole, default: []].append(id)
        default: break
        }
      }
    }
  }

  /// All parts of a whole, parts of parts, too; never the whole itself.
  func parts(of whole: String) -> [String] {
    var found: [String] = []
    var waiting = direct[whole] ?? []
    while !waiting.isEmpty {
      let next = waiting.removeFirst()
      guard next != whole, !found.contains(next) else { continue }
      found.append(next)
      waiting += direct[next] ?? []
    }
    return found
  }

  /// - Errors: an addend is a declared part of another addend.
  func check(_ addends: [ComparedValue]) throws(RelationRule) {
    let ids = Self.addends(addends)
    for whole in ids {
      if let part = parts(of: whole).first(where: ids.contains) { throw .partAdded(part, whole: whole) }
    }
  }

  /// Known figures that are added up, those of a sum within the sum, too.
  static func addends(_ expressions: [ComparedValue]) -> [String] {
    expressions.flatMap { expression -> [String] in
      switch expression {
      case .reference(let id, nil): [id]
      case .call(.sum, let inner): addends(inner)
      default: []
      }
    }
  }
}
