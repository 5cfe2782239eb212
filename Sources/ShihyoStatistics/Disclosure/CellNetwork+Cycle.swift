extension CellNetwork {
  /// The cheapest set of shown edges that, hidden as well, lets edge number `index` rise by `amount`.
  ///
  /// - Parameters:
  ///   - costs: the price of hiding a shown edge; nil where it must be shown. Hidden edges are free.
  /// - Returns: the shown edges to hide, empty where the hidden ones suffice; nil where there are none.
  /// - Complexity: Dijkstra's with a plain list, O(nodes² + edges).
  func cover(for index: Int, rising amount: Int, hidden: Set<Int>, costs: [Int?]) -> [Int]? {
    var price = Array(repeating: Int.max, count: nodes)
    var arrival: [(edge: Int, from: Int)?] = Array(repeating: nil, count: nodes)
    var isDone = Array(repeating: false, count: nodes)
    let start = edges[index].to
    let goal = edges[index].from
    let steps = steps(without: index, atLeast: amount, hidden: hidden, costs: costs)
    price[start] = 0
    while let node = price.indices.filter({ !isDone[$0] && price[$0] < .max }).min(by: { price[$0] < price[$1] }) {
      if node == goal { break }
      isDone[node] = true
      for step in steps[node] where price[node] + step.cost < price[step.to] {
        price[step.to] = price[node] + step.cost
        arrival[step.to] = (step.edge, node)
      }
    }
    guard price[goal] < .max else { return nil }
    var covered: [Int] = []
    var node = goal
    while node != start, let step = arrival[node] {
      if !hidden.contains(step.edge) { covered.append(step.edge) }
      node = step.from
    }
    return covered
  }

  /// The ways out of each node: forward along any edge, back where the edge holds `amount`.
  private func steps(
    without index: Int, atLeast amount: Int, hidden: Set<Int>, costs: [Int?]
  ) -> [[(to: Int, edge: Int, cost: Int)]] {
    var steps: [[(to: Int, edge: Int, cost: Int)]] = Array(repeating: [], count: nodes)
    for (number, edge) in edges.enumerated() where number != index {
      guard let cost = hidden.contains(number) ? 0 : costs[number] else { continue }
      steps[edge.from].append((edge.to, number, cost))
      if edge.value >= amount { steps[edge.to].append((edge.from, number, cost)) }
    }
    return steps
  }
}
