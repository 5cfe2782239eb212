import ShihyoModel

/// Which known figure is computed from which: finds circles.
struct ReferenceGraph {
  private let edges: [String: [String]]

  init(_ figures: [KnownFigure]) {
    edges = Dictionary(
      figures.map { figure in (figure.id, figure.clauses.flatMap { Self.ids($0.content, of: figure) }) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A way from a figure back to itself, both ends named; nil where there is none.
  func circle(from start: String) -> [String]? {
    var path: [String] = [start]
    var visited: Set<String> = []
    return walk(start, goal: start, &path, &visited) ? path : nil
  }

  /// All figures that one is computed from, directly or through others.
  func reached(from start: String) -> Set<String> {
    var reached: Set<String> = []
    var open = edges[start] ?? []
    while let next = open.popLast() {
      if reached.insert(next).inserted { open += edges[next] ?? [] }
    }
    return reached
  }

  private func walk(_ id: String, goal: String, _ path: inout [String], _ visited: inout Set<String>) -> Bool {
    for next in edges[id] ?? [] {
      if next == goal {
        path.append(next)
        return true
      }
      guard visited.insert(next).inserted else { continue }
      path.append(next)
      if walk(next, goal: goal, &path, &visited) { return true }
      path.removeLast()
    }
    return false
  }

  /// An equation may name its own row, whose printed text is one of its sides: `e.2 = e.1` in the row e.2.
  private static func ids(_ content: Clause.Content, of figure: KnownFigure) -> [String] {
    guard figure.printed != nil, case .equal(let left, let right) = content,
      left == .reference(figure.id, index: nil) || right == .reference(figure.id, index: nil), left != right
    else { return ids(content) }
    let other = left == .reference(figure.id, index: nil) ? right : left
    return ids(other)
  }

  static func ids(_ content: Clause.Content) -> [String] {
    switch content {
    case .value(let value): ids(value)
    case .equal(let left, let right), .atMost(let left, let right): ids(left) + ids(right)
    case .part(let part, let whole): (part.map(ids) ?? []) + ids(whole)
    case .shares(let shares, let n): shares.flatMap(ids) + (n.map(ids) ?? [])
    case .possible(_, let n): ids(n)
    case .lists, .spelling, .sequence, .brackets: []
    }
  }

  static func ids(_ expression: ComparedValue) -> [String] {
    switch expression {
    case .reference(let id, _): [id]
    case .call(_, let arguments): arguments.flatMap(ids)
    case .number, .data, .time: []
    }
  }
}
