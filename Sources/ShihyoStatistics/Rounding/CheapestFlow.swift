/// A flow of least cost through a small network, of any amount that lowers the cost.
///
/// - Note: starts without a flow in a network without cycles; every augmentation takes a cheapest path, so no cycle of
///   negative cost ever arises and the cost is the least when no path is below 0 (Ford & Fulkerson 1962).
struct CheapestFlow {
  private struct Edge {
    let to: Int
    var capacity: Int
    let cost: Int
  }

  /// Edge 2k and its reverse 2k + 1.
  private var edges: [Edge] = []
  private var outgoing: [[Int]]

  init(nodes: Int) { outgoing = Array(repeating: [], count: nodes) }

  mutating func addEdge(from: Int, to: Int, capacity: Int, cost: Int) {
    outgoing[from].append(edges.count)
    edges.append(Edge(to: to, capacity: capacity, cost: cost))
    outgoing[to].append(edges.count)
    edges.append(Edge(to: from, capacity: 0, cost: -cost))
  }

  /// What flows along the edge that was added as number `index`, from 0.
  func amount(of index: Int) -> Int { edges[2 * index + 1].capacity }

  /// Augments along cheapest paths while they lower the cost.
  mutating func run(from source: Int, to sink: Int) {
    while let path = cheapestPath(from: source, to: sink) {
      let amount = path.map { edges[$0].capacity }.min() ?? 0
      for edge in path {
        edges[edge].capacity -= amount
        edges[edge ^ 1].capacity += amount
      }
    }
  }

  /// Edges of a path of negative cost, the cheapest; nil where there is none. Bellman and Ford's, with a queue.
  private func cheapestPath(from source: Int, to sink: Int) -> [Int]? {
    var cost = Array(repeating: Int.max, count: outgoing.count)
    var arrival = Array(repeating: -1, count: outgoing.count)
    var isQueued = Array(repeating: false, count: outgoing.count)
    var queue = [source]
    var head = 0
    cost[source] = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      isQueued[node] = false
      for index in outgoing[node] where edges[index].capacity > 0 {
        let edge = edges[index]
        guard cost[node] + edge.cost < cost[edge.to] else { continue }
        cost[edge.to] = cost[node] + edge.cost
        arrival[edge.to] = index
        if !isQueued[edge.to] {
          isQueued[edge.to] = true
          queue.append(edge.to)
        }
      }
    }
    guard cost[sink] < 0 else { return nil }
    var path: [Int] = []
    var node = sink
    while node != source {
      path.append(arrival[node])
      node = edges[arrival[node] ^ 1].to
    }
    return path
  }
}
