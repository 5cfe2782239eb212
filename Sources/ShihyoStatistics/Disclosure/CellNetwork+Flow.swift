extension CellNetwork {
  /// How far edge number `index` can rise (or fall) while only the hidden edges change, up to `limit`.
  ///
  /// - Returns: nil where there is no end to it.
  func room(of index: Int, rising: Bool, hidden: Set<Int>, limit: Int = .max) -> Int? {
    let edge = edges[index]
    let (source, sink) = rising ? (edge.to, edge.from) : (edge.from, edge.to)
    let most = rising ? limit : min(limit, edge.value)
    var residual = Residual(self, hidden: hidden.subtracting([index]))
    var total = 0
    while total < most {
      guard let amount = residual.augment(from: source, to: sink) else { return total }
      guard amount < Residual.endless else { return rising && limit == .max ? nil : most }
      total += amount
    }
    return min(total, most)
  }

  /// What can still flow along hidden edges: any amount forward, back as much as is there.
  private struct Residual {
    static let endless = Int.max
    private var arcs: [(to: Int, capacity: Int)] = []
    private var outgoing: [[Int]]

    init(_ network: CellNetwork, hidden: Set<Int>) {
      outgoing = Array(repeating: [], count: network.nodes)
      for index in hidden.sorted() {
        let edge = network.edges[index]
        outgoing[edge.from].append(arcs.count)
        arcs.append((edge.to, Self.endless))
        outgoing[edge.to].append(arcs.count)
        arcs.append((edge.from, edge.value))
      }
    }

    /// Sends what the shortest path takes (Edmonds and Karp); nil where there is no path.
    mutating func augment(from source: Int, to sink: Int) -> Int? {
      var arrival: [Int?] = Array(repeating: nil, count: outgoing.count)
      var queue = [source]
      var head = 0
      while head < queue.count, arrival[sink] == nil {
        let node = queue[head]
        head += 1
        for arc in outgoing[node] where arcs[arc].capacity > 0 {
          let next = arcs[arc].to
          guard arrival[next] == nil, next != source else { continue }
          arrival[next] = arc
          queue.append(next)
        }
      }
      var path: [Int] = []
      var node = sink
      while let arc = arrival[node] {
        path.append(arc)
        node = arcs[arc ^ 1].to
      }
      guard let amount = path.map({ arcs[$0].capacity }).min() else { return nil }
      guard amount < Self.endless else { return amount }
      for arc in path {
        if arcs[arc].capacity < Self.endless { arcs[arc].capacity -= amount }
        if arcs[arc ^ 1].capacity < Self.endless { arcs[arc ^ 1].capacity += amount }
      }
      return amount
    }
  }
}
